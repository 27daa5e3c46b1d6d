import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';

/** Who acts, in which movement. */
export interface SpendingAct {
  organisationId: string;
  by: string;
}

/**
 * All of it or nothing, also inside the caller's transaction: the ledger is asked last, when rows are written already, and
 * what it refuses is undone.
 */
export function atOnce<T extends { ok: boolean }>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return inTransaction(db, async (tx) => {
    await sql`savepoint spending`.execute(tx);
    const done = await work(tx);
    if (!done.ok) await sql`rollback to savepoint spending`.execute(tx);
    await sql`release savepoint spending`.execute(tx);
    return done;
  });
}

/** The next number of an address in the movement: held until the transaction ends. */
export async function takeNumber(
  tx: Tx,
  organisationId: string,
  table: 'spending_budget' | 'spending_request',
): Promise<number> {
  const key = `${table}:${organisationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  const row = await tx
    .selectFrom(table)
    .select(({ fn }) => fn.max('number').as('last'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}
