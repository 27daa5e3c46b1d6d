import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../src/platform/postgres/connect.ts';
import { personalData } from '../src/site.tsx';
import { createTestDatabase, type TestDatabase } from './setup/database.ts';

/**
 * Columns that say who somebody is, and that no room lets go of when an account is erased: each list with its reason.
 * An id there leads to an account that is empty, shown as « Compte supprimé ».
 */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  'Who of the office did it: an act of the town stays with its date, as its contestation may ask (art. 17.3 GDPR).':
    [
      'announcement_words.saved_by',
      'appeal.answered_by',
      'assignment_run.asked_by',
      'assignment_run.undone_by',
      'certification_criteria.saved_by',
      'charter_version.published_by',
      'class_session.made_by',
      'code_batch.asked_by',
      'code_batch.revoked_by',
      'code_batch.sent_by',
      'component.hidden_by',
      'contact_message.closed_by',
      'contact_reply.written_by',
      'decision.decided_by',
      'decision.prepared_by',
      'decision.reopened_by',
      'decision_batch.cancelled_by',
      'decision_batch.planned_by',
      'decision_notice.told_by',
      'decision_words.saved_by',
      'edition.abandoned_by',
      'edition_part_kept.kept_by',
      'edition_report.published_by',
      'edition_report.saved_by',
      'eligibility_proof.decided_by',
      'editorial_page.published_by',
      'editorial_version.written_by',
      'faq_entry.published_by',
      'guide_page.published_by',
      'guide_version.written_by',
      'hiding.hidden_by',
      'hiding.lifted_by',
      'idea_import.undone_by',
      'idea_import.uploaded_by',
      'idea_origin.entered_by',
      'identity_provider.enabled_by',
      'invitation.invited_by',
      'invited_role.asked_by',
      'kiosk.opened_by',
      'mandate.refused_by',
      'mandate.verified_by',
      'list_message.accepted_by',
      'list_message.refused_by',
      'list_message.withdrawn_by',
      'mailing_list.closed_by',
      'mailing_list.made_by',
      'meeting.cancelled_by',
      'meeting.created_by',
      'meeting.published_by',
      'meeting_presence.assigned_by',
      'meeting_report.written_by',
      'merge.proposed_by',
      'merge.undone_by',
      'moderation_case.closed_by',
      'news_item.published_by',
      'news_item.withdrawn_by',
      'news_item.written_by',
      'newsletter.written_by',
      'newsletter_plan.planned_by',
      'newsletter_sending.begun_by',
      'newsletter_sending.stopped_by',
      'official_account.ended_by',
      'official_account.given_by',
      'opinion.asked_by',
      'opinion.return_closed_by',
      'opinion.saved_by',
      'outline.kept_by',
      'outline_upload.uploaded_by',
      'outreach.person_id',
      'population.changed_by',
      'programme_import.uploaded_by',
      'profile_field.closed_by',
      'project.created_by',
      'project_list.frozen_by',
      'promotion_pause.declared_by',
      'promotion_pause.lifted_by',
      'realisation_halt.halted_by',
      'realisation_halt.lifted_by',
      'realisation_member.added_by',
      'realisation_offer.answered_by',
      'realisation_post.published_by',
      'realisation_post.withdrawn_by',
      'realisation_post.written_by',
      'realisation_testimony.accepted_by',
      'realisation_testimony.returned_by',
      'realisation_volunteer.accepted_by',
      'register_import.uploaded_by',
      'role_grant.granted_by',
      'routing_setting.saved_by',
      'rules_version.published_by',
      'similar_dismissal.dismissed_by',
      'similar_search.requested_by',
      'space.abandoned_by',
      'space.closed_by',
      'space.created_by',
      'space.opened_by',
      'space_member.added_by',
      'study.saved_by',
      'study_team_member.added_by',
      'study_version.saved_by',
      'survey.created_by',
      'survey.published_by',
      'suspension.lifted_by',
      'suspension.suspended_by',
      'warning.warned_by',
      'watched_text.cleared_by',
      'workshop.created_by',
    ],
  'Who answered for a vote: its minutes stand as they were signed, and are append-only where they are proof.':
    [
      'paper_batch.opened_by',
      'paper_decision.by_person',
      'paper_keying.person_id',
      'paper_point_closing.by_person',
      'paper_totals.confirmed_by',
      'paper_totals.imported_by',
      'poll_act.by_person',
      'poll_count.asked_by',
      'poll_extension.by_person',
      'poll_invalidation.proposed_by',
      'poll_invalidation.settled_by',
      'poll_publication.asked_by',
      'poll_publication.ended_by',
      'vote_desk.person_id',
      'vote_shift.assigned_by',
      'vote_shift.person_id',
    ],
  'Who acted for a group of a movement: its history stays, told inside it, as its certification rests on it.':
    ['certification_act.by_person', 'group_invitation.invited_by', 'group_member.treasurer_by'],
  'Who asked for money, checked it and paid it: accounts and what proves them are kept ten years (art. L123-22 code de commerce).':
    [
      'bank_statement.imported_by',
      'bank_statement_line.matched_by',
      'donation.entered_by',
      'donation_import.imported_by',
      'donation_run.asked_by',
      'ledger_entry.by_person',
      'ledger_settings.saved_by',
      'payer_account.saved_by',
      'payment.settled_by',
      'payment_batch.cancelled_by',
      'payment_batch.made_by',
      'spending_act.by_person',
      'spending_budget.decided_by',
      'spending_budget.written_by',
      'spending_budget_act.by_person',
      'spending_document.added_by',
      'spending_request.checked_by',
      'spending_request.created_by',
      'spending_request.decided_by',
      'spending_request.sent_by',
    ],
  'Who spoke and decided for a group about an action of a fund: its history rests on it, and says « Compte supprimé ».':
    [
      'fund.created_by',
      'fund_action.created_by',
      'fund_action_act.by_person',
      'fund_action_call.sent_by',
      'fund_action_message.written_by',
      'fund_action_report.written_by',
      'fund_action_version.submitted_by',
      'fund_commitment.committed_by',
      'fund_commitment.withdrawn_by',
      'fund_threshold_change.changed_by',
    ],
  'A fund or a group, never a person.': ['ledger_account.holder_id'],
  'The journal is append-only: it keeps the id of an empty account, and nothing else of it.': [
    'fact.actor_id',
  ],
  'Photos and documents stay with what was published; those of drafts are removed with them.': [
    'file.uploaded_by',
  ],
  'Of nobody with an account: written through the contact page, forgotten after a year.': [
    'contact_message.email',
  ],
  'The register of residents is the town’s own list, not the account’s: it empties itself three months after the close.':
    [
      'register_entry.birth_date',
      'register_entry.email',
      'register_entry.last_name',
      'register_entry.used_name',
    ],
  'Of a browser without an account, until its vote is over.': ['voter_pass.birth_date'],
  'Of a service, of the organisation or of its host: no person’s.': [
    'department.email',
    'legal_notice.host_phone',
    'legal_notice.publisher_phone',
    'organisation.contact_email',
  ],
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

/** `table.column` of every reference to an account, and of everything that is named as what people are known by. */
async function listPersonalColumns(): Promise<string[]> {
  return withClient(database.url, async (client) => {
    const { rows } = await client.query<{ name: string }>(`
      select c.conrelid::regclass::text || '.' || a.attname as name
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname <> 'organisation_id'
      where c.contype = 'f' and c.confrelid = 'person'::regclass
      union
      select i.table_name || '.' || i.column_name from information_schema.columns i
      join information_schema.tables t using (table_schema, table_name)
      where i.table_schema = 'public' and t.table_type = 'BASE TABLE' and (
        i.data_type = 'uuid' and i.column_name ~ '(_by|by_person|person_id|author_id|holder_id|actor_id)$'
        or i.data_type in ('text', 'date', 'citext')
          and i.column_name ~ '^(.+_)?(email|mailbox|phone|birth_date|last_name|used_name|nickname)$')
      order by 1`);
    return rows.map(({ name }) => name);
  });
}

describe('R91 R193 what is kept of people', () => {
  const claims = personalData.flatMap(({ columns }) => Object.keys(columns));
  const kept = Object.values(KEPT).flat();

  it('every column that says who somebody is has a room that lets go of it, or a reason to stay', async () => {
    const known = new Set([...claims, ...kept]);
    expect((await listPersonalColumns()).filter((name) => !known.has(name))).toEqual([]);
  });

  it('no room claims, and no reason is given for, a column that is not there', async () => {
    const { rows } = await withClient(database.url, (client) =>
      client.query<{ name: string }>(
        `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
      ),
    );
    const there = new Set(rows.map(({ name }) => name));
    expect([...claims, ...kept].filter((name) => !there.has(name))).toEqual([]);
  });

  it('a column has one room, or one reason', () => {
    const seen = new Map<string, number>();
    for (const name of [...claims, ...kept]) seen.set(name, (seen.get(name) ?? 0) + 1);
    expect([...seen].filter(([, times]) => times > 1)).toEqual([]);
  });

  it('each section of the export has a name of its own', () => {
    const keys = personalData.flatMap(({ sections }) => sections.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
