/** What is said of a count by Equal Shares: who paid how much, and what was missing. Amounts in cents. */
import { type Fraction, reduceFraction } from '../../tally/index.ts';
import { divide, multiply, readFraction, roundDown, subtract } from './fractions.ts';
import type { TallyBy } from './result.ts';

export interface PurchaseFigures {
  project: string;
  /** From 1. */
  round: number;
  cost: number;
  score: number;
  namings: number;
  /** For each point given; an approval gives one. */
  price: Fraction;
  /** How many paid that in full, and how many all they had, which was less. */
  payers: number;
  exhausted: number;
  /** What each of the two gave together; null where ballots carry points, for then only a replay tells. */
  parts: { inFull: Fraction; byExhausted: Fraction } | null;
  /** The cost divided by the price: as many supporters paying in full would have paid it as dear. */
  effective: Fraction;
}

export function listPurchases(tally: TallyBy<'shares'>): PurchaseFigures[] {
  const counted = tally.kind === 'approval' || tally.kind === 'choose-one';
  return tally.rounds.map(({ project, cost, score, namings, payers, exhausted, ...round }, at) => {
    const price = readFraction(round.price);
    const inFull = multiply(price, payers);
    return {
      project,
      round: at + 1,
      ...{ cost, score, namings, price, payers, exhausted },
      parts: counted ? { inFull, byExhausted: subtract({ n: BigInt(cost), d: 1n }, inFull) } : null,
      effective: reduceFraction(divide(cost, price)),
    };
  });
}

export interface ShortfallFigures {
  project: string;
  cost: number;
  namings: number;
  /** Purchases made before its voters held less than its cost. */
  afterRounds: number;
  /** What they held together, and what was missing: the two add up to the cost. */
  money: number;
  missing: number;
}

/** Projects that took part and that voters could not buy. */
export function listShortfalls(tally: TallyBy<'shares'>): ShortfallFigures[] {
  return tally.losses.flatMap(({ project, cost, namings, loss, afterRounds, money }) => {
    if (loss !== 'not-affordable' || money === null) return [];
    const held = roundDown(readFraction(money));
    return [
      { project, cost, namings, afterRounds: afterRounds ?? 0, money: held, missing: cost - held },
    ];
  });
}

export interface EndowmentFigures {
  /** What each voter held in the first run, and in the one that decided. */
  first: Fraction;
  last: Fraction;
  /** Whole cents given to each between the two. */
  raised: number;
  runs: number;
}

export function describeEndowment(tally: TallyBy<'shares'>): EndowmentFigures {
  const first = readFraction(tally.firstEndowment);
  const last = readFraction(tally.endowment);
  return { first, last, raised: roundDown(subtract(last, first)), runs: tally.runs };
}
