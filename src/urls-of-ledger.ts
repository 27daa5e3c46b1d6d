import { address } from './platform/http/address.ts';

/** The finance desk of a movement, and its ledger. A part of `urls`; elsewhere these addresses are not there. */
export const urlsOfLedger = {
  finances: address('/finances'),
  /** `q`, `genre=groupes`, `apres`: the account after which the page begins. */
  financeAccounts: address('/finances/comptes'),
  /** `avant`: the number of the entry before which the page begins. */
  financeAccount: address('/finances/comptes/:account'),
  /** `genre`, `du`, `au`, `q`, `apres`: the entry after which the page begins. */
  financeEntries: address('/finances/ecritures'),
  /** By its number. */
  financeEntry: address('/finances/ecritures/:entry'),
  /** ecritures.csv, ecritures.xlsx with the filters of the list; fec with `annee`. */
  financeExport: address('/finances/exports/:file'),
  financeSettings: address('/finances/reglages'),
} as const;
