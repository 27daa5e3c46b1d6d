import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Mandate } from './mandate.ts';
import { asMandate, mandates } from './mandate-row.store.ts';

/** Days before the end of a mandate that its holder is reminded. */
const REMINDED_DAYS = 31;

const due = {
  ending: sql<boolean>`m.reminded_at is null and m.ends_at > palabre_now()
    and m.ends_at <= palabre_now() + make_interval(days => ${REMINDED_DAYS}::int)`,
  ended: sql<boolean>`m.ends_at <= palabre_now()`,
};

/** Verified mandates of every organisation that end soon, or have ended, and whose holders were not told. */
export async function listEnding(
  db: Database,
  news: 'ending' | 'ended',
): Promise<{ organisationId: string; mandate: Mandate }[]> {
  const organisations = await db.selectFrom('organisation').select('id').execute();
  const found = [];
  for (const { id } of organisations) {
    const rows = await mandates(db, id)
      .where('m.verified_at', 'is not', null)
      .where('m.refused_at', 'is', null)
      .where('m.withdrawn_at', 'is', null)
      .where('m.end_told_at', 'is', null)
      .where(due[news])
      .orderBy('m.ends_at')
      .execute();
    for (const row of rows) found.push({ organisationId: id, mandate: asMandate(row) });
  }
  return found;
}

/** Notes that a holder is told, in the transaction that tells them. false: they were. */
export async function markEndTold(
  tx: Tx,
  organisationId: string,
  id: string,
  news: 'ending' | 'ended',
): Promise<boolean> {
  const column = news === 'ending' ? 'reminded_at' : 'end_told_at';
  const { numUpdatedRows } = await tx
    .updateTable('mandate')
    .set({ [column]: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where(column, 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
