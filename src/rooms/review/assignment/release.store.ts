import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import { lockAssignments } from './opinion-writing.store.ts';

/** Asked by itself of the department of its category, and left as it came: nobody took it, began it or moved it. */
const untouched = sql`asked_by is null and run_id is null and state = 'asked' and version = 1
  and agent_id is null and saved_at is null`;

/** A sheet that was held for a moment while nobody wrote on it. */
const blank = sql`version = 1 and saved_by is null`;

/**
 * Lets go of what routing alone asked about ideas that are taken back. Gives those that somebody studies, brings
 * together, talks about or decides: of these nothing is let go. A day moved by the office is no work on an idea.
 */
export async function releaseIdeas(
  tx: Tx,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<readonly string[]> {
  const at = sql`organisation_id = ${organisationId} and idea_id = any(${[...ideaIds]}::uuid[])`;
  const editions = await sql<{ id: string }>`
    select distinct edition_id as id from study_stage where ${at} order by 1`.execute(tx);
  // routing under way is waited for, then whoever writes on a sheet or answers
  for (const { id } of editions.rows) await lockAssignments(tx, organisationId, id);
  await sql`select from study where ${at} order by idea_id for update`.execute(tx);
  await sql`select from opinion where ${at} order by idea_id, id for update`.execute(tx);
  const { rows: held } = await sql<{ id: string }>`
    select idea_id as id from opinion where ${at} and not (${untouched})
    union select idea_id from study where ${at} and not (${blank})
    union select idea_id from assignment_item where ${at}
    union select idea_id from thread_message where ${at}
    union select idea_id from study_team_member where ${at}
    union select idea_id from decision where ${at}
    union select idea_id from merge_member where ${at}`.execute(tx);
  if (held.length > 0) return held.map(({ id }) => id);
  await sql`delete from study_reminder where organisation_id = ${organisationId}
    and opinion_id in (select id from opinion where ${at})`.execute(tx);
  await sql`delete from opinion where ${at}`.execute(tx);
  await sql`delete from study where ${at}`.execute(tx);
  return [];
}
