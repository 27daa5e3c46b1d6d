import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const VOTE_COLUMNS: Readonly<Record<string, Fate>> = {
  'public_ballot.nickname': 'removed',
  'public_ballot.person_id': 'removed',
  'reminder_request.person_id': 'removed',
};

export const voteRows = {
  reminders: ownRows(
    ({ organisationId, id }) => sql`select poll_id from reminder_request
    where organisation_id = ${organisationId} and person_id = ${id} order by poll_id`,
  ),
};

/** Ballots are counted as before. Of a public vote, whose the ballot is goes, and the name that was published. */
export async function eraseVoter(tx: Tx, { organisationId, id }: Owner) {
  await tx
    .deleteFrom('reminder_request')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  await tx
    .updateTable('public_ballot')
    .set({ person_id: null })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  return [];
}
