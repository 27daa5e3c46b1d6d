/**
 * Sequential Phragmén (Los, Christoff and Grossi 2022; voting-rules 4), by loads: a project is bought when
 * its backers, all loaded alike, carry its cost and what they carried before. The count ends when one that
 * could be bought now costs more than what is left.
 */
import { type Contest, sumSupport } from './contest.ts';
import { compare, type Fraction, reduce } from './fraction.ts';
import { compareTied, listCriteria } from './tie-break.ts';

export interface PhragmenCount {
  winners: string[];
  left: bigint;
  purchases: { project: string; cost: bigint; namings: number; time: Fraction; left: bigint }[];
  losers: { project: string; loss: string; time: Fraction | null }[];
  ties: { time: Fraction; projects: string[]; by: string[] }[];
  stoppedAt: string[];
}

const START: Fraction = { n: 0n, d: 1n };

export function countPhragmen(contest: Contest, tieBreak: readonly string[]): PhragmenCount {
  const { piles, projects, budget } = contest;
  const support = sumSupport(contest);
  /** What each voter of a pile carries: the time of the last purchase they took part in. */
  const loads = piles.map(() => START);
  const count: PhragmenCount = {
    winners: [],
    left: budget,
    purchases: [],
    losers: [],
    ties: [],
    stoppedAt: [],
  };
  let remaining = [...projects].sort((a, b) => compareTied(tieBreak, a, b));
  const lose = (key: string, loss: string, time: Fraction | null) =>
    count.losers.push({ project: key, loss, time });
  remaining = remaining.filter(({ key, cost }) => {
    const loss =
      cost > budget ? 'over-budget' : support.get(key)!.score === 0 ? 'no-support' : null;
    if (loss) lose(key, loss, null);
    return !loss;
  });
  const backers = new Map(
    remaining.map(({ key }) => [
      key,
      [...piles.keys()].filter((pile) => piles[pile]!.marks.has(key)),
    ]),
  );

  function timeOf({ key, cost }: { key: string; cost: bigint }): Fraction {
    // voters who carry the same are added up first
    const carrying = new Map<Fraction, number>();
    for (const pile of backers.get(key)!) {
      const load = loads[pile]!;
      carrying.set(load, (carrying.get(load) ?? 0) + piles[pile]!.times);
    }
    let sum: Fraction = { n: cost, d: 1n };
    for (const [{ n, d }, voters] of carrying)
      sum = reduce({ n: sum.n * d + BigInt(voters) * n * sum.d, d: sum.d * d });
    return reduce({ n: sum.n, d: sum.d * BigInt(support.get(key)!.score) });
  }

  while (remaining.length > 0) {
    const timed = remaining.map((project) => ({ project, time: timeOf(project) }));
    timed.sort((a, b) => compare(a.time, b.time));
    const { time } = timed[0]!;
    const soonest = timed
      .filter((one) => compare(one.time, time) === 0)
      .map(({ project }) => project);
    const misfits = soonest.filter(({ cost }) => cost > count.left);
    if (misfits.length > 0) {
      for (const { project, time: when } of timed) {
        let loss = 'after-stop';
        if (soonest.includes(project)) loss = 'tied-with-misfit';
        if (misfits.includes(project)) loss = 'does-not-fit';
        lose(project.key, loss, when);
      }
      count.stoppedAt = misfits.map(({ key }) => key);
      break;
    }
    const [bought] = soonest as [(typeof soonest)[number]];
    const last = count.ties.at(-1);
    if (soonest.length > 1 && !(last && compare(last.time, time) === 0))
      count.ties.push({
        time,
        projects: soonest.map(({ key }) => key),
        by: listCriteria(tieBreak, soonest),
      });
    const { key, cost } = bought;
    count.purchases.push({
      project: key,
      cost,
      namings: support.get(key)!.namings,
      time,
      left: count.left,
    });
    count.winners.push(key);
    count.left -= cost;
    for (const pile of backers.get(key)!) loads[pile] = time;
    remaining = remaining.filter((project) => project !== bought);
  }
  return count;
}
