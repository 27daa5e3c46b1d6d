import { parse } from 'csv-parse/sync';
import { readEuros } from '../money/euros.ts';
import { decodeText } from '../text/decode.ts';
import {
  cleanWords,
  firstAndLast,
  MOST_MOVEMENTS,
  type Movement,
  readIsoDay,
  type Statement,
  UnreadableStatement,
} from './statement.ts';

/** Which column holds what, by its name in the file; « amount », or « debit » and « credit ». */
type StatementColumn = 'day' | 'words' | 'amount' | 'debit' | 'credit';
export type NamedColumns = Partial<Record<StatementColumn, string>>;

/** Names that French banks give to their columns; the first that is there is taken. */
const USUAL: Record<StatementColumn, readonly string[]> = {
  day: [
    'date de comptabilisation',
    'date comptable',
    'date operation',
    "date d'operation",
    'date de l operation',
    'dateop',
    'date',
    'date valeur',
    'date de valeur',
  ],
  words: [
    'libelle simplifie',
    'libelle operation',
    "libelle de l'operation",
    'libelle complet',
    'libelle',
    'label',
    'intitule',
    'description',
    'operation',
    'communication',
  ],
  amount: [
    'montant',
    'montant (eur)',
    'montant eur',
    'montant(euros)',
    'montant en euros',
    'amount',
  ],
  debit: ['debit', 'debit euros', 'debit (eur)', 'montant debit', 'debit eur'],
  credit: ['credit', 'credit euros', 'credit (eur)', 'montant credit', 'credit eur'],
};

/** Lines that a bank may write above the names of its columns. */
const PREAMBLE = 30;
const SEPARATORS = [';', '\t', ',', '|'];

/**
 * Movements of a file for spreadsheets, as French banks export it: its columns known by their usual names, or by those
 * that a person says. A bank of this kind gives no reference.
 */
export function readStatementCsv(
  bytes: Buffer,
  named: NamedColumns = {},
): { statement: Statement } | { columns: string[] } {
  const { text } = decodeText(bytes);
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 20_000)) || /^\s*(%PDF-|<|PK)/i.test(text))
    throw new UnreadableStatement('file-kind');
  const records = splitRecords(text);
  const heading = findHeading(records, named);
  if (!heading) {
    const widest = records.slice(0, PREAMBLE).reduce((a, b) => (b.length > a.length ? b : a), []);
    const names = [...new Set(widest.map(cleanWords).filter((name) => name !== ''))];
    if (names.length < 2) throw new UnreadableStatement('file-kind');
    return { columns: names.slice(0, 50).map((name) => name.slice(0, 100)) };
  }
  const { row: headingRow, at } = heading;
  const movements: Movement[] = [];
  for (const [index, cells] of records.entries()) {
    if (index <= headingRow || cells.every((cell) => cell.trim() === '')) continue;
    const cell = (column: StatementColumn) => cells[at[column] ?? -1]?.trim() ?? '';
    const day = readDayCell(cell('day'));
    const amount = readAmountCells(cell, index + 1);
    // a total or a balance below the movements: no day, or nothing moved
    if (amount === 0) continue;
    if (!day) {
      if (cell('day') === '') continue;
      throw new UnreadableStatement('unreadable-day', index + 1);
    }
    movements.push({
      day,
      amount,
      bankReference: '',
      endToEndId: '',
      words: cleanWords(cell('words')),
      returned: false,
    });
    if (movements.length > MOST_MOVEMENTS) throw new UnreadableStatement('too-many-movements');
  }
  if (movements.length === 0) throw new UnreadableStatement('no-statement');
  const days = firstAndLast(movements.map(({ day }) => day));
  return { statement: { iban: '', ...days, opening: null, closing: null, movements } };
}

function splitRecords(text: string): string[][] {
  let best: string[][] = [];
  for (const delimiter of SEPARATORS) {
    let records: string[][];
    try {
      records = parse(text, {
        delimiter,
        bom: true,
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: false,
        to: MOST_MOVEMENTS + PREAMBLE + 100,
      }) as string[][];
    } catch {
      continue;
    }
    const width = (all: string[][]) =>
      Math.max(0, ...all.slice(0, PREAMBLE).map((one) => one.length));
    if (width(records) > width(best)) best = records;
  }
  if (best.length === 0) throw new UnreadableStatement('file-damaged');
  return best;
}

function findHeading(
  records: readonly string[][],
  named: NamedColumns,
): { row: number; at: Partial<Record<StatementColumn, number>> } | null {
  for (const [row, cells] of records.slice(0, PREAMBLE).entries()) {
    const names = cells.map(foldName);
    const at: Partial<Record<StatementColumn, number>> = {};
    for (const column of Object.keys(USUAL) as StatementColumn[]) {
      const said = named[column];
      const wanted = said ? [foldName(said)] : USUAL[column];
      const found = wanted.map((name) => names.indexOf(name)).find((index) => index >= 0);
      if (found !== undefined) at[column] = found;
    }
    const hasAmount = at.amount !== undefined || at.debit !== undefined || at.credit !== undefined;
    if (at.day !== undefined && at.words !== undefined && hasAmount) return { row, at };
  }
  return null;
}

const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[\s_]+/g, ' ')
    .trim();

/** « 23/11/2026 », « 23-11-26 », « 2026-11-23 », « 23.11.2026 ». */
function readDayCell(cell: string): string | null {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\s|$)/.exec(cell);
  if (!french) return readIsoDay(cell);
  const [, date, month, year] = french;
  return readIsoDay(
    `${year!.length === 2 ? `20${year}` : year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`,
  );
}

/** One signed amount; else what went out, with or without a sign, and what came in. */
function readAmountCells(cell: (column: StatementColumn) => string, row: number): number {
  if (cell('amount') !== '') return readSigned(cell('amount'), row);
  const out = cell('debit') === '' ? 0 : -Math.abs(readSigned(cell('debit'), row));
  const into = cell('credit') === '' ? 0 : Math.abs(readSigned(cell('credit'), row));
  return out + into;
}

function readSigned(cell: string, row: number): number {
  const below = /^[-−–]|[-−–]$|^\(.*\)$/u.test(cell.trim());
  const digits = cell.replaceAll(/[-−–+()\s\u202f\u00a0]/gu, '').replace(/(?:€|EUR)$/iu, '');
  // « 1.234,56 » and « 1,234.56 »: the last of the two opens the cents
  const marks = digits.replaceAll(/\d/g, '');
  const plain = /^[.,]+$/.test(marks) && marks.length > 1 ? withoutThousands(digits) : digits;
  const read = readEuros(plain);
  if (!read.ok) throw new UnreadableStatement('unreadable-amount', row);
  return below ? -read.cents : read.cents;
}

function withoutThousands(digits: string): string {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  return digits.slice(0, last).replaceAll(/[.,]/g, '') + digits.slice(last);
}
