/** What the desk reads in the books: accounts and entries as they are listed, and what is asked for in an address. */
import {
  ACCOUNT_KINDS,
  type AccountKind,
  ENTRY_KINDS,
  type EntryKind,
  HOLDERS,
  type HolderKind,
} from './ledger.ts';

/** Lines on a page. */
export const PAGE_SIZE = 50;

/** An account as an entry names it. */
export interface SeenAccount {
  id: string;
  kind: AccountKind;
  holderId: string | null;
}

export interface OpenAccount extends SeenAccount {
  /** Cents, zero or above: what it holds, or what came out of a source. */
  balance: number;
  openedAt: Date;
}

/** Everything that one holder has, on one line. */
export interface HolderAccounts {
  holderId: string;
  /** By kind; those not opened are not there. Cents. */
  accounts: Partial<Record<AccountKind, { id: string; balance: number }>>;
}

export interface RecordedEntry {
  id: string;
  /** In order of recording; also what it is called. */
  sequence: number;
  kind: EntryKind;
  from: SeenAccount;
  to: SeenAccount;
  /** Cents. */
  amount: number;
  words: string;
  /** `YYYY-MM-DD` */
  countedOn: string;
  at: Date;
  by: string | null;
  about: { kind: string; id: string } | null;
  /** The number of the entry that it takes back. */
  reverses: number | null;
}

/** An entry as the history of one account tells it. */
export interface AccountLine extends RecordedEntry {
  /** What the account held after it: cents. */
  after: number;
}

export const HOLDER_KINDS = ['fund', 'group'] as const satisfies readonly HolderKind[];
/** What it is called in an address. */
export const HOLDER_SEGMENTS: Readonly<Record<HolderKind, string>> = {
  fund: 'fonds',
  group: 'groupes',
};

/** Accounts of one kind of holder, the free one first. */
export const kindsOf = (holder: HolderKind | null): AccountKind[] =>
  ACCOUNT_KINDS.filter((kind) => HOLDERS[kind] === holder);

export interface AccountsFilter {
  /** As typed; '' : all. */
  words: string;
  holder: HolderKind;
  /** The account after which the page begins. */
  after: string | null;
}

export interface EntriesFilter {
  kind: EntryKind | null;
  /** `YYYY-MM-DD`, both included; null: no bound. */
  from: string | null;
  to: string | null;
  /** Of a fund or a group; as typed, '' : all. */
  words: string;
  /** The entry after which the page begins. */
  after: string | null;
}

type Get = (name: string) => string | null;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const readId = (typed: string | null): string | null => (UUID.test(typed ?? '') ? typed : null);
const readWords = (typed: string | null): string => (typed ?? '').trim().slice(0, 100);

/** A day as browsers send it; null: none, or no day of the calendar. */
export function readIsoDay(typed: string | null): string | null {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(typed ?? '')) return null;
  const at = new Date(`${typed}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === typed ? typed : null;
}

export const readAccountsFilter = (get: Get): AccountsFilter => ({
  words: readWords(get('q')),
  holder: HOLDER_KINDS.find((kind) => HOLDER_SEGMENTS[kind] === get('genre')) ?? 'group',
  after: readId(get('apres')),
});

export const writeAccountsFilter = ({ words, holder, after }: Partial<AccountsFilter>) => ({
  q: words || undefined,
  genre: holder && holder !== 'group' ? HOLDER_SEGMENTS[holder] : undefined,
  apres: after ?? undefined,
});

export const readEntriesFilter = (get: Get): EntriesFilter => ({
  kind: ENTRY_KINDS.find((kind) => kind === get('genre')) ?? null,
  from: readIsoDay(get('du')),
  to: readIsoDay(get('au')),
  words: readWords(get('q')),
  after: readId(get('apres')),
});

export const writeEntriesFilter = (filter: Partial<EntriesFilter>) => ({
  genre: filter.kind ?? undefined,
  du: filter.from ?? undefined,
  au: filter.to ?? undefined,
  q: filter.words || undefined,
  apres: filter.after ?? undefined,
});
