import { type Backers, listBackers } from './backers.ts';
import type { Election } from './election.ts';
import { compareTied, type TieBreaker } from './tie-break.ts';

/** How much a voter gains from a project: its cost for each point given (`cost`), or the point itself (`cardinality`). */
export type Utility = 'cost' | 'cardinality';

/** An election prepared for many runs of Equal Shares. Positions of projects, cents, groups of equal ballots. */
export interface SharesElection {
  readonly election: Election;
  readonly utility: Utility;
  readonly backers: readonly Backers[];
  /** Cents, exact: amounts beyond 2^53 cents are refused. */
  readonly costs: Float64Array;
  /** Supported, within the envelope, not free: those that voters may buy. */
  readonly candidates: readonly number[];
  /** Supported and free: theirs before the first round, in the order of the tie-break. */
  readonly free: readonly number[];
  /** Order between projects that are equally good: smaller first, by position. */
  readonly tieRank: Uint32Array;
}

/** One purchase of a run, as it was decided. */
export interface Step {
  /** Position of the project. */
  readonly project: number;
  /** Positions among its backers: they paid all they had left, which was less than the price. */
  readonly exhausted: readonly number[];
  /** Positions of projects that were exactly as good, with the one bought. */
  readonly tied: readonly number[];
}

export function prepareShares(
  election: Election,
  utility: Utility,
  tieBreak: readonly TieBreaker[],
): SharesElection {
  const { projects, budget } = election;
  const backers = listBackers(election);
  const positions = projects.map((_, position) => position);
  const inOrder = [...positions].sort((a, b) => compareTied(tieBreak, projects[a]!, projects[b]!));
  const tieRank = new Uint32Array(projects.length);
  inOrder.forEach((position, rank) => {
    tieRank[position] = rank;
  });
  const supported = positions.filter(
    (at) => backers[at]!.score > 0 && projects[at]!.cost <= budget,
  );
  return {
    election,
    utility,
    backers,
    costs: Float64Array.from(projects, ({ cost }) => exactCents(cost)),
    candidates: supported.filter((at) => projects[at]!.cost > 0n),
    free: inOrder.filter((at) => supported.includes(at) && projects[at]!.cost === 0n),
    tieRank,
  };
}

function exactCents(cost: bigint): number {
  if (cost > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('An amount beyond exact cents');
  return Number(cost);
}
