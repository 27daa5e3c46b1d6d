/** The door of the funds: what each allows, who sees its actions, and what is used of it. */
export { moveEndowment } from './endowment.store.ts';
export { noteFundUse } from './fund.mails.ts';
export { findFund, findFundById, listFunds, listOpenFunds, lockFund } from './fund.store.ts';
export {
  type ActionReader,
  type Fund,
  isFundOpen,
  seesActions,
  type WrittenFund,
} from './fund.ts';
export { createFund, openFund } from './fund-writing.store.ts';
export { findActionReader } from './reader.store.ts';
export { changeThreshold, listThresholdChanges } from './threshold.store.ts';
export { USUAL_STEPS } from './threshold.ts';
