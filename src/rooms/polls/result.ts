/** The result of a poll: a count with its trace, written so that anyone may read it and count again. */
import type { BallotKind, Decision, GreedyResult, GreedyRule, TieBreaker } from '../tally/index.ts';

/** One step of the count; money in cents. */
export interface ResultTurn {
  option: string;
  /** What the ranking goes by: votes, or points. */
  score: number;
  /** Ballots that name it. */
  votes: number;
  cost: number;
  /** What was left of the envelope when its turn came. */
  left: number;
  decision: Decision;
}

interface ResultTie {
  /** null: equal in votes for each euro, not in votes. */
  score: number | null;
  options: readonly string[];
  by: readonly TieBreaker[];
  decisive: boolean;
}

export interface PollResult {
  format: 'pb-result-v1';
  poll: string;
  /** SHA-256 of the manifest. */
  manifest: string;
  /** Of the tree over the sealed ballots. */
  root: string;
  kind: BallotKind;
  rule: GreedyRule;
  tieBreak: readonly TieBreaker[];
  fundUnsupported: boolean;
  voters: number;
  ballots: number;
  blank: number;
  envelope: number;
  cost: number;
  left: number;
  /** Keys in order of selection. */
  winners: readonly string[];
  /** Every option, in counting order. */
  turns: readonly ResultTurn[];
  ties: readonly ResultTie[];
  stoppedAt: string | null;
}

/** A tally's result as it is published; amounts in whole cents that JSON holds exactly. */
export function describeResult(
  tally: GreedyResult,
  about: { poll: string; manifest: string; root: string; voters: number },
): PollResult {
  return {
    format: 'pb-result-v1',
    ...about,
    kind: tally.kind,
    rule: tally.rule,
    tieBreak: tally.tieBreak,
    fundUnsupported: tally.fundUnsupported,
    ballots: tally.ballots,
    blank: tally.blank,
    envelope: exact(tally.budget),
    cost: exact(tally.cost),
    left: exact(tally.left),
    winners: tally.winners,
    turns: tally.turns.map((turn) => ({
      option: turn.project,
      score: turn.score,
      votes: turn.namings,
      cost: exact(turn.cost),
      left: exact(turn.left),
      decision: turn.decision,
    })),
    ties: tally.ties.map((tie) => ({
      score: tie.score,
      options: tie.projects,
      by: tie.by,
      decisive: tie.decisive,
    })),
    stoppedAt: tally.stoppedAt,
  };
}

function exact(cents: bigint): number {
  const amount = Number(cents);
  if (!Number.isSafeInteger(amount)) throw new RangeError('An amount beyond exact integers.');
  return amount;
}
