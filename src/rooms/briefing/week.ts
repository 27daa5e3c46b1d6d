/**
 * The week of the mayor's office: what advanced in the seven days behind, what is late, what comes in the fourteen days
 * ahead. Days are `YYYY-MM-DD` as a French town hall counts them. Pure.
 */
import type { RecentDelivery } from '../delivery/index.ts';
import type { Meeting } from '../meetings/index.ts';
import { addDays, type Edition, type Phase } from '../spaces/index.ts';

const DAYS_BEHIND = 7;
const DAYS_AHEAD = 14;

/** At what time of Monday the letter is written, and until when one that could not be is still news. */
const WRITTEN_AT = '07:00';
const LATEST_WEEKDAY = 2;

/** 1: Monday … 7: Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

/** The Monday whose letter is to be written at a day and time `HH:MM` in Paris; null: none. Tuesday is for a server that was down. */
export function letterDue({ day, time }: { day: string; time: string }): string | null {
  const weekday = weekdayOf(day);
  if (weekday > LATEST_WEEKDAY || (weekday === 1 && time < WRITTEN_AT)) return null;
  return mondayOf(day);
}

/** What a day looks back on and ahead to: both ends are told. */
export interface WeekDays {
  /** The first of the seven days behind. */
  since: string;
  today: string;
  /** The last of the fourteen days ahead. */
  lastDay: string;
}

export const daysAround = (today: string): WeekDays => ({
  since: addDays(today, -DAYS_BEHIND),
  today,
  lastDay: addDays(today, DAYS_AHEAD),
});

/** A phase of an edition that begins or ends soon. */
export interface Turn {
  edition: Pick<Edition, 'id' | 'slug' | 'title'>;
  step: Phase['step'];
  edge: 'begins' | 'ends';
  at: Date;
}

export interface Week {
  days: WeekDays;
  delivery: RecentDelivery;
  /** In order of time, those that were cancelled left out. */
  meetings: readonly Meeting[];
  turns: readonly Turn[];
  /** Slugs, by id. */
  editions: ReadonlyMap<string, string>;
}

/** The turns of the calendars between two instants, in order of time: an end that is a beginning is told once. */
export function listTurns(editions: readonly Edition[], from: Date, until: Date): Turn[] {
  const soon = (at: Date | null): at is Date => at !== null && at >= from && at < until;
  return editions
    .filter(({ archivedAt }) => archivedAt === null)
    .flatMap((edition) =>
      edition.phases.flatMap(({ step, startsAt, endsAt }): Turn[] => [
        ...(soon(startsAt) ? [{ edition, step, edge: 'begins' as const, at: startsAt }] : []),
        ...(soon(endsAt) && !edition.phases.some((next) => +next.startsAt === +endsAt)
          ? [{ edition, step, edge: 'ends' as const, at: endsAt }]
          : []),
      ]),
    )
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** Nothing advanced, nothing is late, nothing comes: then nothing is written. */
export const isEmpty = ({ delivery, meetings, turns }: Week): boolean =>
  delivery.happenings.length +
    delivery.lateCount +
    delivery.due.length +
    meetings.length +
    turns.length ===
    0 &&
  delivery.committed === 0 &&
  delivery.spent === 0;
