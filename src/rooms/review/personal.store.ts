import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const STUDY_COLUMNS: Readonly<Record<string, Fate>> = {
  'decision_notice.name': 'removed',
  'decision_notice.person_id': 'unnamed',
  'merge_member.answered_by': 'unnamed',
  'study_team_member.person_id': 'removed',
  'thread_mention.person_id': 'removed',
  'thread_message.written_by': 'unnamed',
};

export const studyRows = {
  messages: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select idea_id, channel, side, body, written_at from thread_message
    where organisation_id = ${organisationId} and written_by = ${id} order by written_at, id`,
  ),
  merges: ownRows(
    ({ organisationId, id }) => sql`select idea_id, answer, words, answered_at from merge_member
    where organisation_id = ${organisationId} and answered_by = ${id} order by answered_at, idea_id`,
  ),
  teams: ownRows(
    ({ organisationId, id }) => sql`select idea_id, part, added_at from study_team_member
    where organisation_id = ${organisationId} and person_id = ${id} order by added_at, idea_id`,
  ),
  told: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select idea_id, round, name, channel, written_at from decision_notice
    where organisation_id = ${organisationId} and person_id = ${id} order by written_at, idea_id`,
  ),
};

/** What was said about an idea stays with its file, without who said it. */
export async function eraseFromStudy(tx: Tx, { organisationId, id }: Owner) {
  for (const table of ['thread_mention', 'study_team_member'] as const)
    await tx
      .deleteFrom(table)
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', id)
      .execute();
  await tx
    .updateTable('decision_notice')
    .set({ name: '' })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  return [];
}
