import { compareFractions, type Fraction, greatestDivisor } from './fraction.ts';
import type { SharesElection, Step } from './shares-election.ts';

interface Offer {
  /** Cents times the common denominator that those who can pay in full still owe. */
  readonly rest: bigint;
  /** Their points added up. */
  readonly points: bigint;
  readonly paysAll: Uint8Array;
  /** What is compared: the price for each unit of utility. */
  readonly rho: Fraction;
}

/**
 * One run of Equal Shares in exact fractions: every voter holds `endowment` cents; the project whose
 * backers pay least for what they gain is bought, until none can be. Balances are whole numbers over one
 * denominator, which grows with each purchase.
 */
export function runExactly(shares: SharesElection, endowment: Fraction): Step[] {
  const { election, backers, costs, tieRank } = shares;
  const { times } = election.ballots;
  let denominator = endowment.d;
  const balances = Array.from(times, () => endowment.n);
  const steps: Step[] = [];
  // Nothing gets cheaper within a run: what a project offered last is the least it can offer now.
  let waiting = shares.candidates.map((project) => ({ project, rho: leastRho(shares, project) }));

  for (;;) {
    waiting.sort((a, b) => compareFractions(a.rho, b.rho));
    let best: { project: number; offer: Offer } | null = null;
    let tied: number[] = [];
    for (const candidate of waiting) {
      if (best && compareFractions(candidate.rho, best.offer.rho) > 0) break;
      const { project } = candidate;
      const offer = makeOffer(project);
      if (!offer) {
        candidate.rho = NEVER;
        continue;
      }
      candidate.rho = offer.rho;
      const order = best ? compareFractions(offer.rho, best.offer.rho) : -1;
      if (order < 0) tied = [];
      if (order <= 0) tied.push(project);
      if (order < 0 || (order === 0 && tieRank[project]! < tieRank[best!.project]!))
        best = { project, offer };
    }
    if (!best) return steps;
    const { project, offer } = best;
    waiting = waiting.filter((other) => other.project !== project && other.rho !== NEVER);
    steps.push({ project, exhausted: listExhausted(offer.paysAll), tied });
    buy(project, offer);
  }

  function makeOffer(project: number): Offer | null {
    const { groups, scores } = backers[project]!;
    const cost = BigInt(costs[project]!);
    let rest = cost * denominator;
    let money = 0n;
    for (const group of groups) money += BigInt(times[group]!) * balances[group]!;
    if (money < rest) return null;
    let points = BigInt(backers[project]!.score);
    const paysAll = new Uint8Array(groups.length);
    for (let settled = false; !settled; ) {
      settled = true;
      const [owed, among] = [rest, points];
      for (let at = 0; at < groups.length; at += 1) {
        if (paysAll[at]) continue;
        const balance = balances[groups[at]!]!;
        const score = BigInt(scores[at]!);
        if (balance * among >= owed * score) continue;
        const ballots = BigInt(times[groups[at]!]!);
        paysAll[at] = 1;
        rest -= ballots * balance;
        points -= ballots * score;
        settled = false;
      }
    }
    const d = denominator * points;
    const rho = { n: rest, d: shares.utility === 'cost' ? d * cost : d };
    return { rest, points, paysAll, rho };
  }

  function buy(project: number, { rest, points, paysAll }: Offer): void {
    const { groups, scores } = backers[project]!;
    const divisor = greatestDivisor(rest, points);
    const [owed, among] = [rest / divisor, points / divisor];
    denominator *= among;
    for (let group = 0; group < balances.length; group += 1) balances[group]! *= among;
    for (let at = 0; at < groups.length; at += 1) {
      const group = groups[at]!;
      if (paysAll[at]) balances[group] = 0n;
      else balances[group]! -= owed * BigInt(scores[at]!);
    }
  }
}

function listExhausted(paysAll: Uint8Array): number[] {
  return [...paysAll.keys()].filter((at) => paysAll[at]);
}

const NEVER: Fraction = { n: 1n, d: 0n };

/** When all backers can pay in full: no run ever asks for less. */
function leastRho({ backers, costs, utility }: SharesElection, project: number): Fraction {
  const points = BigInt(backers[project]!.score);
  return utility === 'cost' ? { n: 1n, d: points } : { n: BigInt(costs[project]!), d: points };
}
