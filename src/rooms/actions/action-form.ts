/** An action as its form sends it: everything as typed, and what can be made of it. Pure. */
import { isReadable, measureText } from '../ideas/index.ts';
import { ACTION_KINDS, LENGTHS, type Line, MOST_LINES, type WrittenAction } from './action.ts';

/** A row of the budget as typed. */
export interface TypedLine {
  label: string;
  amount: string;
}

export interface TypedAction {
  texts: WrittenAction;
  lines: readonly TypedLine[];
}

/** Empty rows that the form offers after those that hold something. */
const SPARE_ROWS = 2;

/** As many as are filled and some more; `asked`: rows that somebody wants to see. */
export function countRows(filled: number, asked = 0): number {
  return Math.min(MOST_LINES, Math.max(3, filled + SPARE_ROWS, asked));
}

/** Reads « ligne 1, ligne 2 … » of the form; rows without anything are none. */
export function readRows(text: (name: string) => string): TypedLine[] {
  return Array.from({ length: MOST_LINES }, (_, index) => ({
    label: text(`depense-${index + 1}`)
      .replaceAll(/\s+/g, ' ')
      .trim(),
    amount: text(`montant-${index + 1}`),
  }));
}

export const isFilled = ({ label, amount }: TypedLine): boolean => label !== '' || amount !== '';

export type LineRefusal =
  | 'label-missing'
  | 'label-too-long'
  | 'no-amount'
  | 'not-an-amount'
  | 'negative-amount'
  | 'amount-too-large';

export interface ReadLines {
  /** Those that are right. */
  lines: Line[];
  /** Of those that are not: the row, from 1, and which of its two fields. */
  refused: { row: number; field: 'label' | 'amount'; refusal: LineRefusal }[];
}

type ReadAmount = (
  typed: string,
) => { ok: true; cents: number } | { ok: false; refusal: Exclude<LineRefusal, `label-${string}`> };

/** `readAmount`: digit by digit, never a floating point number (`platform/money`). */
export function readLines(rows: readonly TypedLine[], readAmount: ReadAmount): ReadLines {
  const read: ReadLines = { lines: [], refused: [] };
  for (const [index, row] of rows.entries()) {
    if (!isFilled(row)) continue;
    const at = index + 1;
    const label = checkLabel(row.label);
    if (label) read.refused.push({ row: at, field: 'label', refusal: label });
    const amount = readAmount(row.amount);
    if (!amount.ok) read.refused.push({ row: at, field: 'amount', refusal: amount.refusal });
    else if (amount.cents === 0)
      read.refused.push({ row: at, field: 'amount', refusal: 'negative-amount' });
    else if (!label) read.lines.push({ label: row.label, amount: amount.cents });
  }
  return read;
}

function checkLabel(label: string): 'label-missing' | 'label-too-long' | null {
  if (!isReadable(label)) return 'label-missing';
  return measureText(label, LENGTHS.label) === 'fits' ? null : 'label-too-long';
}

/** A kind that is none is not said yet. */
export const readKind = (typed: string): WrittenAction['kind'] =>
  ACTION_KINDS.find((kind) => kind === typed) ?? '';
