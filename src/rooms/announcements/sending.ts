import { type Calendar, expectedAt, isDue, type Moment } from './moment.ts';

/** Where the mailing of a moment stands, for the office. Pure. */
export type Sending =
  | { kind: 'ended'; at: Date; written: number }
  | { kind: 'going'; written: number }
  | { kind: 'expected'; at: Date }
  | { kind: 'past' }
  | { kind: 'unknown' };

/** What is known of a mailing that has begun. */
interface Begun {
  moment: Moment;
  written: number;
  endedAt: Date | null;
}

export function sendingOf(
  moment: Moment,
  calendar: Calendar,
  mailings: readonly Begun[],
  now: Date,
): Sending {
  const mailing = mailings.find((one) => one.moment === moment);
  if (mailing?.endedAt) return { kind: 'ended', at: mailing.endedAt, written: mailing.written };
  if (mailing) return { kind: 'going', written: mailing.written };
  const at = expectedAt(moment, calendar);
  if (!at) return { kind: 'unknown' };
  return at > now || isDue(moment, calendar, now) ? { kind: 'expected', at } : { kind: 'past' };
}
