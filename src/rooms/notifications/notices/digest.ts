import type { Topic } from '../letter.ts';
import type { Rhythm } from './notice.ts';

/** At which time of day in Paris digests are written. */
export const DIGEST_TIME = '07:00';

export type DigestRhythm = Extract<Rhythm, 'daily' | 'weekly'>;

/** Topics that a digest can tell of: what happens in them is always a notice. The others are letters of their own. */
const DIGESTED: readonly Topic[] = [
  'exchanges',
  'comments',
  'supports',
  'followed',
  'editions',
  'calendar',
];

/** What somebody may choose for a topic. */
export const rhythmsOf = (topic: Topic): readonly Rhythm[] =>
  DIGESTED.includes(topic) ? ['immediate', 'daily', 'weekly', 'none'] : ['immediate', 'none'];

const DAY = 24 * 3_600_000;
/** 1: Monday … 7: Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/**
 * The day `YYYY-MM-DD` of the next digest, at a day and time `HH:MM` in Paris: this morning's before it is written, each
 * Monday's for those of the week. Days and not hours are counted, so that a change of the clocks moves none.
 */
export function digestDay(
  rhythm: DigestRhythm,
  { day, time }: { day: string; time: string },
): string {
  const first = time < DIGEST_TIME ? day : addDays(day, 1);
  return rhythm === 'daily' ? first : addDays(first, (8 - weekdayOf(first)) % 7);
}

/** Told one by one in a digest; the others are counted. */
export const MOST_TOLD = 30;
