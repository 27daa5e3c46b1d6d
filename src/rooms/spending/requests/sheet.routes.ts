import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import type { Group } from '../../groups/index.ts';
import { listNicknames } from '../../identity/index.ts';
import { findBudgetById } from '../budget.store.ts';
import type { SpendingDocument } from '../proof.ts';
import type { RequestAct } from '../request.store.ts';
import type { Request } from '../request.ts';
import { readExpense } from './expense.store.ts';
import type { SheetProps } from './sheet.page.tsx';
import { findBankPaper, showDocuments } from './shown.routes.ts';

/** What a sheet shows, to a reader of the group or of the desk. */
export async function readSheet(
  { db, organisation }: SignedInVisit,
  { request, group, documents }: { request: Request; group: Group; documents: SpendingDocument[] },
  {
    acts,
    side,
    seesBank,
  }: { acts: readonly RequestAct[]; side: 'group' | 'desk'; seesBank: boolean },
): Promise<SheetProps> {
  const people = [request.createdBy, request.sentBy, request.checkedBy, request.payeeId];
  const named = [...people, ...acts.map(({ byPersonId }) => byPersonId)].filter(
    (one) => one !== null,
  );
  const budget = request.budgetId
    ? await findBudgetById(db, organisation.id, request.budgetId)
    : null;
  const number = String(budget?.number ?? 0);
  const addressOf =
    side === 'desk'
      ? urls.financeBudget({ budget: number })
      : urls.groupBudget({ group: group.slug, budget: number });
  return {
    request,
    documents: await showDocuments(db, organisation.id, request, documents),
    expense: await readExpense(db, organisation.id, request, documents),
    nicknames: await listNicknames(db, organisation.id, [...new Set(named)]),
    budgetHref: budget && addressOf,
    paper: seesBank ? await findBankPaper(db, organisation.id, request) : null,
  };
}
