/**
 * Ballots declared invalid: by a rule, for a reason that everybody reads, by two officers (§2.2, Poznań). A rule names
 * votes by how they were cast or by what was proven, never by what they hold.
 */
import type { PollState } from '../poll.ts';

export type InvalidationRule =
  /** Votes of a point, between two days (`YYYY-MM-DD`, both included). */
  | { kind: 'point-days'; pointId: string; point: string; from: string; to: string }
  /** Lines taken off the register. */
  | { kind: 'entries' }
  /** Personal codes of a batch that was lost or stolen. */
  | { kind: 'codes'; batch: string };

export interface Invalidation {
  id: string;
  rule: InvalidationRule;
  reason: string;
  /** Lines of the roll, and ballots that leave the box with them. */
  lines: number;
  ballots: number;
  restored: number;
  proposedBy: string;
  proposedAt: Date;
  outcome: 'confirmed' | 'withdrawn' | null;
  settledBy: string | null;
  settledAt: Date | null;
}

/** One that was confirmed, as everybody may read it. */
export interface PublicInvalidation {
  rule: InvalidationRule;
  reason: string;
  ballots: number;
  at: Date;
}

/** What a rule concerns at this moment; never whom. */
export interface Concerned {
  lines: number;
  ballots: number;
  /** In the urn of the point with nothing that tells one from another. */
  papers: number;
}

export type StateRefusal = 'vote-not-begun' | 'box-sealed' | 'poll-locked' | 'box-out-of-reach';
export type ProposalRefusal = StateRefusal | 'nobody-concerned';
export type ConfirmationRefusal = ProposalRefusal | 'same-officer' | 'settled-already';
export type RestoringRefusal = StateRefusal | 'vote-over' | 'nobody-found' | 'all-restored';

/** From the opening until the box is sealed: afterwards nobody could say whose a ballot is. */
export function refuseState(state: PollState): StateRefusal | null {
  if (state === 'open' || state === 'closed') return null;
  if (state === 'waiting') return 'vote-not-begun';
  return state === 'locked' ? 'poll-locked' : 'box-sealed';
}

export const INVALIDATION_REASON_LENGTH = 500;
/** Lines of the register that one rule may name. */
export const MOST_NUMBERS = 5000;

export type FormRefusal =
  | 'rule-missing'
  | 'point-missing'
  | 'batch-missing'
  | 'days-wrong'
  | 'numbers-missing'
  | 'too-many-numbers'
  | 'numbers-unknown'
  | 'reason-missing'
  | 'reason-too-long';

export function checkReason(reason: string): FormRefusal | null {
  if (reason.trim() === '') return 'reason-missing';
  return [...reason].length > INVALIDATION_REASON_LENGTH ? 'reason-too-long' : null;
}

/** Numbers as they are pasted: one a line, or parted by commas or semicolons; each once. */
export function readNumbers(typed: string): string[] {
  const numbers = typed.split(/[\n\r,;]+/).map((number) => number.trim());
  return [...new Set(numbers.filter((number) => number !== ''))];
}

/** The record of the bundle: what everybody may check beside the commitments withdrawn. */
export function recordInvalidation({ rule, reason, ballots }: PublicInvalidation, day: string) {
  return { rule: ruleForEverybody(rule), reason, ballots, officers: 2, at: day };
}

function ruleForEverybody(rule: InvalidationRule) {
  if (rule.kind !== 'point-days') return { ...rule };
  const { kind, point, from, to } = rule;
  return { kind, point, from, to };
}
