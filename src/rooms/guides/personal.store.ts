import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const READING_COLUMNS: Readonly<Record<string, Fate>> = {
  'guide_reading.person_id': 'removed',
};

export const readingRows = {
  readings: ownRows(
    ({ organisationId, id }) => sql`select page_id, version, read_at from guide_reading
    where organisation_id = ${organisationId} and person_id = ${id} order by read_at, page_id`,
  ),
};

export async function eraseReadings(tx: Tx, { organisationId, id }: Owner) {
  await tx
    .deleteFrom('guide_reading')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  return [];
}
