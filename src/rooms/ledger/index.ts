/** The door of the ledger: money goes from one account to another here, and nowhere else. */
export {
  auditLedger,
  type LedgerAudit,
  readBalances,
  readFundMoney,
  readGroupMoney,
} from './balance.store.ts';
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
