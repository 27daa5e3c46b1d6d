/** The door of the ledger: money goes from one account to another here, and nowhere else. */
export {
  auditLedger,
  readBalances,
  readFundMoney,
  readGroupMoney,
} from './balance.store.ts';
export { enterDonation } from './donations/donation.store.ts';
export { importDonations } from './donations/import.store.ts';
export { queueDonationRuns } from './donations/import-run.store.ts';
export { giveSolidarity } from './donations/solidarity.store.ts';
export { recordEntries, reverseEntry } from './ledger.store.ts';
export type {
  AccountKind,
  AccountRef,
  Entry,
  RecordedKind,
} from './ledger.ts';
