import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const LETTER_COLUMNS: Readonly<Record<string, Fate>> = {
  'digest.person_id': 'removed',
  'follow.person_id': 'removed',
  'letter.address': 'removed',
  'letter.person_id': 'removed',
  'letter_preference.person_id': 'removed',
  'notice.person_id': 'removed',
};

export const letterRows = {
  letters: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select topic, address, subject, body, queued_at, sent_at from letter
    where organisation_id = ${organisationId} and person_id = ${id} order by queued_at, id`,
  ),
  follows: ownRows(
    ({ organisationId, id }) => sql`select target_kind, target_id, followed_at from follow
    where organisation_id = ${organisationId} and person_id = ${id} order by followed_at, target_id`,
  ),
  notices: ownRows(
    ({ organisationId, id }) => sql`select topic, params ->> 'fr' as words, at, read_at from notice
    where organisation_id = ${organisationId} and person_id = ${id} order by at, id`,
  ),
  choices: ownRows(
    ({ organisationId, id }) => sql`select topic, wanted, rhythm from letter_preference
    where organisation_id = ${organisationId} and person_id = ${id} order by topic`,
  ),
};

/** Letters that wait to be sent go with the others: their jobs find nothing. */
export async function eraseLetters(tx: Tx, { organisationId, id, email }: Owner) {
  await tx
    .deleteFrom('letter')
    .where('organisation_id', '=', organisationId)
    .where('person_id', 'is', null)
    .where('address', '=', email)
    .execute();
  for (const table of ['letter', 'notice', 'digest', 'follow', 'letter_preference'] as const)
    await tx
      .deleteFrom(table)
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', id)
      .execute();
  return [];
}
