/** The door of the spending: budgets that groups have validated, what they ask to be paid, and how it is paid. */
export { askForBank } from './bank-again.store.ts';
export { BANK_MONTHS } from './bank-purge.store.ts';
export type { Budget } from './budget.ts';
export {
  decideBudget,
  validateBudget,
} from './budget-decision.store.ts';
export { openBudget, saveBudget, submitBudget } from './budget-writing.store.ts';
export { addDocument } from './document.store.ts';
export {
  countToPay,
  findSealedBank,
  listToPay,
  markPaid,
  markReturned,
  openBankDetails,
  type Payable,
} from './payment.store.ts';
export { findRequest, findRequestById, lockRequest } from './request.store.ts';
export type { Request } from './request.ts';
export { approveRequest } from './request-decision.store.ts';
export { checkRequestByPeer, sendRequest } from './request-sending.store.ts';
export {
  openRequest,
  saveBankDetails,
  saveRequest,
  swearRequest,
} from './request-writing.store.ts';
export { listWaitingForTreasurer, type TreasurerStep } from './requests/waiting.store.ts';
