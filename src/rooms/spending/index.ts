/** The door of the spending: budgets that groups have validated, what they ask to be paid, and how it is paid. */
export { askForBank } from './bank-again.store.ts';
export { BANK_MONTHS } from './bank-purge.store.ts';
export {
  type BudgetAct,
  findBudget,
  findBudgetById,
  listBudgetsOfGroup,
} from './budget.store.ts';
export type { Budget, BudgetState } from './budget.ts';
export {
  decideBudget,
  releaseBudget,
  validateBudget,
} from './budget-decision.store.ts';
export { openBudget, saveBudget, submitBudget } from './budget-writing.store.ts';
export { addDocument } from './document.store.ts';
export {
  findSealedBank,
  listToPay,
  markPaid,
  markReturned,
  openBankDetails,
  type Payable,
  type Payer,
} from './payment.store.ts';
export { findRequest, findRequestById, listRequestsOfGroup, lockRequest } from './request.store.ts';
export type { Request, RequestState } from './request.ts';
export { approveRequest, bookRequest, turnRequestDown } from './request-decision.store.ts';
export { answerRequest, checkRequestByPeer, sendRequest } from './request-sending.store.ts';
export {
  openRequest,
  saveBankDetails,
  saveRequest,
  swearRequest,
} from './request-writing.store.ts';
export { listWaitingForTreasurer } from './requests/desk-list.store.ts';
