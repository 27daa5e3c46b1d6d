/** The closing of an event: what its host tells of it once it is over (R124, R125). */
import { hostsMeeting, LENGTHS, type Meeting, stateOf } from '../meeting.ts';

export interface WrittenClosing {
  /** Marked text. */
  report: string;
  /** Those who took part, in order. */
  organisations: readonly string[];
  speakers: readonly string[];
  /** How many people came. */
  attendance: number;
}

export interface Closing extends WrittenClosing {
  version: number;
  closedAt: Date;
}

export const MOST_LINES = 100;
const LONGEST_LINE = 160;
const MOST_PEOPLE = 1_000_000;

export type ClosingField = keyof WrittenClosing;
export type ClosingRefusal =
  | 'report-missing'
  | 'text-too-long'
  | 'too-many-lines'
  | 'attendance-wrong';

/** Names, one a line; what is empty is none, and the same one is there once. */
export const readLines = (typed: string): string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((line) => line.replaceAll(/\s+/g, ' ').trim())
      .filter((line) => line !== ''),
  ),
];

/** A whole number of people, nobody included; null: it is none (R125). */
export function readAttendance(typed: string): number | null {
  const people = /^\d{1,7}$/.test(typed) ? Number(typed) : Number.NaN;
  return people <= MOST_PEOPLE ? people : null;
}

/** What is wrong with a closing, by field; `attendance` null: it is no number of people. */
export function checkClosing(
  written: Omit<WrittenClosing, 'attendance'> & { attendance: number | null },
): Partial<Record<ClosingField, ClosingRefusal>> {
  const refusals: Partial<Record<ClosingField, ClosingRefusal>> = {};
  if ([...written.report].length > LENGTHS.words) refusals.report = 'text-too-long';
  if (written.report === '') refusals.report = 'report-missing';
  for (const field of ['organisations', 'speakers'] as const) {
    if (written[field].length > MOST_LINES) refusals[field] = 'too-many-lines';
    if (written[field].some((line) => [...line].length > LONGEST_LINE))
      refusals[field] = 'text-too-long';
  }
  if (written.attendance === null) refusals.attendance = 'attendance-wrong';
  return refusals;
}

/** Whether somebody may close an event now: its host, once it took place (R124). */
export const mayClose = (visitor: { id: string } | null, meeting: Meeting, now: Date): boolean =>
  hostsMeeting(visitor, meeting) && stateOf(meeting, now) === 'over';
