/** The door of the funds: what each allows, who sees its actions, and what is used of it. */
export { findFund, findFundById, listFunds, listOpenFunds, lockFund } from './fund.store.ts';
export { type ActionReader, type Fund, isFundOpen, seesActions, type Visibility } from './fund.ts';
export { findActionReader } from './reader.store.ts';
