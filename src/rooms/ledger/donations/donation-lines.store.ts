import { readDay } from '../../../platform/clock/paris.ts';
import { readEuros } from '../../../platform/money/euros.ts';
import type { Table } from '../../ideas/index.ts';
import {
  askedNames,
  destinationKey,
  findDestination,
  groupByName,
  type Holder,
} from './destination.ts';
import {
  checkAmount,
  checkDay,
  checkReference,
  type DonationBounds,
  type DonationField,
  type DonationRefusal,
} from './donation.ts';
import type { Columns, ExaminedFile, LineFault, ReadLine } from './donation-file.ts';

type Cents = { ok: true; cents: number } | { ok: false; refusal: DonationRefusal };

/** An amount in euros, typed or in a cell: no sign, no power of ten, no formula. */
export function readAmount(typed: string, bounds: DonationBounds): Cents {
  const read = readEuros(typed);
  if (!read.ok) return { ok: false, refusal: amountRefusals[read.refusal] };
  const refusal = checkAmount(read.cents, bounds);
  return refusal ? { ok: false, refusal } : read;
}

const amountRefusals = {
  'no-amount': 'amount-missing',
  'not-an-amount': 'amount-unreadable',
  'negative-amount': 'amount-negative',
  'amount-too-large': 'amount-too-large',
} as const;

/** « 2026-11-22 », « 22/11/2026 », « 22.11.2026 »; null: no day. */
export function readWrittenDay(typed: string): string | null {
  const words = typed.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words);
  if (iso) return readDay({ year: iso[1]!, month: iso[2]!, day: iso[3]! });
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words);
  return french ? readDay({ day: french[1]!, month: french[2]!, year: french[3]! }) : null;
}

/** How destinations are called in a file, for the rooms that know groups and funds. */
export const listAskedNames = (rows: Table['rows'], columns: Columns): string[] =>
  askedNames(rows.map(({ cells }) => cells[columns.destination]!));

interface Terms {
  bounds: DonationBounds;
  today: string;
  holders: readonly Holder[];
}

type Examined = Pick<ExaminedFile, 'lines' | 'faults' | 'faulty'>;

/** Every line of a file, good or faulty; a fault is told of each cell that has one. */
export function readLines(rows: Table['rows'], columns: Columns, terms: Terms): Examined {
  const named = groupByName(terms.holders);
  const lines: ReadLine[] = [];
  const faults: LineFault[] = [];
  const seen = new Set<string>();
  let faulty = 0;
  for (const { row, cells } of rows) {
    const before = faults.length;
    const cell = (field: DonationField): string => cells[columns[field]]!;
    const tell = (field: DonationField, refusal: DonationRefusal | null): void => {
      if (refusal) faults.push({ row, field, value: cell(field).slice(0, 80), refusal });
    };
    const reference = cell('reference');
    const givenOn = readWrittenDay(cell('givenOn'));
    const amount = readAmount(cell('amount'), terms.bounds);
    const found = findDestination(cell('destination'), named);
    tell('reference', checkReference(reference, { required: true }));
    tell('givenOn', checkDay(givenOn, terms.today));
    tell('amount', amount.ok ? null : amount.refusal);
    tell('destination', found.ok ? null : found.refusal);
    if (found.ok && reference !== '') {
      const key = `${reference}\n${destinationKey(found.destination)}`;
      if (seen.has(key)) tell('reference', 'reference-twice');
      seen.add(key);
    }
    if (faults.length > before) faulty += 1;
    else if (givenOn && amount.ok && found.ok) {
      const { destination } = found;
      lines.push({ row, reference, givenOn, amount: amount.cents, destination });
    }
  }
  return { lines, faults, faulty };
}
