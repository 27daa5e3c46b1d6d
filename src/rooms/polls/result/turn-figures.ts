/** What is said of a project whose turn came in a walk down a ranking. Amounts in cents. */
import type { Decision, Turn } from '../../tally/index.ts';
import type { Plain } from './result.ts';

export interface TurnFigures {
  decision: Decision;
  /** In counting order, from 1. */
  place: number;
  cost: number;
  /** What was left when its turn came. */
  left: number;
  /** What it lacked then; 0 where it would have fitted. */
  missing: number;
  /** What the rule had in all. */
  budget: number;
  /** Where a rule that stops did stop: at this one, or before it. */
  stop: { at: string; here: boolean } | null;
}

export function describeTurn(
  turn: Plain<Turn>,
  place: number,
  about: { budget: number; stoppedAt?: string | null },
): TurnFigures {
  const { decision, cost, left } = turn;
  const at = about.stoppedAt ?? null;
  return {
    decision,
    place,
    cost,
    left,
    missing: Math.max(0, cost - left),
    budget: about.budget,
    stop: at === null ? null : { at, here: at === turn.project },
  };
}

/** Points, or votes, for each thousand units of money: what a ranking by score for each cent compares. */
export function countPerThousand(score: number, cost: number): number | null {
  return cost === 0 ? null : Math.round((score * 10_000_000) / cost) / 100;
}
