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
  const { rows } = await sql<{ organisation_id: string; id: string }>`
    select m.organisation_id, m.id from mandate m
    where m.verified_at is not null and m.refused_at is null and m.withdrawn_at is null and m.end_told_at is null
      and ${due[news]}
    order by m.ends_at, m.id`.execute(db);
  const found = [];
  for (const { organisation_id, id } of rows) {
    const row = await mandates(db, organisation_id).where('m.id', '=', id).executeTakeFirst();
    if (row) found.push({ organisationId: organisation_id, mandate: asMandate(row) });
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
