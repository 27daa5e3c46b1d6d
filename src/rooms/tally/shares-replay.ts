import { type Fraction, greatestDivisor, reduce } from './fraction.ts';
import type { SharesElection, Step } from './shares-election.ts';

/** One purchase of a run (voting-rules 3): each backer pays `price` for each point they gave, or all they have left. */
interface Purchase {
  /** Position of the project. */
  readonly project: number;
  /** Cents for each point given. */
  readonly price: Fraction;
  /** Ballots that pay the price in full, and those that pay all they have left, which is less (and may be nothing). */
  readonly payers: number;
  readonly exhausted: number;
  /** Positions of projects that were exactly as good, with the one bought, in the order of the tie-break. */
  readonly tied: readonly number[];
}

/** A project that was not bought: from which purchase on its backers could not pay it together any more. */
interface Dropping {
  readonly project: number;
  /** Purchases made before; 0: they never could. */
  readonly round: number;
  /** Cents that its backers held together then. */
  readonly money: Fraction;
}

export interface ExactRun {
  readonly purchases: readonly Purchase[];
  readonly droppings: readonly Dropping[];
}

/**
 * The exact figures of a run whose steps are certain: which project each time, and who paid all they had.
 * A voter's balance is the endowment without the prices they paid in full, until it runs out: so what
 * voters hold together is a sum over earlier prices, whose weights are counts of ballots and points. All
 * prices are kept as whole numbers over one denominator.
 */
export function replayRun(
  { candidates, election, backers, costs, tieRank }: SharesElection,
  endowment: Fraction,
  steps: readonly Step[],
): ExactRun {
  const { times } = election.ballots;
  const purchases: Purchase[] = [];
  let denominator = endowment.d;
  let share = endowment.n;
  const prices: bigint[] = [];
  const receipts = openReceipts(times.length);
  /** After which purchase a group had nothing left. */
  const emptyFrom = new Float64Array(times.length).fill(Number.POSITIVE_INFINITY);

  for (const step of steps) buy(step);
  const bought = new Set(steps.map(({ project }) => project));
  const lost = candidates.filter((project) => !bought.has(project));
  return { purchases, droppings: lost.map(findDropping).sort((a, b) => a.round - b.round) };

  function buy({ project, exhausted, tied }: Step): void {
    const { groups, scores, score, ballots } = backers[project]!;
    let points = score;
    let atEnd = 0;
    for (const at of exhausted) {
      points -= times[groups[at]!]! * scores[at]!;
      atEnd += times[groups[at]!]!;
    }
    const round = prices.length;
    const ends = exhausted.map((at) => groups[at]!);
    const rest = BigInt(costs[project]!) * denominator - sumBalances(ends, round);
    purchases.push({
      project,
      price: reduce({ n: rest, d: denominator * BigInt(points) }),
      payers: ballots - atEnd,
      exhausted: atEnd,
      tied: [...tied].sort((a, b) => tieRank[a]! - tieRank[b]!),
    });
    for (const group of ends) emptyFrom[group] = Math.min(emptyFrom[group]!, round + 1);
    for (let at = 0; at < groups.length; at += 1)
      if (emptyFrom[groups[at]!]! > round + 1) receipts.add(groups[at]!, round, scores[at]!);
    const divisor = greatestDivisor(rest, BigInt(points));
    const factor = BigInt(points) / divisor;
    denominator *= factor;
    share *= factor;
    prices.forEach((price, earlier) => {
      prices[earlier] = price * factor;
    });
    prices.push(rest / divisor);
  }

  /** Money only ever leaves: the first purchase after which there was too little is found by halving. */
  function findDropping(project: number): Dropping {
    const { groups } = backers[project]!;
    const cost = BigInt(costs[project]!) * denominator;
    let enough = -1;
    let tooLittle = prices.length;
    while (tooLittle - enough > 1) {
      const middle = (enough + tooLittle) >> 1;
      if (sumBalances(groups, middle) < cost) tooLittle = middle;
      else enough = middle;
    }
    const money = reduce({ n: sumBalances(groups, tooLittle), d: denominator });
    return { project, round: tooLittle, money };
  }

  /** What these groups held together after so many purchases, over the denominator of now. */
  function sumBalances(groups: ArrayLike<number>, purchased: number): bigint {
    const weights = new Float64Array(purchased);
    let ballots = 0;
    for (let at = 0; at < groups.length; at += 1) {
      const group = groups[at]!;
      if (emptyFrom[group]! <= purchased) continue;
      ballots += times[group]!;
      receipts.weigh(group, times[group]!, weights);
    }
    let sum = share * BigInt(ballots);
    weights.forEach((weight, round) => {
      sum -= prices[round]! * BigInt(weight);
    });
    return sum;
  }
}

/** Which prices each group has paid in full, and for how many points: a chain of slips for each group. */
function openReceipts(groups: number) {
  const last = new Int32Array(groups).fill(-1);
  const before: number[] = [];
  const rounds: number[] = [];
  const scores: number[] = [];
  return {
    add(group: number, round: number, score: number): void {
      before.push(last[group]!);
      rounds.push(round);
      last[group] = scores.push(score) - 1;
    },
    weigh(group: number, ballots: number, weights: Float64Array): void {
      for (let slip = last[group]!; slip >= 0; slip = before[slip]!)
        if (rounds[slip]! < weights.length) weights[rounds[slip]!]! += ballots * scores[slip]!;
    },
  };
}
