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
 * - `scoring`: each project scored on its own;
 * - `judgment`: a grade for each project judged, 0 the worst one (majority judgment);
 * - `yes-no`: 1 for, 0 against; whoever says nothing of a project abstains.
 */
export type BallotKind =
  | 'approval'
  | 'choose-one'
  | 'ordinal'
  | 'cumulative'
  | 'scoring'
  | 'judgment'
  | 'yes-no';

export interface Project {
  readonly id: string;
  /** In cents, zero or more. */
  readonly cost: bigint;
  /** Seconds UTC; only read by the tie-break 'earlier-deposit'. */
  readonly depositedAt?: number;
  /** Its place in a public draw, as text that sorts; only read by the tie-break 'public-draw'. */
  readonly lot?: string;
  /** District and holder, for house rules that speak of them. */
  readonly zone?: string;
  readonly holder?: string;
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
  /** Ballots that are known by their totals only; they are in `count`, and in no group. */
  readonly totals?: Totals;
}

/** By position of the project, what some ballots say of it altogether (`addTotals`). */
export interface Totals {
  readonly ballots: number;
  readonly namings: readonly number[];
  /** Before a no is taken from a yes. */
  readonly scores: readonly number[];
  /** How many ballots give 0, 1, 2… points; for judgments and for yes and no. */
  readonly answers: readonly (readonly number[])[];
}

/** Everything known before the first ballot is opened. */
export interface Terms {
  /** The envelope, in cents. */
  readonly budget: bigint;
  readonly projects: readonly Project[];
  readonly kind: BallotKind;
  readonly limits: Limits;
  /** How many grades the scale of a judgment has, 2 or more; absent for other kinds. */
  readonly grades?: number;
}

export interface Election extends Terms {
  readonly ballots: Ballots;
}

export function carriesPoints(kind: BallotKind): boolean {
  return kind !== 'approval' && kind !== 'choose-one' && kind !== 'ordinal';
}

/** The lowest grade of the upper half of a scale: a ballot that gives it stands behind a project. */
export function findUpperHalf({ grades = 0 }: Pick<Terms, 'grades'>): number {
  return Math.ceil(grades / 2);
}
