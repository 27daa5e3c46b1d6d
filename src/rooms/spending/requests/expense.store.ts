import type { Db } from '../../../platform/database/database.ts';
import { readBalances } from '../../ledger/index.ts';
import { findBudgetById } from '../budget.store.ts';
import { maximumLeft } from '../budget.ts';
import { findGrounds } from '../ground.store.ts';
import { type SpendingDocument, sumReceipts } from '../proof.ts';
import type { Request } from '../request.ts';
import type { FundExpense } from '../share.ts';

/** What the share of a request is made of, as it is now, for a page: booking reads it again under its locks. */
export async function readExpense(
  db: Db,
  organisationId: string,
  request: Request,
  documents: readonly SpendingDocument[],
): Promise<FundExpense> {
  const budget = request.budgetId
    ? await findBudgetById(db, organisationId, request.budgetId)
    : null;
  const grounds = budget && (await findGrounds(db, organisationId, budget));
  const envelope = { kind: 'group', holderId: request.groupId } as const;
  const [balance] = await readBalances(db, organisationId, [envelope]);
  return {
    amount: request.amount,
    receipts: sumReceipts(documents, request.timing),
    validated: budget?.amount ?? 0,
    left: grounds ? maximumLeft(grounds.ground) : 0,
    excessToGroup: request.excessToGroup,
    balance: balance!,
  };
}
