import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { refuseConfirming } from '../bank-again.ts';
import { asRequest, requests } from '../request.store.ts';
import { mayCheck, type Request } from '../request.ts';

/**
 * What a treasurer of a group is asked for: to check what another one wrote, to answer the finance desk, to give bank
 * details again, or to confirm those that another one gave.
 */
export type TreasurerStep = 'check' | 'answer' | 'give-bank' | 'confirm-bank';

/** Requests of these groups that wait for this treasurer, in order. */
export async function listWaitingForTreasurer(
  db: Db,
  organisationId: string,
  groupIds: readonly string[],
  by: string,
): Promise<(Request & { step: TreasurerStep })[]> {
  if (groupIds.length === 0) return [];
  const rows = await requests(db, organisationId)
    .where(sql<boolean>`group_id = any(${[...groupIds]}::uuid[])`)
    .where((where) =>
      where.or([
        where('state', 'in', ['peer-review', 'info-needed']),
        where('bank_asked_at', 'is not', null),
      ]),
    )
    .orderBy('number')
    .execute();
  return rows.map(asRequest).flatMap((request) => {
    const step = findStep(request, by);
    return step ? [{ ...request, step }] : [];
  });
}

function findStep(request: Request, by: string): TreasurerStep | null {
  if (request.state === 'peer-review') return mayCheck(request, by) ? 'check' : null;
  if (request.state === 'info-needed') return request.payeeId === by ? null : 'answer';
  if (request.bankGivenBy === null) return 'give-bank';
  return refuseConfirming(request, by) === null ? 'confirm-bank' : null;
}
