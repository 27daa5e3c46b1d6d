import { sql } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';
import { isInside } from '../../spaces/index.ts';

/** Ideas looked at together. */
const BATCH = 1000;

/** Says of every idea with a point whether it lies outside; null: no outline tells it any more. */
export async function tellOutside(
  db: Database,
  organisationId: string,
  commune: Parameters<typeof isInside>[1] | null,
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db
      .selectFrom('idea')
      .select(['id', 'longitude', 'latitude', 'outside'])
      .where('organisation_id', '=', organisationId)
      .where('longitude', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    const told = rows.map(({ id, longitude, latitude, outside }) => ({
      id,
      before: outside,
      outside: commune && !isInside({ longitude: longitude!, latitude: latitude! }, commune),
    }));
    for (const outside of [true, false, null]) {
      const ids = told
        .filter((one) => one.outside === outside && one.before !== outside)
        .map(({ id }) => id);
      if (ids.length === 0) continue;
      await db
        .updateTable('idea')
        .set({ outside })
        .where('organisation_id', '=', organisationId)
        .where(sql<boolean>`id = any(${ids}::uuid[])`)
        // moved since it was read: its own edit has told it
        .where('longitude', 'is not', null)
        .execute();
    }
  }
}
