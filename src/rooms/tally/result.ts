import type { BallotKind } from './election.ts';
import type { TieBreaker } from './tie-break.ts';

/** The names of the rules, as the règlement, the result and the command line say them. */
export type RuleName = 'greedy' | 'greedy-noskip';

export interface TallyOptions {
  readonly rule: RuleName;
  /** Applied in turn between equal scores; ends by 'smaller-id' even if it does not say so. */
  readonly tieBreak: readonly TieBreaker[];
  /** Whether a project that nobody supports may win if it fits. */
  readonly fundUnsupported: boolean;
}

/**
 * What became of a project:
 * - `funded`;
 * - `over-budget`: costs more than the whole envelope, could never win;
 * - `no-support`: nobody gave it a point, and the rule asks for some;
 * - `does-not-fit`: costs more than what was left when its turn came;
 * - `after-stop`: ranked after the project at which the count stopped.
 */
export type Decision = 'funded' | 'over-budget' | 'no-support' | 'does-not-fit' | 'after-stop';

/** One step of the count (R57, R58: anyone can follow it with a pencil). Money in cents. */
export interface Turn {
  readonly project: string;
  readonly score: number;
  /** Ballots that name the project. */
  readonly namings: number;
  readonly cost: bigint;
  /** What was left of the envelope when its turn came. */
  readonly left: bigint;
  readonly decision: Decision;
}

/** Projects with the same score, in the order that the tie-break gave them. */
export interface BrokenTie {
  readonly score: number;
  readonly projects: readonly string[];
  /** The criteria that set them apart. */
  readonly by: readonly TieBreaker[];
  /** Whether another order would have funded other projects. */
  readonly decisive: boolean;
}

export interface TallyResult extends TallyOptions {
  readonly kind: BallotKind;
  /** Ballots counted, blank ones included. */
  readonly ballots: number;
  readonly blank: number;
  readonly budget: bigint;
  /** What the winners cost together. */
  readonly cost: bigint;
  readonly left: bigint;
  /** Ids in order of selection. */
  readonly winners: readonly string[];
  /** Every project, in counting order. */
  readonly turns: readonly Turn[];
  readonly ties: readonly BrokenTie[];
  /** The project at which a rule that stops did stop. */
  readonly stoppedAt: string | null;
}
