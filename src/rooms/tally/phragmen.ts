import type { Election } from './election.ts';
import { compareFractions, type Fraction, reduce } from './fraction.ts';

import { openAccounts } from './phragmen-accounts.ts';
import { compareTied, completeTieBreak, findTieBreaker, type TieBreaker } from './tie-break.ts';
import type { AtMisfit } from './walk.ts';

export interface PhragmenOptions {
  /** Applied in turn between projects that can be bought at the same moment; ends by 'smaller-id'. */
  readonly tieBreak: readonly TieBreaker[];
  /**
   * What happens at the first project that costs more than what is left: the count ends (`stop`, as
   * in pabutools; also if that project is only tied with others that fit), or the project is dropped
   * and the count goes on (`skip`).
   */
  readonly atMisfit: AtMisfit;
}

/** One round: a project bought by those who approve it. Money in cents. */
interface Purchase {
  readonly project: string;
  readonly cost: bigint;
  /** Ballots that approve it. */
  readonly namings: number;
  /**
   * When it was bought, in lowest terms. Time is told in cents: everyone earns one cent per unit, so
   * this is also the load of each of its supporters, all they have paid for since the start.
   */
  readonly time: Fraction;
  /** What was left of the envelope when its turn came. */
  readonly left: bigint;
}

/**
 * Why a project was not bought:
 * - `over-budget`: costs more than the whole envelope, could never win;
 * - `no-support`: nobody approves it, so nobody would ever pay for it;
 * - `does-not-fit`: costs more than what was left when its supporters could pay;
 * - `tied-with-misfit`: would have fitted, but the count stopped at one that could be bought at the
 *   same moment and did not;
 * - `after-stop`: its supporters could not yet pay when the count stopped.
 */
type Loss = 'over-budget' | 'no-support' | 'does-not-fit' | 'tied-with-misfit' | 'after-stop';

interface Loser {
  readonly project: string;
  readonly cost: bigint;
  readonly namings: number;
  readonly loss: Loss;
  /** When its supporters could, or would have been able to, pay; null if it took no part. */
  readonly time: Fraction | null;
  /** What was left of the envelope at that moment, or when the count stopped; null likewise. */
  readonly left: bigint | null;
}

/** Projects that could be bought at the same moment, in the order that the tie-break gave them. */
interface TiedPurchase {
  readonly time: Fraction;
  readonly projects: readonly string[];
  /** The criteria that set them apart. */
  readonly by: readonly TieBreaker[];
  /** True if all were bought at that moment: then no other order would have changed anything. */
  readonly allBought: boolean;
}

export interface PhragmenResult extends PhragmenOptions {
  /** Ballots counted, blank ones included. */
  readonly ballots: number;
  readonly blank: number;
  readonly budget: bigint;
  /** What the winners cost together. */
  readonly cost: bigint;
  readonly left: bigint;
  /** Ids in order of purchase. */
  readonly winners: readonly string[];
  readonly purchases: readonly Purchase[];
  /** In the order in which they were lost; those that took no part come first. */
  readonly losers: readonly Loser[];
  readonly ties: readonly TiedPurchase[];
  /** The projects at which a count that stops did stop: those that did not fit. */
  readonly stoppedAt: readonly string[];
}

/**
 * Sequential Phragmén (Phragmén 1894; for projects with costs: Los, Christoff and Grossi, IJCAI
 * 2022). Everyone earns money at the same speed; as soon as the supporters of a project together
 * hold its cost they buy it, and their purses are empty again. Projects over the envelope or without
 * support take no part; a free project with support is bought at time 0, before all others.
 *
 * Exact: the moments are fractions of whole numbers, and no winner depends on floating point. Throws
 * a RangeError on ballots that are not sets of approved projects: the caller offers this rule for
 * 'approval' and 'choose-one' only. (R58; voting-rules 0 and 4)
 */
export function countPhragmen(election: Election, options: PhragmenOptions): PhragmenResult {
  const { projects, budget, ballots, kind } = election;
  if (kind !== 'approval' && kind !== 'choose-one')
    throw new RangeError(`Phragmén counts approvals, not ${kind} ballots`);
  const tieBreak = completeTieBreak(options.tieBreak);
  const byTieBreak = (a: number, b: number) => compareTied(tieBreak, projects[a]!, projects[b]!);
  const accounts = openAccounts(election);
  const purchases: Purchase[] = [];
  const losers: Loser[] = [];
  const ties: TiedPurchase[] = [];
  const stoppedAt: string[] = [];
  let left = budget;
  let remaining = new Set<number>();

  for (const position of [...projects.keys()].sort(byTieBreak)) {
    if (projects[position]!.cost > budget) lose(position, 'over-budget');
    else if (accounts.namings[position] === 0) lose(position, 'no-support');
    else remaining.add(position);
  }
  while (remaining.size > 0) {
    const { soonest, time } = accounts.findSoonest(remaining);
    soonest.sort(byTieBreak);
    const misfits = soonest.filter((position) => projects[position]!.cost > left);
    if (misfits.length > 0) {
      for (const position of misfits) {
        lose(position, 'does-not-fit', time);
        remaining.delete(position);
      }
      if (options.atMisfit === 'stop') {
        stoppedAt.push(...misfits.map((position) => projects[position]!.id));
        stop(soonest);
      }
      continue;
    }
    if (soonest.length > 1) noteTie(soonest, time);
    buy(soonest[0]!, time);
  }

  function buy(position: number, time: Fraction): void {
    const { id, cost } = projects[position]!;
    purchases.push({
      project: id,
      cost,
      namings: accounts.namings[position]!,
      time: reduce(time),
      left,
    });
    left -= cost;
    remaining.delete(position);
    accounts.buy(position, time);
  }

  function lose(position: number, loss: Loss, time?: Fraction): void {
    const { id, cost } = projects[position]!;
    losers.push({
      project: id,
      cost,
      namings: accounts.namings[position]!,
      loss,
      time: time ? reduce(time) : null,
      left: time ? left : null,
    });
  }

  /** What remains is lost in the order in which it could have been bought, were nothing else. */
  function stop(soonest: readonly number[]): void {
    const late = [...remaining].map((position) => ({ position, time: accounts.timeOf(position) }));
    late.sort((a, b) => compareFractions(a.time, b.time) || byTieBreak(a.position, b.position));
    for (const { position, time } of late)
      lose(position, soonest.includes(position) ? 'tied-with-misfit' : 'after-stop', time);
    remaining = new Set();
  }

  /** Later rounds at the same moment have fewer of the same projects, in the same order. */
  function noteTie(tied: readonly number[], exact: Fraction): void {
    const time = reduce(exact);
    const last = ties.at(-1);
    if (last?.time.n === time.n && last.time.d === time.d) return;
    const inOrder = tied.map((position) => projects[position]!);
    const used = new Set(
      inOrder.slice(1).map((project, at) => findTieBreaker(tieBreak, inOrder[at]!, project)),
    );
    const by = tieBreak.filter((criterion) => used.has(criterion));
    ties.push({ time, projects: inOrder.map(({ id }) => id), by, allBought: false });
  }

  return {
    atMisfit: options.atMisfit,
    tieBreak,
    ballots: ballots.count,
    blank: ballots.blank,
    budget,
    cost: budget - left,
    left,
    winners: purchases.map(({ project }) => project),
    purchases,
    losers,
    ties: ties.map((tie) => ({ ...tie, allBought: isAllBought(tie, purchases) })),
    stoppedAt,
  };
}

function isAllBought({ projects, time }: TiedPurchase, purchases: readonly Purchase[]): boolean {
  const atThatTime = purchases.filter(
    (bought) => bought.time.n === time.n && bought.time.d === time.d,
  );
  return projects.every((id) => atThatTime.some(({ project }) => project === id));
}
