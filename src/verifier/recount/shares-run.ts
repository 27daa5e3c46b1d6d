/** One run of Equal Shares (Peters, Pierczyński and Skowron 2021; voting-rules 3), in exact fractions. */
import type { Contest } from './contest.ts';
import { compare, type Fraction } from './fraction.ts';
import { type Candidate, Purses } from './purses.ts';
import { compareTied } from './tie-break.ts';

interface Round {
  project: string;
  cost: bigint;
  score: number;
  namings: number;
  /** Cents for each point. */
  price: Fraction;
  payers: number;
  exhausted: number;
  /** Projects that were exactly as good, in the order of the tie-break. */
  tied: string[];
}

/** A project that its backers could no more pay after so many purchases, and what they held then, in cents. */
interface Lost {
  project: string;
  afterRounds: number;
  money: Fraction;
}

export interface Run {
  rounds: Round[];
  lost: Lost[];
  cost: bigint;
}

/** `utility`: a voter gains the cost of a project for each point given, or the point itself. */
export function runShares(
  contest: Contest,
  candidates: readonly Candidate[],
  terms: { endowment: Fraction; utility: 'cost' | 'card'; tieBreak: readonly string[] },
): Run {
  const purses = new Purses(contest, terms.endowment);
  const rounds: Round[] = [];
  const lost: Lost[] = [];
  // within a run nothing gets cheaper: what a project last asked for is the least it can ask for now
  let waiting = candidates.map((candidate) => ({ candidate, least: { n: 0n, d: 1n } as Fraction }));
  for (;;) {
    waiting = waiting.filter(({ candidate }) => {
      const money = purses.money(candidate);
      const { key, cost } = candidate.project;
      if (money.n >= cost * money.d) return true;
      lost.push({ project: key, afterRounds: rounds.length, money });
      return false;
    });
    if (waiting.length === 0) break;
    waiting.sort((a, b) => compare(a.least, b.least));
    let best: { offer: NonNullable<ReturnType<Purses['offer']>>; rho: Fraction } | null = null;
    let equals: Candidate[] = [];
    for (const one of waiting) {
      if (best && compare(one.least, best.rho) > 0) break;
      const offer = purses.offer(one.candidate)!;
      const { n, d } = offer.price;
      const rho = terms.utility === 'cost' ? { n, d: d * one.candidate.project.cost } : { n, d };
      one.least = rho;
      const order = best ? compare(rho, best.rho) : -1;
      if (order < 0) {
        best = { offer, rho };
        equals = [];
      }
      if (order <= 0) equals.push(one.candidate);
    }
    equals.sort((a, b) => compareTied(terms.tieBreak, a.project, b.project));
    const [bought, ...tied] = equals as [Candidate, ...Candidate[]];
    // those that are equally good by cost ask for different prices
    const { price, payers, exhausted } = purses.offer(bought)!;
    purses.pay(bought, price);
    const { key, cost } = bought.project;
    rounds.push({
      project: key,
      cost,
      score: bought.score,
      namings: bought.ballots,
      price,
      payers,
      exhausted,
      tied: tied.map(({ project }) => project.key),
    });
    waiting = waiting.filter(({ candidate }) => candidate !== bought);
  }
  return { rounds, lost, cost: rounds.reduce((sum, { cost }) => sum + cost, 0n) };
}
