/** One movement of an account, as a bank tells it. */
export interface Movement {
  /** `YYYY-MM-DD`: when the bank booked it. */
  day: string;
  /** Cents; below zero, it went out. */
  amount: number;
  /** What the bank calls it, the same on every statement; '' : it does not say. */
  bankReference: string;
  endToEndId: string;
  words: string;
  /** Money of ours that came back. */
  returned: boolean;
}

/** What a bank tells of one account. */
export interface Statement {
  /** '' : the file does not say whose it is. */
  iban: string;
  firstDay: string | null;
  lastDay: string | null;
  /** Cents; null: the file does not say. */
  opening: number | null;
  closing: number | null;
  movements: Movement[];
}

export type StatementRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-kind'
  | 'file-damaged'
  | 'file-active'
  | 'no-statement'
  | 'too-many-movements'
  | 'other-currency'
  | 'unreadable-amount'
  | 'unreadable-day'
  | 'unknown-columns';

export type ReadStatements =
  | { ok: true; format: 'camt.053' | 'csv'; statements: Statement[] }
  | {
      ok: false;
      refusal: StatementRefusal;
      /** Of the file, counted from 1. */
      row?: number;
      /** What the columns are called, where nobody knows what they hold. */
      columns?: string[];
    };

export const STATEMENT_BYTES = 10 * 1024 * 1024;
export const MOST_MOVEMENTS = 20_000;
const LONGEST_WORDS = 500;

/** Thrown by readers; never seen outside of this folder. */
export class UnreadableStatement extends Error {
  readonly refusal: StatementRefusal;
  readonly row: number | undefined;
  constructor(refusal: StatementRefusal, row?: number) {
    super(refusal);
    this.refusal = refusal;
    this.row = row;
  }
}

/** A day that there is, or null. */
export function readIsoDay(text: string): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (!day || !/^(?:19|20|21)/.test(day)) return null;
  const at = new Date(`${day}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day ? day : null;
}

export const firstAndLast = (days: readonly string[]) => {
  const sorted = [...days].sort();
  return { firstDay: sorted[0] ?? null, lastDay: sorted.at(-1) ?? null };
};

/** One line of words, without signs that nobody sees. */
export const cleanWords = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(0, LONGEST_WORDS)
    .trim()
    .toWellFormed();
