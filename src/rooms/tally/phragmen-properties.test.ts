import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Case, makeCase, shuffled } from '../../../tests/make/elections.ts';
import { compareFractions, type Fraction } from './fraction.ts';
import { type BallotKind, noLimits, type Project, type TieBreaker, tieBreakers } from './index.ts';
import { countPhragmen, type PhragmenOptions } from './phragmen.ts';
import { compareTied, completeTieBreak } from './tie-break.ts';
import type { AtMisfit } from './walk.ts';

function add(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

const zero: Fraction = { n: 0n, d: 1n };

/** The rule written a second time, in the plainest way: one load per voter, no filter, no groups. */
function countNaively(given: Case, options: PhragmenOptions): string[] {
  const tieBreak = completeTieBreak(options.tieBreak);
  const loads = given.papers.map(() => zero);
  const supportersOf = ({ id }: Project) =>
    [...given.papers.keys()].filter((voter) => given.papers[voter]!.choices.includes(id));
  let remaining = given.projects.filter(
    (project) => project.cost <= given.budget && supportersOf(project).length > 0,
  );
  const winners: string[] = [];
  let left = given.budget;
  while (remaining.length > 0) {
    const offers = remaining.map((project) => {
      const supporters = supportersOf(project);
      const held = supporters.reduce((sum, voter) => add(sum, loads[voter]!), {
        n: project.cost,
        d: 1n,
      });
      return { project, time: { n: held.n, d: held.d * BigInt(supporters.length) } };
    });
    const least = offers
      .map(({ time }) => time)
      .reduce((a, b) => (compareFractions(b, a) < 0 ? b : a));
    const tied = offers.filter(({ time }) => compareFractions(time, least) === 0);
    const misfit = tied.find(({ project }) => project.cost > left);
    if (misfit && options.atMisfit === 'stop') break;
    const chosen =
      misfit?.project ??
      tied.map(({ project }) => project).sort((a, b) => compareTied(tieBreak, a, b))[0]!;
    remaining = remaining.filter((project) => project !== chosen);
    if (misfit) continue;
    winners.push(chosen.id);
    left -= chosen.cost;
    for (const voter of supportersOf(chosen)) loads[voter] = least;
  }
  return winners;
}

/** Few projects, few voters, few costs: ties and misfits are common, and thirds are everywhere. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    budget: fc.bigInt(0n, 30n),
    kind: fc.constantFrom<BallotKind>('approval', 'choose-one'),
    projects: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('1', '2', '9', '10', 'a', 'b', '__proto__', 'constructor'),
        cost: fc.bigInt(0n, 9n),
        depositedAt: fc.integer({ min: 0, max: 2 }),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
    ),
  })
  .chain((terms) => {
    const ids = terms.projects.map(({ id }) => id);
    const maxLength = terms.kind === 'choose-one' ? 1 : ids.length;
    return fc.record({
      budget: fc.constant(terms.budget),
      kind: fc.constant(terms.kind),
      projects: fc.constant(terms.projects),
      limits: fc.constant(noLimits),
      papers: fc.array(
        fc.shuffledSubarray(ids, { maxLength }).map((choices) => ({ choices })),
        { maxLength: 12 },
      ),
    });
  });

const options: fc.Arbitrary<PhragmenOptions> = fc.record({
  atMisfit: fc.constantFrom<AtMisfit>('stop', 'skip'),
  tieBreak: fc.shuffledSubarray<TieBreaker>([...tieBreakers]),
});

const caseAndOptions = fc.tuple(cases, options);
const runs = { numRuns: 1000 };

describe('properties of the count of Phragmén', () => {
  test('R58 V13 two independent counts agree on a thousand elections', () => {
    fc.assert(
      fc.property(caseAndOptions, ([given, chosen]) => {
        expect(countPhragmen(makeCase(given), chosen).winners).toEqual(countNaively(given, chosen));
      }),
      runs,
    );
  });

  test('R58 each purchase is paid to the last cent by those who approve it, and time never goes back', () => {
    fc.assert(
      fc.property(caseAndOptions, ([given, chosen]) => {
        const { purchases } = countPhragmen(makeCase(given), chosen);
        const loads = given.papers.map(() => zero);
        let last = zero;
        for (const { project, cost, namings, time } of purchases) {
          let paid = zero;
          let payers = 0;
          given.papers.forEach(({ choices }, voter) => {
            if (!choices.includes(project)) return;
            const { n, d } = loads[voter]!;
            expect(compareFractions(time, loads[voter]!)).toBeGreaterThanOrEqual(0);
            paid = add(paid, add(time, { n: -n, d }));
            loads[voter] = time;
            payers += 1;
          });
          expect(compareFractions(paid, { n: cost, d: 1n })).toBe(0);
          expect(payers).toBe(namings);
          expect(compareFractions(time, last)).toBeGreaterThanOrEqual(0);
          last = time;
        }
      }),
      runs,
    );
  });

  test('R58 never overspends, and every project is a winner or a loser, once', () => {
    fc.assert(
      fc.property(caseAndOptions, ([given, chosen]) => {
        const result = countPhragmen(makeCase(given), chosen);
        let left = given.budget;
        for (const bought of result.purchases) {
          expect(bought.left).toBe(left);
          left -= bought.cost;
        }
        expect(left).toBe(result.left);
        expect(left).toBeGreaterThanOrEqual(0n);
        expect(result.cost + result.left).toBe(given.budget);
        const all = [...result.winners, ...result.losers.map(({ project }) => project)];
        expect(all.sort()).toEqual(given.projects.map(({ id }) => id).sort());
        for (const { loss, cost, namings } of result.losers) {
          if (loss === 'does-not-fit') expect(cost).toBeGreaterThan(left);
          if (chosen.atMisfit === 'skip' && namings > 0) expect(cost).toBeGreaterThan(left);
        }
        expect(result.stoppedAt.length > 0).toBe(
          chosen.atMisfit === 'stop' && result.losers.some(({ loss }) => loss === 'does-not-fit'),
        );
      }),
      runs,
    );
  });

  test('R58 a tie of which all were bought changes nothing when the ids are turned round', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const atMisfit = 'stop';
        const result = countPhragmen(makeCase(given), { atMisfit, tieBreak: [] });
        if (!result.ties.every(({ allBought }) => allBought)) return;
        const other = countPhragmen(makeCase(given), { atMisfit, tieBreak: ['lower-cost'] });
        expect([...other.winners].sort()).toEqual([...result.winners].sort());
      }),
      runs,
    );
  });

  test('R58 ignores the order of the ballots and of the projects', () => {
    fc.assert(
      fc.property(shuffled(caseAndOptions), ({ given, chosen, papers, projects }) => {
        const result = countPhragmen(makeCase(given), chosen);
        expect(countPhragmen(makeCase({ ...given, papers, projects }), chosen)).toEqual(result);
        expect(countPhragmen(structuredClone(makeCase(given)), chosen)).toEqual(result);
      }),
      runs,
    );
  });
});
