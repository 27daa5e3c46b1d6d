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
