/** The day and hour at which a newsletter leaves by itself, and why it did not. Pure; instants in UTC. */
import { checkDate } from '../news.ts';

/** Why it stayed on its day: it waits for somebody since. */
export type HeldFor = 'pause' | 'nobody' | 'items-gone';

export interface Plan {
  sendsAt: Date;
  /** What its writer said where a pre-electoral period covers that day; '' : nothing was asked. */
  pauseReason: string;
  plannedBy: string;
  /** null: it waits for its hour. */
  heldFor: HeldFor | null;
}

export type PlanRefusal = 'date-unreadable' | 'date-past' | 'date-far' | 'pause-unexplained';

/** `sendsAt` null: what was typed is no date. A period that covers the day asks why the letter informs (L52-1). */
export function checkPlan(
  { sendsAt, explained }: { sendsAt: Date | null; explained: boolean },
  { now, paused }: { now: Date; paused: boolean },
): PlanRefusal | null {
  if (!sendsAt) return 'date-unreadable';
  const odd = checkDate(sendsAt, now);
  if (odd === 'date-past' || odd === 'date-far') return odd;
  return paused && !explained ? 'pause-unexplained' : null;
}

/** What keeps it from leaving at its hour; a period that was declared since it was planned does. */
export function findHindrance(at: {
  paused: boolean;
  explained: boolean;
  counted: number;
  gone: boolean;
}): HeldFor | null {
  if (at.paused && !at.explained) return 'pause';
  if (at.gone) return 'items-gone';
  return at.counted === 0 ? 'nobody' : null;
}
