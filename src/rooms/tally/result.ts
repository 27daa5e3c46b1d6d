import type { BallotKind } from './election.ts';
import type { Fraction } from './fraction.ts';
import type { PhragmenResult as PhragmenCount } from './phragmen.ts';
import type { SchulzeResult as SchulzeCount } from './schulze.ts';
import type { StvResult as StvCount } from './stv.ts';
import type { TieBreaker } from './tie-break.ts';

/**
 * Walks down a ranking: by score, skipping or stopping at what does not fit, or by score per cost.
 * `points` and `borda` are `greedy` under the name that fits their ballots.
 */
export type GreedyRule = 'greedy' | 'greedy-noskip' | 'greedy-per-cost' | 'points' | 'borda';

/**
 * Equal Shares by what a voter gains, and by what is done with the rest: one unit more for each voter and
 * again (`add1`, or `add1e` until nothing fits), then by score (`u`).
 */
export type SharesRule =
  `mes-${'cost' | 'card'}${'' | '-u' | '-add1' | '-add1e' | '-add1u' | '-add1eu'}`;

/** Rules of one kind of ballot each; `schulze` has one winner, `stv` fills seats. */
export type OtherRule = 'phragmen' | 'majority-judgment' | 'yes-no' | 'schulze' | 'stv';

/** The names of the rules, as the règlement, the result and the command line say them. */
export type RuleName = GreedyRule | SharesRule | OtherRule;

export interface TallyOptions<Rule extends RuleName = RuleName> {
  readonly rule: Rule;
  /** Applied in turn between projects that are equally good; ends by 'smaller-id' even if it does not say so. */
  readonly tieBreak: readonly TieBreaker[];
  /** Whether a project that nobody supports may win if it fits; of the greedy rules and of the completion by score. */
  readonly fundUnsupported: boolean;
  /** How many may win at most; absent: as many as the envelope pays for. The rule `stv` needs it. */
  readonly seats?: number;
  /** Majority judgment: the grade of a project that a ballot does not judge; 0 unless told. */
  readonly defaultGrade?: number;
}

/**
 * What became of a project:
 * - `funded`;
 * - `over-budget`: costs more than the whole envelope, or than what guaranteed winners left of it to the
 *   rule: could never win;
 * - `no-support`: nobody gave it a point, and the rule asks for some;
 * - `does-not-fit`: costs more than what was left when its turn came;
 * - `after-stop`: ranked after the project at which the count stopped;
 * - `seats-taken`: as many as may win had won when its turn came;
 * - `rejected`: not more voted for it than against.
 */
export type Decision =
  | 'funded'
  | 'over-budget'
  | 'no-support'
  | 'does-not-fit'
  | 'after-stop'
  | 'seats-taken'
  | 'rejected';

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
  /** Their score; null where they are equal in their scores for each cent, and the scores differ. */
  readonly score: number | null;
  readonly projects: readonly string[];
  /** The criteria that set them apart. */
  readonly by: readonly TieBreaker[];
  /** Whether another order would have funded other projects. */
  readonly decisive: boolean;
}

/** What every rule answers. Money in cents. */
interface Counted<Rule extends RuleName> extends TallyOptions<Rule> {
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
}

export interface GreedyResult extends Counted<GreedyRule> {
  readonly method: 'greedy';
  /** Every project, in counting order. */
  readonly turns: readonly Turn[];
  readonly ties: readonly BrokenTie[];
  /** The project at which a rule that stops did stop. */
  readonly stoppedAt: string | null;
}

/** A purchase of Equal Shares: each backer pays `price` for each point they gave, or all they have left. */
export interface SharesRound {
  readonly project: string;
  readonly cost: bigint;
  readonly score: number;
  /** Ballots behind the project. */
  readonly namings: number;
  /** Cents for each point. */
  readonly price: Fraction;
  /** Ballots that paid the price in full; the others (`exhausted`) paid all they had, which was less. */
  readonly payers: number;
  readonly exhausted: number;
  /** Projects that were exactly as good and come later in the tie-break; empty when there were none. */
  readonly tied: readonly string[];
}

/**
 * Why voters did not buy a project: `over-budget` and `no-support` as elsewhere; `not-affordable`: after
 * so many purchases its backers held less than its cost together.
 */
export interface SharesLoss {
  readonly project: string;
  readonly cost: bigint;
  readonly score: number;
  readonly namings: number;
  readonly loss: 'over-budget' | 'no-support' | 'not-affordable';
  /** null where it took no part. */
  readonly afterRounds: number | null;
  /** Cents that its backers held together then. */
  readonly money: Fraction | null;
}

export interface SharesResult extends Counted<SharesRule> {
  readonly method: 'shares';
  /** Cents that each voter began with in the first run, and in the one that decided. */
  readonly firstEndowment: Fraction;
  readonly endowment: Fraction;
  /** Runs counted, and why there was no other. */
  readonly runs: number;
  readonly stop: 'first-run' | 'overspend' | 'exhaustive' | 'all-funded';
  /** Ids of free projects with support: won before the first purchase. */
  readonly free: readonly string[];
  readonly rounds: readonly SharesRound[];
  readonly losses: readonly SharesLoss[];
  /** The rest of the envelope, by score: every project that voters did not buy; null: the rule leaves it. */
  readonly completion: {
    readonly turns: readonly Turn[];
    readonly ties: readonly BrokenTie[];
  } | null;
}

export interface PhragmenResult
  extends Counted<'phragmen'>,
    Pick<PhragmenCount, 'purchases' | 'losers' | 'ties' | 'stoppedAt'> {
  readonly method: 'phragmen';
}

/** How a project was judged. Grades by position, 0 the worst. */
export interface JudgedProject {
  readonly project: string;
  /** How many times each grade was given, the default grade where a ballot says nothing included. */
  readonly profile: readonly number[];
  /** How many of the default grade were not given but taken. */
  readonly missing: number;
  readonly majorityGrade: number;
  /** From 1; equal where profiles are the same. */
  readonly rank: number;
}

export interface JudgmentResult extends Counted<'majority-judgment'> {
  readonly method: 'judgment';
  readonly grades: number;
  readonly defaultGrade: number;
  /** Best first, in counting order. */
  readonly judged: readonly JudgedProject[];
  /** The walk down that ranking; a turn's score is the majority grade. */
  readonly turns: readonly Turn[];
  readonly ties: readonly BrokenTie[];
}

export interface YesNoResult extends Counted<'yes-no'> {
  readonly method: 'yes-no';
  /** In counting order: by how many more are for than against. */
  readonly answers: readonly {
    readonly project: string;
    readonly yes: number;
    readonly no: number;
    /** Ballots that say nothing of it. */
    readonly abstained: number;
  }[];
  /** A turn's score is yes less no, 0 where it is rejected. */
  readonly turns: readonly Turn[];
  readonly ties: readonly BrokenTie[];
}

/**
 * The envelope plays no part: `cost` is what the winner costs, whatever the envelope, and `left` is never
 * below zero. Where no ballot ranks anybody there is no winner, unless the policy seats the unsupported.
 */
export interface SchulzeTally
  extends Counted<'schulze'>,
    Omit<SchulzeCount, 'tieBreak' | 'ballots' | 'blank'> {
  readonly method: 'schulze';
}

/** The envelope plays no part here either. */
export interface StvTally
  extends Counted<'stv'>,
    Omit<StvCount, 'tieBreak' | 'ballots' | 'blank' | 'seats'> {
  readonly method: 'stv';
  readonly seats: number;
  /** Ids that no ballot ranks, where the policy gives them no seat: they took no part. */
  readonly unsupported: readonly string[];
}

export type TallyResult =
  | GreedyResult
  | SharesResult
  | PhragmenResult
  | JudgmentResult
  | YesNoResult
  | SchulzeTally
  | StvTally;

/** The result that a rule gives. */
export type ResultOf<Rule extends RuleName> = Rule extends GreedyRule
  ? GreedyResult
  : Rule extends SharesRule
    ? SharesResult
    : Extract<TallyResult, { rule: Rule }>;
