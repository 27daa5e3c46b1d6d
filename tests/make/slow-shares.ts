import type { SharesRule } from '../../src/rooms/tally/index.ts';
import type { Case } from './elections.ts';

/** `n / d`, never reduced. */
type Ratio = readonly [n: bigint, d: bigint];

const less = (a: Ratio, b: Ratio) => a[0] * b[1] < b[0] * a[1];
const plus = (a: Ratio, b: Ratio): Ratio => lowest([a[0] * b[1] + b[0] * a[1], a[1] * b[1]]);
const minus = (a: Ratio, b: Ratio): Ratio => plus(a, [-b[0], b[1]]);

function lowest([n, d]: Ratio): Ratio {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b > 0n) [a, b] = [b, a % b];
  return [n / a, d / a];
}

/**
 * Equal Shares written a second time, in the plainest way, from the paper and `voting-rules` 3: one purse per
 * voter, every project looked at in every round, its price found by sorting its backers. Winners in order.
 */
export function sharesSlowly(given: Case, rule: SharesRule): string[] {
  const { papers, projects, budget } = given;
  const [, utility, rest = ''] = rule.split('-');
  const score = (voter: number, id: string): bigint => {
    const { choices, points } = papers[voter]!;
    const at = choices.indexOf(id);
    return at < 0 ? 0n : BigInt(points?.[at] ?? 1);
  };
  const total = (id: string) => papers.reduce((sum, _, voter) => sum + score(voter, id), 0n);
  const costOf = (ids: readonly string[]) =>
    ids.reduce((sum, id) => sum + projects.find((project) => project.id === id)!.cost, 0n);
  const supported = projects
    .filter(({ id, cost }) => total(id) > 0n && cost <= budget)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const bought = supported.filter(({ cost }) => cost > 0n);

  function run(raises: bigint): string[] {
    const voters = BigInt(papers.length);
    const purses = papers.map((): Ratio => [budget + raises * 100n * voters, voters]);
    const winners = supported.filter(({ cost }) => cost === 0n).map(({ id }) => id);
    for (;;) {
      let best: { id: string; rho: Ratio; price: Ratio } | null = null;
      for (const { id, cost } of bought) {
        if (winners.includes(id)) continue;
        const price = priceOf(id, cost, purses);
        if (!price) continue;
        const rho: Ratio = utility === 'cost' ? [price[0], price[1] * cost] : price;
        if (!best || less(rho, best.rho)) best = { id, rho, price };
      }
      if (!best) return winners;
      for (const voter of papers.keys()) {
        const points = score(voter, best.id);
        if (points === 0n) continue;
        const asked: Ratio = [best.price[0] * points, best.price[1]];
        purses[voter] = less(purses[voter]!, asked) ? [0n, 1n] : minus(purses[voter]!, asked);
      }
      winners.push(best.id);
    }
  }

  /** What each point costs; null when the backers do not have enough together. */
  function priceOf(id: string, cost: bigint, purses: readonly Ratio[]): Ratio | null {
    const backers = [...papers.keys()]
      .map((voter) => ({ purse: purses[voter]!, points: score(voter, id) }))
      .filter(({ points }) => points > 0n)
      .sort((a, b) =>
        less([a.purse[0], a.purse[1] * a.points], [b.purse[0], b.purse[1] * b.points]) ? -1 : 1,
      );
    let owed: Ratio = [cost, 1n];
    let points = backers.reduce((sum, backer) => sum + backer.points, 0n);
    for (const backer of backers) {
      const price: Ratio = lowest([owed[0], owed[1] * points]);
      if (!less(backer.purse, [price[0] * backer.points, price[1]])) return price;
      owed = minus(owed, backer.purse);
      points -= backer.points;
    }
    return null;
  }

  const exhaustive = (winners: readonly string[]) =>
    bought.every(({ id, cost }) => winners.includes(id) || cost > budget - costOf(winners));

  if (papers.length === 0) return [];
  let raises = 0n;
  let winners = run(raises);
  if (rest.startsWith('add1') && costOf(bought.map(({ id }) => id)) > budget) {
    for (;;) {
      if (rest.startsWith('add1e') && exhaustive(winners)) break;
      raises += 1n;
      const next = run(raises);
      if (costOf(next) > budget) break;
      winners = next;
    }
  } else if (rest.startsWith('add1')) {
    // all of them fit: those that voters did not buy follow, the most supported first
    winners = [
      ...winners,
      ...byScore(
        bought.map(({ id }) => id),
        winners,
      ),
    ];
  }
  if (rest.endsWith('u'))
    for (const id of byScore(
      supported.map((project) => project.id),
      winners,
    ))
      if (costOf([...winners, id]) <= budget) winners = [...winners, id];
  return winners;

  function byScore(among: readonly string[], without: readonly string[]): string[] {
    return among
      .filter((id) => !without.includes(id))
      .sort((a, b) => (total(a) === total(b) ? (a < b ? -1 : 1) : total(a) > total(b) ? -1 : 1));
  }
}
