import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { Contribution } from '../../platform/http/contribution.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { findSettings } from './articles.store.ts';
import { findCase } from './case.store.ts';
import type { Ground, ModerationCase } from './moderation.ts';

interface Said {
  organisationId: string;
  personId: string;
}

/** The open case about a contribution, locked; it is opened where there is none. */
async function openCase(
  tx: Tx,
  organisationId: string,
  contribution: Contribution,
): Promise<ModerationCase> {
  const { kind, id, spaceId, title, authorId } = contribution;
  const { rows } = await sql<{ id: string }>`
    insert into moderation_case as c (organisation_id, target_kind, target_id, space_id, title, author_id)
    values (${organisationId}, ${kind}, ${id}, ${spaceId}, ${title}, ${authorId})
    on conflict (organisation_id, target_kind, target_id) where closed_at is null
      do update set title = excluded.title
    returning id`.execute(tx);
  // the row just written is this transaction's until it ends
  return (await findCase(tx, organisationId, rows[0]!.id))!;
}

/**
 * One person's report of a contribution (R118): it hides nothing. Enough of them raise the case, once. Says whether it
 * was just raised; null: this person reported it already.
 */
export async function reportContribution(
  tx: Tx,
  { organisationId, personId }: Said,
  contribution: Contribution,
  { article, articleTitle, words }: Ground & { words: string },
): Promise<{ found: ModerationCase; raised: boolean } | null> {
  const found = await openCase(tx, organisationId, contribution);
  const inserted = await tx
    .insertInto('report')
    .values({
      organisation_id: organisationId,
      case_id: found.id,
      target_kind: contribution.kind,
      target_id: contribution.id,
      person_id: personId,
      article,
      article_title: articleTitle,
      words,
    })
    .onConflict((conflict) => conflict.constraint('report_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  // a case that this very report opened is no case without it
  if (!inserted) {
    await sql`delete from moderation_case where organisation_id = ${organisationId} and id = ${found.id}
      and reports = 0 and asked_at is null`.execute(tx);
    return null;
  }
  const { reportsToRaise } = await findSettings(tx, organisationId);
  const raised = found.raisedAt === null && found.reports + 1 >= reportsToRaise;
  await sql`update moderation_case set reports = reports + 1
      ${raised ? sql`, raised_at = palabre_now(), rank = 0` : sql``}
    where organisation_id = ${organisationId} and id = ${found.id}`.execute(tx);
  if (raised)
    // who reported is nobody's business but the moderators'
    await recordFact(tx, {
      organisationId,
      kind: 'moderation.raised',
      actorId: null,
      subject: { kind: 'moderation-case', id: found.id },
      detail: { target: contribution.kind, reports: found.reports + 1 },
    });
  return { found, raised };
}

/** Its author asks that it be hidden, and says why (R117); null: they asked already. */
export async function askHiding(
  tx: Tx,
  { organisationId, personId }: Said,
  contribution: Contribution,
  justification: string,
): Promise<ModerationCase | null> {
  const found = await openCase(tx, organisationId, contribution);
  const inserted = await tx
    .insertInto('hide_request')
    .values({
      organisation_id: organisationId,
      case_id: found.id,
      person_id: personId,
      justification,
    })
    .onConflict((conflict) => conflict.constraint('hide_request_once').doNothing())
    .returning('case_id')
    .executeTakeFirst();
  if (!inserted) return null;
  await sql`update moderation_case set asked_at = palabre_now(), rank = least(rank, 1)
    where organisation_id = ${organisationId} and id = ${found.id}`.execute(tx);
  await recordFact(tx, {
    organisationId,
    kind: 'moderation.hiding-asked',
    actorId: personId,
    subject: { kind: 'moderation-case', id: found.id },
    detail: { target: contribution.kind },
  });
  return found;
}
