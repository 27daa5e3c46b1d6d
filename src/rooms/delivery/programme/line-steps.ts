/**
 * The dates of one line as the six steps of a realisation. A file says where a project stands, and only some dates: a
 * step that is passed is done, on the day that its line allows, and its text says what that day is worth.
 */
import { STAGES, type Stage } from '../realisation.ts';
import type { Field, FileStage } from './mapping.ts';
import type { CellReason } from './programme.ts';

/** A day `YYYY-MM-DD`, or the first of a month that is all one knows. */
export interface ReadDate {
  day: string;
  isMonth: boolean;
}

/** What the day of a done step is worth; null: the file says it. */
export type DateWorth = 'at-latest' | 'as-planned' | 'at-earliest' | 'as-imported';

export interface LineStep {
  stage: Stage;
  planned: ReadDate | null;
  done: ReadDate | null;
  worth: DateWorth | null;
}

export const DATE_FIELDS = [
  'study',
  'procurement',
  'works',
  'plannedDelivery',
  'delivered',
  'inaugurated',
] as const satisfies Field[];
export type DateField = (typeof DATE_FIELDS)[number];

export interface LineDates {
  stage: FileStage;
  /** Of its edition; null: its name holds no year. */
  year: number | null;
  dates: Partial<Record<DateField, ReadDate>>;
  /** `YYYY-MM-DD` */
  today: string;
}

export interface ReadSteps {
  steps: LineStep[];
  notes: { field: Field; reason: CellReason }[];
}

/** 2017-07, 07/2017, 2017-07-14, 14/07/2017; null for anything that is no month and no day. */
export function readDate(typed: string): ReadDate | null {
  const text = typed.trim().replace(/[T ]\d{1,2}[:h]\d{2}.*$/, '');
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(text);
  const european = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(text);
  const parts = iso
    ? [iso[1], iso[2], iso[3]]
    : european
      ? [european[3], european[2], european[1]]
      : null;
  if (!parts) return null;
  const [year, month, day] = parts.map((part) => (part === undefined ? null : Number(part))) as [
    number,
    number,
    number | null,
  ];
  if (year < 1990 || year > 2199 || month < 1 || month > 12) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  if (day !== null && (day < 1 || day > last)) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return { day: `${year}-${two(month)}-${two(day ?? 1)}`, isMonth: day === null };
}

export function readSteps({ stage, year, dates, today }: LineDates): ReadSteps {
  const notes: ReadSteps['notes'] = [];
  const given: Partial<Record<Stage, ReadDate | undefined>> = {
    study: dates.study,
    procurement: dates.procurement,
    works: dates.works,
    delivered: dates.delivered,
    inaugurated: dates.inaugurated,
  };
  const isPast = (date: ReadDate | undefined): date is ReadDate =>
    date !== undefined && date.day <= today;
  const halted = stage === 'suspended' || stage === 'abandoned';
  // what stopped says how far it came by its dates alone
  const reached = halted
    ? (STAGES.findLast((one) => isPast(given[one])) ?? 'to-launch')
    : (stage as Stage);
  const at = STAGES.indexOf(reached);
  const steps: LineStep[] = STAGES.map((one, position) => {
    const date = given[one];
    const planned = one === 'delivered' ? (dates.plannedDelivery ?? null) : null;
    if (position > at)
      return { stage: one, planned: planned ?? date ?? null, done: null, worth: null };
    return { stage: one, planned, done: isPast(date) ? date : null, worth: null };
  });
  noteDates(steps, given, { reached: at, year, today, notes });
  fillDone(steps.slice(0, at + 1), { year, today, notes });
  return { steps, notes };
}

/** What is odd in the dates as they stand. */
function noteDates(
  steps: readonly LineStep[],
  given: Partial<Record<Stage, ReadDate | undefined>>,
  at: { reached: number; year: number | null; today: string; notes: ReadSteps['notes'] },
) {
  let before = '';
  for (const [position, { stage, planned }] of steps.entries()) {
    const date = given[stage];
    const field = stage as Field;
    if (!date) {
      if (planned && at.year !== null && Number(planned.day.slice(0, 4)) < at.year)
        at.notes.push({ field: 'plannedDelivery', reason: 'date-before-edition' });
      continue;
    }
    if (at.year !== null && Number(date.day.slice(0, 4)) < at.year)
      at.notes.push({ field, reason: 'date-before-edition' });
    else if (position <= at.reached && date.day > at.today)
      at.notes.push({ field, reason: 'date-to-come' });
    else if (position > at.reached && date.day <= at.today)
      at.notes.push({ field, reason: 'date-planned-past' });
    else if (before !== '' && date.day < before)
      at.notes.push({ field, reason: 'date-out-of-order' });
    if (date.day > before) before = date.day;
  }
}

/** Every step that is passed has a day: the one that the file says, or the closest that its line allows. */
function fillDone(
  passed: LineStep[],
  { year, today, notes }: { year: number | null; today: string; notes: ReadSteps['notes'] },
) {
  for (let position = passed.length - 1; position >= 0; position -= 1) {
    const step = passed[position]!;
    if (step.done) continue;
    const later = passed
      .slice(position + 1)
      .find(({ worth, done }) => done && worth !== 'as-imported');
    const earlier = passed.slice(0, position).findLast(({ done }) => done);
    const inYear: ReadDate | null = year === null ? null : { day: `${year}-12-01`, isMonth: true };
    if (step.stage === 'to-launch') {
      const first = [inYear, ...passed.map(({ done }) => done)]
        .filter((date) => date !== null)
        .sort((one, other) => (one.day < other.day ? -1 : 1))[0];
      step.done = first ?? { day: today, isMonth: false };
      step.worth = first ? 'at-latest' : 'as-imported';
      continue;
    }
    if (step.planned && step.planned.day <= today && !later) {
      step.done = step.planned;
      step.worth = 'as-planned';
    } else if (later?.done) {
      step.done = later.done;
      step.worth = 'at-latest';
    } else if (earlier?.done) {
      step.done = earlier.done;
      step.worth = 'at-earliest';
    } else {
      step.done = { day: today, isMonth: false };
      step.worth = 'as-imported';
    }
    // the delivery of what is open has no column of its own in many files
    if (step.stage !== 'delivered')
      notes.push({ field: step.stage as Field, reason: 'date-missing' });
  }
}
