import type { SharesElection, Step } from './shares-election.ts';

/** Twice the rounding of one operation: sums of a few operations stay below. */
const ROUNDING = 2 ** -52;

/** What a run in floating point is sure of; null: some comparison was too close, count exactly. */
export interface QuickRun {
  /** Positions, in order of purchase. */
  readonly winners: readonly number[];
  /** Cents, exact. */
  readonly cost: number;
}

/**
 * The runs of one election with one endowment after another, in floating point. Every balance carries a
 * bound of its error, so each comparison is either certain or given up: no winner hangs on rounding.
 * Memory is taken once and used again by each run.
 */
export function openRuns(shares: SharesElection) {
  const { election, backers, costs, candidates, tieRank, utility } = shares;
  const times = election.ballots.times;
  const count = election.projects.length;
  const balances = new Float64Array(times.length);
  const errors = new Float64Array(times.length);
  const spent = new Uint8Array(times.length);
  const bounds = new Float64Array(count);
  const least = Float64Array.from(costs, (cost, at) =>
    utility === 'cost' ? 1 / backers[at]!.score : cost / backers[at]!.score,
  );
  const longest = Math.max(0, ...backers.map(({ groups }) => groups.length));
  const rich = new Uint32Array(longest);
  const order = new Uint32Array(candidates.length);

  /** Of the offer made last. */
  let price = 0;
  let priceError = 0;
  /**
   * Points that share the whole cost, where every backer can pay in full or has nothing left at all: the
   * price then depends on no balance, and is exact. 0: some pay a part.
   */
  let sharing = 0;

  /** `endowment` cents for each voter, the nearest number to `numerator / ballots`, which is exact. */
  return function run(endowment: number, numerator: bigint, log?: Step[]): QuickRun | null {
    balances.fill(endowment);
    errors.fill(endowment * ROUNDING);
    spent.fill(0);
    let waiting = candidates.length;
    candidates.forEach((project, at) => {
      order[at] = project;
      bounds[project] = least[project]! * (1 - 4 * ROUNDING);
    });
    const winners: number[] = [];
    let cost = 0;

    while (waiting > 0) {
      sortByBound(waiting);
      let best = -1;
      let bestRho = Infinity;
      let bestError = 0;
      let bestPrice = 0;
      let bestPriceError = 0;
      let bestSharing = 0;
      let dropped = 0;
      let tied: number[] = [];
      for (let at = 0; at < waiting; at += 1) {
        const project = order[at]!;
        if (bounds[project]! > bestRho + bestError) break;
        const unit = utility === 'cost' ? costs[project]! : 1;
        const answer = offer(project, numerator, (bestRho + bestError) * unit);
        if (answer === 'too-close') return null;
        if (answer === 'dearer') {
          bounds[project] = (price / unit) * (1 - ROUNDING);
          continue;
        }
        if (answer === 'unaffordable') {
          bounds[project] = Infinity;
          dropped += 1;
          continue;
        }
        const rho = price / unit;
        const error = priceError / unit + rho * ROUNDING;
        bounds[project] = (rho - error) * (1 - ROUNDING);
        const gap = rho - bestRho;
        const doubt = error + bestError;
        let better = gap < -doubt;
        if (better) tied = [];
        if (!better && gap <= doubt) {
          if (sharing === 0 || bestSharing === 0) return null;
          const exact = compareShared(project, sharing, best, bestSharing);
          better = exact < 0 || (exact === 0 && tieRank[project]! < tieRank[best]!);
          if (exact < 0) tied = [];
          if (exact > 0) continue;
        } else if (!better) continue;
        tied.push(project);
        if (better) {
          best = project;
          bestRho = rho;
          bestError = error;
          bestPrice = price;
          bestPriceError = priceError;
          bestSharing = sharing;
        }
      }
      if (best < 0) break;
      const exhausted = buy(best, bestPrice, bestPriceError, log !== undefined);
      if (!exhausted) return null;
      log?.push({ project: best, exhausted, tied });
      winners.push(best);
      cost += costs[best]!;
      bounds[best] = Infinity;
      sortByBound(waiting);
      waiting -= dropped + 1;
    }
    return { winners, cost };
  };

  /** Nearly sorted already: each round changes a few. */
  function sortByBound(waiting: number): void {
    for (let at = 1; at < waiting; at += 1) {
      const project = order[at]!;
      const bound = bounds[project]!;
      let to = at;
      while (to > 0 && bounds[order[to - 1]!]! > bound) {
        order[to] = order[to - 1]!;
        to -= 1;
      }
      order[to] = project;
    }
  }

  /**
   * Sets the price for each point. `dearer`: it is above `most`, and `price` is only the least it can be;
   * `unaffordable`: its backers cannot pay it together; `too-close`: nobody can say in floating point.
   */
  function offer(
    project: number,
    numerator: bigint,
    most: number,
  ): 'priced' | 'dearer' | 'unaffordable' | 'too-close' {
    const { groups, scores, ballots, score } = backers[project]!;
    const cost = costs[project]!;
    let rest = cost;
    let points = score;
    let doubt = 0;
    let untouched = true;
    let partial = false;
    let length = groups.length;
    price = rest / points;
    // Who cannot pay this price pays all they have, and the others pay more: until nobody falls out.
    for (let first = true; ; first = false) {
      let kept = 0;
      let left = rest;
      let leftPoints = points;
      for (let at = 0; at < length; at += 1) {
        const index = first ? at : rich[at]!;
        const group = groups[index]!;
        const balance = balances[group]!;
        const asked = price * scores[index]!;
        if (spent[group]) untouched = false;
        if (balance < asked) {
          const number = times[group]!;
          left -= number * balance;
          leftPoints -= number * scores[index]!;
          doubt += number * errors[group]!;
          if (balance > 0 || errors[group]! > 0) partial = true;
        } else {
          rich[kept] = index;
          kept += 1;
        }
      }
      if (kept === length) break;
      if (leftPoints <= 0) {
        // Nobody is left to pay the rest: what they hold together is less, or exactly that much.
        doubt += cost * groups.length * ROUNDING;
        if (left > doubt) return 'unaffordable';
        const short = untouched && !endowedEnough(ballots, cost, numerator);
        return short ? 'unaffordable' : 'too-close';
      }
      rest = left;
      points = leftPoints;
      length = kept;
      price = rest / points;
      const least =
        (price - (doubt + cost * groups.length * ROUNDING) / points) * (1 - 4 * ROUNDING);
      if (least > most) {
        price = least;
        return 'dearer';
      }
    }
    sharing = partial ? 0 : points;
    doubt += cost * (groups.length - length + 2) * ROUNDING;
    priceError = partial ? doubt / points + price * 2 * ROUNDING : price * ROUNDING;
    // Whoever stands at the edge of falling out, by no more than the doubt, may stand on either side.
    let edge = 0;
    let edgePoints = 0;
    for (let at = 0; at < length; at += 1) {
      const index = rich[at]!;
      const group = groups[index]!;
      const margin = errors[group]! + priceError * scores[index]!;
      if (balances[group]! - price * scores[index]! > margin) continue;
      edge += times[group]! * 2 * margin;
      edgePoints += times[group]! * scores[index]!;
    }
    if (edgePoints === 0) return 'priced';
    if (2 * edgePoints > points) return 'too-close';
    priceError += edge / (points - edgePoints);
    sharing = 0;
    return 'priced';
  }

  function endowedEnough(ballots: number, cost: number, numerator: bigint): boolean {
    return BigInt(ballots) * numerator >= BigInt(cost) * BigInt(election.ballots.count);
  }

  /** Two prices that depend on no balance. */
  function compareShared(a: number, pointsA: number, b: number, pointsB: number): number {
    const [costA, costB] = utility === 'cost' ? [1, 1] : [costs[a]!, costs[b]!];
    const left = BigInt(costA) * BigInt(pointsB);
    const right = BigInt(costB) * BigInt(pointsA);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /** Positions among its backers of those who pay all they have, which is less; null: too close to say, where it is asked. */
  function buy(
    project: number,
    paid: number,
    paidError: number,
    certain: boolean,
  ): readonly number[] | null {
    const { groups, scores } = backers[project]!;
    const exhausted: number[] = [];
    for (let at = 0; at < groups.length; at += 1) {
      const group = groups[at]!;
      const asked = paid * scores[at]!;
      const balance = balances[group]!;
      spent[group] = 1;
      const doubt = errors[group]! + paidError * scores[at]! + balance * ROUNDING;
      if (balance < asked - doubt) {
        if (certain) exhausted.push(at);
        balances[group] = 0;
        errors[group] = 0;
      } else {
        if (certain && balance < asked + doubt) return null;
        balances[group] = Math.max(0, balance - asked);
        errors[group] = doubt;
      }
    }
    return exhausted;
  }
}
