/**
 * The published purchases of Equal Shares, paid again one after another at their published prices: what
 * is paid must be the cost, and nobody pays more than they have.
 */

import type { Detail } from './fault-words.ts';
import type { Contest } from './recount/contest.ts';
import { readFraction, reduce } from './recount/fraction.ts';
import { listCandidates, Purses } from './recount/purses.ts';
import { Malformed, Shape } from './shape.ts';

/** `contest`: as the rule counted it. null: all is paid as published. Stops at the first that is not. */
export function findWrongPayment(contest: Contest, tally: unknown): Detail | null {
  try {
    return pay(contest, new Shape(tally));
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { fr: error.message, en: error.words_en };
  }
}

function pay(contest: Contest, tally: Shape): Detail | null {
  const endowment = readFraction(tally.get('endowment'));
  const rounds = tally.shapes('rounds', (round) => round);
  if (!endowment) return wrong('la part de chaque votant', 'the share of each voter');
  const candidates = new Map(listCandidates(contest).map((one) => [one.project.key, one]));
  const purses = new Purses(contest, endowment);
  for (const round of rounds) {
    const key = round.text('project');
    const candidate = candidates.get(key);
    const price = readFraction(round.get('price'));
    if (!candidate || !price) return wrong(`le prix de « ${key} »`, `the price of “${key}”`);
    const { paid, payers, exhausted } = purses.pay(candidate, price);
    const { cost } = candidate.project;
    if (paid.n !== cost * paid.d) {
      const { n, d } = reduce(paid);
      const cents = d === 1n ? `${n}` : `${n}/${d}`;
      return wrong(
        `les paiements de « ${key} » font ${cents} centimes, et son coût est de ${cost}`,
        `the payments for “${key}” add up to ${cents} cents, and its cost is ${cost}`,
      );
    }
    if (round.get('payers') !== payers || round.get('exhausted') !== exhausted)
      return wrong(
        `pour « ${key} », ${payers} votants peuvent payer le prix et ${exhausted} ne le peuvent pas : quelqu’un paierait plus que sa part`,
        `for “${key}”, ${payers} voters can pay the price and ${exhausted} cannot: somebody would pay more than their share`,
      );
  }
  return null;
}

function wrong(fr: string, en: string): Detail {
  return { fr, en };
}
