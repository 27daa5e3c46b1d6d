/** The door of the ledger: money goes from one account to another here, and nowhere else. */
export {
  auditLedger,
  type LedgerAudit,
  readBalances,
  readFundMoney,
  readGroupMoney,
} from './balance.store.ts';
export type { Destination } from './donations/destination.ts';
export { enterDonation, takeBackDonation } from './donations/donation.store.ts';
export { importDonations } from './donations/import.store.ts';
export { giveSolidarity } from './donations/solidarity.store.ts';
export { type LedgerAct, recordEntries, reverseEntry } from './ledger.store.ts';
export type {
  AccountKind,
  AccountRef,
  Entry,
  EntryKind,
  EntryRefusal,
  FundMoney,
  GroupMoney,
  RecordedKind,
  ReversalRefusal,
} from './ledger.ts';
