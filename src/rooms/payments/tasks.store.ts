import type { Db } from '../../platform/database/database.ts';
import { listToPay } from '../spending/index.ts';
import { listAlive } from './batch.store.ts';
import type { Payer } from './payment.ts';

/** Requests that no transfer pays yet. */
export async function countToPay(db: Db, organisationId: string, payer: Payer): Promise<number> {
  const toPay = await listToPay(db, organisationId, payer);
  if (toPay.length === 0) return 0;
  const ids = toPay.map(({ id }) => id);
  return toPay.length - (await listAlive(db, organisationId, ids)).length;
}

/** Transfers that the bank has said nothing of. */
export async function countWaiting(db: Db, organisationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('payment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'sent')
    .executeTakeFirstOrThrow();
  return count;
}

/** Numbers of the batches that one request was in, in order. */
export async function listBatchesOf(
  db: Db,
  organisationId: string,
  requestId: string,
): Promise<number[]> {
  const rows = await db
    .selectFrom('payment as p')
    .innerJoin('payment_batch as b', (join) =>
      join.onRef('b.organisation_id', '=', 'p.organisation_id').onRef('b.id', '=', 'p.batch_id'),
    )
    .select('b.number')
    .where('p.organisation_id', '=', organisationId)
    .where('p.request_id', '=', requestId)
    .orderBy('b.number')
    .execute();
  return rows.map(({ number }) => number);
}
