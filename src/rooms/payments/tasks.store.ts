import type { Db } from '../../platform/database/database.ts';
import { countToPay } from '../spending/index.ts';
import type { Payer } from './payment.ts';

/** What the desk has to do: requests of each account that no transfer pays yet, and transfers that the bank has said nothing of. */
export async function countPaymentTasks(
  db: Db,
  organisationId: string,
): Promise<Record<Payer | 'waiting', number>> {
  const sent = await db
    .selectFrom('payment')
    .select('request_id')
    .where('organisation_id', '=', organisationId)
    // one that is paid has paid its request in the same transaction
    .where('state', '=', 'sent')
    .execute();
  const ids = sent.map(({ request_id }) => request_id);
  const [usual, campaign] = await Promise.all([
    countToPay(db, organisationId, 'usual', ids),
    countToPay(db, organisationId, 'campaign', ids),
  ]);
  return { usual, campaign, waiting: sent.length };
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
