/** « Fichier des écritures comptables »: the eighteen columns of article A47 A-1 of the Livre des procédures fiscales. */
import type { RecordedEntry } from './book.ts';
import type { AccountKind, EntryKind } from './ledger.ts';

export const FEC_COLUMNS = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const;

type Journal = 'DON' | 'FON' | 'DEP' | 'OD';

/** Which journal an entry stands in. */
const JOURNALS: Readonly<Record<EntryKind, Journal>> = {
  'fund-endowed': 'FON',
  'fund-lowered': 'FON',
  donation: 'DON',
  'donation-taken-back': 'DON',
  'solidarity-given': 'FON',
  'budget-reserved': 'FON',
  'budget-released': 'FON',
  'spending-booked': 'DEP',
  'spending-paid': 'DEP',
  'payment-returned': 'DEP',
  'booking-undone': 'DEP',
  reversal: 'OD',
};

/** What the file says in words, in French whoever reads. */
export interface FecWords {
  journals: Readonly<Record<Journal, string>>;
  accounts: Readonly<Record<AccountKind, string>>;
  kinds: Readonly<Record<EntryKind, string>>;
}

/** `123456789FEC20261231.txt`: after the SIREN and the last day of the year. */
export const nameFec = (siren: string, year: number): string => `${siren}FEC${year}1231.txt`;

/** One entry as two lines, first the account that is debited: the one that money goes to. */
export function writeFecLines(
  entry: RecordedEntry,
  number: number,
  {
    numbers,
    words,
    nameOf,
    dayOf,
  }: {
    numbers: Readonly<Record<AccountKind, string>>;
    words: FecWords;
    /** Of a holder; '' : nobody knows any more. */
    nameOf: (holderId: string) => string;
    /** The day it is in Paris at an instant. */
    dayOf: (at: Date) => string;
  },
): string {
  const journal = JOURNALS[entry.kind];
  const day = compact(entry.countedOn);
  const label = entry.words
    ? `${words.kinds[entry.kind]} : ${entry.words}`
    : words.kinds[entry.kind];
  const line = (account: RecordedEntry['from'], debit: number, credit: number) =>
    writeFecLine([
      journal,
      words.journals[journal],
      String(number),
      day,
      numbers[account.kind],
      words.accounts[account.kind],
      account.holderId ?? '',
      account.holderId ? nameOf(account.holderId) || account.holderId : '',
      `E${entry.sequence}`,
      day,
      label,
      amountOf(debit),
      amountOf(credit),
      '',
      '',
      compact(dayOf(entry.at)),
      '',
      '',
    ]);
  return line(entry.to, entry.amount, 0) + line(entry.from, 0, entry.amount);
}

/** Tabs part columns, so that no text holds one. */
export const writeFecLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => cell.replaceAll(/[\s\p{C}]+/gu, ' ').trim()).join('\t')}\r\n`;

/** `1234,50`: a comma before cents, nothing between thousands. */
function amountOf(cents: number): string {
  const rest = cents % 100;
  return `${(cents - rest) / 100},${String(rest).padStart(2, '0')}`;
}

const compact = (day: string): string => day.replaceAll('-', '');
