/** When reminders leave, how many at once, and who may ask for one. Instants in UTC, lengths in milliseconds. */
import type { EligibilityRefusal } from '../box/eligibility.ts';
import type { PollState } from '../poll.ts';

/** Before the close: to all who agreed, or to those who asked on the page of this very vote. */
export type ReminderKind = 'close' | 'asked';

const HOUR = 3_600_000;
/** « 48 h before the close », counted from the close of the moment: an extension moves it. */
const FIRST_LEAVE = 48 * HOUR;
/** 24 h before the close and the hour until the next round: whatever is still waiting leaves now. */
const LAST_LEAVE = 25 * HOUR;
/** Fewer would point at someone: they wait for others, until the last moment. */
export const FEWEST = 10;
/** Mails queued in one transaction. */
export const BATCH = 50;

/** Whether a mailing may start, or go on, with so many people to write to. */
export function mayLeave(
  kind: ReminderKind,
  { left, due, begun }: { left: number; due: number; begun: boolean },
): boolean {
  if (left <= LAST_LEAVE) return true;
  if (kind === 'asked' || left > FIRST_LEAVE) return false;
  return begun || due >= FEWEST;
}

/** In batches of at most `most`, the last of which is not left with fewer than `fewest`. */
export function cutBatches<T>(things: readonly T[], most = BATCH, fewest = FEWEST): T[][] {
  const batches: T[][] = [];
  for (let from = 0; from < things.length; from += most)
    batches.push(things.slice(from, from + most));
  const last = batches.at(-1);
  if (batches.length < 2 || last!.length >= fewest) return batches;
  batches.pop();
  batches.at(-1)!.push(...last!);
  return batches;
}

/** Whether someone with this standing is written to. Who asked may still have to declare who they are. */
export function mayBeReminded(kind: ReminderKind, refusal: EligibilityRefusal | null): boolean {
  return refusal === null || (kind === 'asked' && refusal === 'identity-not-declared');
}

/** What the page of the vote offers: to ask, to take it back, a word that the account provides for it, or nothing. */
export type ReminderOffer = 'may-ask' | 'asked' | 'by-account' | null;

export interface ReminderFacts {
  state: PollState;
  /** Until the close. */
  left: number;
  hasVoted: boolean;
  refusal: EligibilityRefusal | null;
  agreed: boolean;
  asked: boolean;
  /** Mailings that began already. */
  begun: ReadonlySet<ReminderKind>;
}

export function offerReminder(facts: ReminderFacts): ReminderOffer {
  if (facts.state !== 'open' || facts.hasVoted) return null;
  if (!mayBeReminded('asked', facts.refusal)) return null;
  if (facts.asked) return facts.begun.has('asked') ? null : 'asked';
  // who agreed gets the general one, and never a second
  if (facts.agreed && facts.refusal === null) return facts.begun.has('close') ? null : 'by-account';
  return facts.left > LAST_LEAVE && !facts.begun.has('asked') ? 'may-ask' : null;
}
