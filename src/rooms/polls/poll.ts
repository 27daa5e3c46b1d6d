/**
 * A poll (scrutin): what is asked, to whom, until when. Its states are acts with a name and a time;
 * whether it is open is decided by its dates alone, in database time (integrity part 0, point 3).
 */
import type { BallotKind, RuleName, TieBreaker } from '../tally/index.ts';
import type { PollLimits, PollSettings } from './settings.ts';

/** In the order in which they must happen; `locked` may come at any time and stops everything. */
export type ActKind =
  | 'opened'
  | 'closed'
  | 'reconciled'
  | 'sealed'
  | 'key-rebuilt'
  | 'counted'
  | 'published'
  | 'locked';

export interface Act {
  kind: ActKind;
  /** Person; null: the house itself (an import, a lock at start). */
  by: string | null;
  at: Date;
  detail: Readonly<Record<string, unknown>>;
}

/** A close that was put off, and why (R52). */
export interface Extension {
  from: Date;
  to: Date;
  reason: string;
  by: string | null;
  at: Date;
}

/** What is voted on. Money in cents. */
export interface Option {
  /** On the ballot and in the manifest: short, never changes. */
  key: string;
  kind: string;
  targetId: string;
  label: string;
  cost: number;
  /** Key of the envelope that pays for it. */
  envelope: string;
  /** Names of its district and category; which of the poll's holders it has, never who. */
  zone: string | null;
  category: string | null;
  holder: string | null;
  depositedAt: Date | null;
}

export interface Poll {
  id: string;
  editionId: string;
  title: string;
  profile: 'P0' | 'P1' | 'P2';
  kind: BallotKind;
  minimumChoices: number;
  maximumChoices: number;
  limits: PollLimits;
  settings: PollSettings;
  rule: RuleName;
  tieBreak: readonly TieBreaker[];
  fundUnsupported: boolean;
  /** Of all envelopes together, cents. */
  envelope: number;
  minimumAge: number;
  residenceRequired: boolean;
  opensAt: Date;
  closesAt: Date;
  /** In the order of the frozen list. */
  options: readonly Option[];
  /** In order of time. */
  acts: readonly Act[];
  /** In order of time; `closesAt` is already the latest. */
  extensions: readonly Extension[];
  /** SHA-256 of the manifest, hexadecimal. */
  manifestHash: string;
  imported: boolean;
}

export type PollState =
  | 'waiting'
  | 'open'
  | 'closed'
  | 'sealed'
  | 'counted'
  | 'published'
  | 'locked';

/** Where a poll stands. Between closing and sealing nothing can be cast and nothing is counted. */
export function pollState(poll: Pick<Poll, 'acts' | 'opensAt' | 'closesAt'>, now: Date): PollState {
  if (hasAct(poll, 'published')) return 'published';
  if (hasAct(poll, 'locked')) return 'locked';
  if (hasAct(poll, 'counted')) return 'counted';
  if (hasAct(poll, 'sealed')) return 'sealed';
  if (now < poll.opensAt) return 'waiting';
  return now < poll.closesAt ? 'open' : 'closed';
}

function hasAct(poll: Pick<Poll, 'acts'>, kind: ActKind): boolean {
  return poll.acts.some((act) => act.kind === kind);
}

export function findAct(poll: Pick<Poll, 'acts'>, kind: ActKind): Act | null {
  return poll.acts.find((act) => act.kind === kind) ?? null;
}

/** A poll as its manifest freezes it: before any act. */
export type FrozenPoll = Omit<Poll, 'acts' | 'extensions' | 'manifestHash'>;

export type ExtensionRefusal =
  | 'vote-not-under-way'
  | 'not-a-later-close'
  | 'reason-missing'
  | 'reason-too-long';

export const REASON_LENGTH = 500;

/** The close is put off only while people can still vote, to a later time, for a reason (R52). */
export function checkExtension(
  poll: Pick<Poll, 'acts' | 'opensAt' | 'closesAt'>,
  asked: { closesAt: Date; reason: string },
  now: Date,
): ExtensionRefusal[] {
  const state = pollState(poll, now);
  if (state !== 'open' && state !== 'waiting') return ['vote-not-under-way'];
  const refusals: ExtensionRefusal[] = [];
  if (asked.closesAt <= poll.closesAt) refusals.push('not-a-later-close');
  if (asked.reason.trim() === '') refusals.push('reason-missing');
  if ([...asked.reason].length > REASON_LENGTH) refusals.push('reason-too-long');
  return refusals;
}

export type SealingRefusal =
  | 'poll-still-open'
  | 'already-sealed'
  | 'poll-locked'
  | 'paper-not-settled'
  | 'roll-and-box-differ';
export type CountingRefusal = 'not-sealed' | 'box-not-opened' | 'already-counted' | 'poll-locked';
export type BoxOpeningRefusal =
  | 'not-a-sealed-poll'
  | 'not-sealed'
  | 'already-opened'
  | 'poll-locked';
export type PublishingRefusal = 'not-counted' | 'already-published' | 'poll-locked';

export function refuseSealing(poll: Poll, now: Date): SealingRefusal | null {
  if (hasAct(poll, 'sealed')) return 'already-sealed';
  if (hasAct(poll, 'locked')) return 'poll-locked';
  return now < poll.closesAt ? 'poll-still-open' : null;
}

export function refuseCounting(poll: Poll): CountingRefusal | null {
  if (hasAct(poll, 'counted')) return 'already-counted';
  if (hasAct(poll, 'locked')) return 'poll-locked';
  if (!hasAct(poll, 'sealed')) return 'not-sealed';
  return poll.profile === 'P2' && !hasAct(poll, 'key-rebuilt') ? 'box-not-opened' : null;
}

/** Whether the key of a sealed poll may be brought back from its parts: once, and after the sealing. */
export function refuseBoxOpening(poll: Poll): BoxOpeningRefusal | null {
  if (poll.profile !== 'P2') return 'not-a-sealed-poll';
  if (hasAct(poll, 'key-rebuilt')) return 'already-opened';
  if (hasAct(poll, 'locked')) return 'poll-locked';
  return hasAct(poll, 'sealed') ? null : 'not-sealed';
}

export function refusePublishing(poll: Poll): PublishingRefusal | null {
  if (hasAct(poll, 'published')) return 'already-published';
  if (hasAct(poll, 'locked')) return 'poll-locked';
  return hasAct(poll, 'counted') ? null : 'not-counted';
}
