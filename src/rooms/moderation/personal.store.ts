import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

/** Who judged stays, as every act of the office; who was judged is nobody any more once their account is empty. */
export const MODERATION_COLUMNS: Readonly<Record<string, Fate>> = {
  'appeal.person_id': 'removed',
  'hide_request.person_id': 'removed',
  'moderation_case.author_id': 'unnamed',
  'report.person_id': 'removed',
  'suspension.person_id': 'unnamed',
  'text_trust.person_id': 'removed',
  'warning.person_id': 'unnamed',
  'watched_text.person_id': 'unnamed',
};

export const moderationRows = {
  reports: ownRows(
    ({ organisationId, id }) => sql`
      select target_kind, target_id, article, article_title, words, reported_at from report
      where organisation_id = ${organisationId} and person_id = ${id} order by reported_at, id`,
  ),
  requests: ownRows(
    ({ organisationId, id }) => sql`
      select c.target_kind, c.target_id, r.justification, r.asked_at from hide_request r
      join moderation_case c on c.organisation_id = r.organisation_id and c.id = r.case_id
      where r.organisation_id = ${organisationId} and r.person_id = ${id} order by r.asked_at, c.id`,
  ),
  hidings: ownRows(
    ({ organisationId, id }) => sql`
      select h.target_kind, h.target_id, h.article, h.article_title, h.words, h.hidden_at, h.lifted_at, h.lifted_words,
        a.words as appeal, a.appealed_at, a.answer, a.outcome, a.answered_at
      from moderation_case c
      join hiding h on h.organisation_id = c.organisation_id and h.case_id = c.id
      left join appeal a on a.organisation_id = h.organisation_id and a.hiding_id = h.id
      where c.organisation_id = ${organisationId} and c.author_id = ${id} order by h.hidden_at, h.id`,
  ),
  waiting: ownRows(
    ({ organisationId, id }) => sql`
      select target_kind, title, words, written_at, held_why, outcome, cleared_at from watched_text
      where organisation_id = ${organisationId} and person_id = ${id} order by written_at, id`,
  ),
  sanctions: ownRows(
    ({ organisationId, id }) => sql`
      select 'warning' as kind, article, article_title, words, warned_at as at, null::timestamptz as until
      from warning where organisation_id = ${organisationId} and person_id = ${id}
      union all
      select 'suspension', article, article_title, words, suspended_at, coalesce(lifted_at, until)
      from suspension where organisation_id = ${organisationId} and person_id = ${id} order by at`,
  ),
};

/** What was reported stays reported, by nobody; their own words of an appeal or a request go. */
export async function eraseFromModeration(tx: Tx, { organisationId, id }: Owner) {
  await sql`update report set person_id = null where organisation_id = ${organisationId} and person_id = ${id}`.execute(
    tx,
  );
  await sql`update hide_request set person_id = null, justification = ''
    where organisation_id = ${organisationId} and person_id = ${id}`.execute(tx);
  await sql`update appeal set person_id = null, words = ''
    where organisation_id = ${organisationId} and person_id = ${id}`.execute(tx);
  await sql`delete from text_trust where organisation_id = ${organisationId} and person_id = ${id}`.execute(
    tx,
  );
  // nobody waits any more for what they wrote, and it says nothing any more
  await sql`update watched_text set title = '', words = '', shingles = '{}',
      outcome = case when held_why is null then outcome else coalesce(outcome, 'gone') end,
      cleared_at = case when held_why is null then cleared_at else coalesce(cleared_at, palabre_now()) end
    where organisation_id = ${organisationId} and person_id = ${id}`.execute(tx);
  return [];
}
