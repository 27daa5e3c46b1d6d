/**
 * What a count starts from. Plain data: it can be stored, sent to a worker, or read in a browser.
 * Money is in whole cents, moments in seconds UTC. A project is designated by its position in
 * `projects`; its id is a string that is never used as a key of a plain object.
 */

/**
 * How people voted:
 * - `approval`: a set of projects;
 * - `choose-one`: one project at most;
 * - `ordinal`: projects in order, the preferred one first;
 * - `cumulative`: points shared between projects;
 * - `scoring`: each project scored on its own.
 */
export type BallotKind = 'approval' | 'choose-one' | 'ordinal' | 'cumulative' | 'scoring';

export interface Project {
  readonly id: string;
  /** In cents, zero or more. */
  readonly cost: bigint;
  /** Seconds UTC; only read by the tie-break 'earlier-deposit'. */
  readonly depositedAt?: number;
}

/** What one ballot may hold; null where the règlement sets no limit. Costs are in cents. */
export interface Limits {
  readonly minLength: number | null;
  readonly maxLength: number | null;
  readonly minPoints: number | null;
  readonly maxPoints: number | null;
  readonly minSumPoints: number | null;
  readonly maxSumPoints: number | null;
  readonly minSumCost: bigint | null;
  readonly maxSumCost: bigint | null;
}

export const noLimits: Limits = {
  minLength: null,
  maxLength: null,
  minPoints: null,
  maxPoints: null,
  minSumPoints: null,
  maxSumPoints: null,
  minSumCost: null,
  maxSumCost: null,
};

/**
 * All ballots, equal ones gathered. Group `g` holds `choices[starts[g]] … choices[starts[g + 1] - 1]`
 * (positions of projects; ascending, except in ordinal ballots where the order is the voter's) and
 * was cast `times[g]` times. `points` runs beside `choices`, null for kinds without points.
 */
export interface Ballots {
  /** Ballots cast, blank ones included. */
  readonly count: number;
  readonly blank: number;
  readonly starts: Uint32Array;
  readonly choices: Uint32Array;
  readonly points: Uint32Array | null;
  readonly times: Float64Array;
}

/** Everything known before the first ballot is opened. */
export interface Terms {
  /** The envelope, in cents. */
  readonly budget: bigint;
  readonly projects: readonly Project[];
  readonly kind: BallotKind;
  readonly limits: Limits;
}

export interface Election extends Terms {
  readonly ballots: Ballots;
}

export function carriesPoints(kind: BallotKind): boolean {
  return kind === 'cumulative' || kind === 'scoring';
}
