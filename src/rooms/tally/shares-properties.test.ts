import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Case, makeCase, shuffled } from '../../../tests/make/elections.ts';
import { sharesSlowly } from '../../../tests/make/slow-shares.ts';
import { compareFractions, type Fraction, reduce } from './fraction.ts';
import { countElection, noLimits, type SharesRule, sharesRules } from './index.ts';
import { prepareShares, type Step } from './shares-election.ts';
import { runExactly } from './shares-exact.ts';
import { openRuns } from './shares-run.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const money = fc.oneof(
  fc.bigInt(0n, 900n),
  fc.bigInt(1n, 9n).map((hundreds) => hundreds * 100n),
);

/** Small elections with round figures, so that ties and exactly affordable projects are frequent. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    budget: fc.bigInt(0n, 2000n),
    costs: fc.array(money, { minLength: 1, maxLength: ids.length }),
    scored: fc.boolean(),
    papers: fc.array(fc.dictionary(fc.constantFrom(...ids), fc.nat(3), { maxKeys: 5 }), {
      maxLength: 9,
    }),
  })
  .map(({ budget, costs, scored, papers }) => {
    const projects = costs.map((cost, at) => ({ id: ids[at]!, cost }));
    const known = (id: string) => projects.some((project) => project.id === id);
    return {
      budget,
      projects,
      kind: scored ? 'scoring' : 'approval',
      limits: noLimits,
      papers: papers.map((given) => {
        const choices = Object.keys(given).filter(known);
        return scored ? { choices, points: choices.map((id) => given[id]!) } : { choices };
      }),
    };
  });
const rules = fc.constantFrom<SharesRule>(...sharesRules);
const options = (rule: SharesRule) =>
  ({ rule, tieBreak: ['smaller-id'], fundUnsupported: false }) as const;
const runs = { numRuns: 3000 };

describe('properties of Equal Shares', () => {
  test('R58 V13 an independent count, voter by voter in fractions, agrees on thousands of elections', () => {
    fc.assert(
      fc.property(cases, rules, (given, rule) => {
        const result = countElection(makeCase(given), options(rule));
        expect(result.winners).toEqual(sharesSlowly(given, rule));
      }),
      runs,
    );
  });

  test('R57 R58 by the trace alone: payments sum to the cost, nobody pays above their share', () => {
    fc.assert(
      fc.property(cases, rules, (given, rule) => {
        const result = countElection(makeCase(given), options(rule));
        const balances = given.papers.map(() => result.endowment);
        let last: Fraction = { n: 0n, d: 1n };
        const moneyOf = (id: string): Fraction =>
          given.papers.reduce(
            (sum, paper, voter) => (gives(paper, id) ? add(sum, balances[voter]!) : sum),
            { n: 0n, d: 1n } as Fraction,
          );
        const checkLosses = (round: number) => {
          for (const { project, cost, afterRounds, money } of result.losses) {
            if (afterRounds === null || round > afterRounds) continue;
            const held = moneyOf(project);
            const enough = compareFractions(held, { n: cost, d: 1n }) >= 0;
            expect(enough, `${project} after ${round}`).toBe(round < afterRounds);
            if (!enough) expect(held).toEqual(money);
          }
        };
        checkLosses(0);
        let round = 0;
        for (const { project, cost, price, payers, exhausted } of result.rounds) {
          let paid: Fraction = { n: 0n, d: 1n };
          const counted = { payers: 0, exhausted: 0 };
          given.papers.forEach(({ choices, points }, voter) => {
            const at = choices.indexOf(project);
            const score = at < 0 ? 0 : (points?.[at] ?? 1);
            if (score === 0) return;
            const asked = { n: price.n * BigInt(score), d: price.d };
            const balance = balances[voter]!;
            const inFull = compareFractions(asked, balance) <= 0;
            counted[inFull ? 'payers' : 'exhausted'] += 1;
            const share = inFull ? asked : balance;
            balances[voter] = subtract(balance, share);
            paid = subtract(paid, { n: -share.n, d: share.d });
          });
          expect(reduce(paid)).toEqual({ n: cost, d: 1n });
          expect(counted).toEqual({ payers, exhausted });
          const rho = rule.startsWith('mes-cost') ? { n: price.n, d: price.d * cost } : price;
          expect(compareFractions(rho, last)).toBeGreaterThanOrEqual(0);
          last = rho;
          round += 1;
          checkLosses(round);
        }
        expect(balances.every(({ n }) => n >= 0n)).toBe(true);
      }),
      runs,
    );
  });

  test('R58 V13 counted in fractions alone, every run is that of the independent count', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('mes-cost', 'mes-card'), (given, rule) => {
        const voters = BigInt(given.papers.length);
        if (voters === 0n) return;
        const utility = rule === 'mes-cost' ? 'cost' : 'cardinality';
        const shares = prepareShares(makeCase(given), utility, ['smaller-id']);
        const steps = runExactly(shares, { n: given.budget, d: voters });
        const idOf = (position: number) => given.projects[position]!.id;
        expect([...shares.free, ...steps.map(({ project }) => project)].map(idOf)).toEqual(
          sharesSlowly(given, rule),
        );
      }),
      runs,
    );
  });

  test('R58 what is affordable to the last fraction is left to fractions, and bought', () => {
    const given: Case = {
      budget: 678n,
      projects: [{ id: 'a', cost: 226n }],
      kind: 'approval',
      limits: noLimits,
      papers: [{ choices: ['a'] }, { choices: [] }, { choices: [] }],
    };
    const shares = prepareShares(makeCase(given), 'cost', ['smaller-id']);
    expect(openRuns(shares)(226, 678n)).toBeNull();
    expect(countElection(makeCase(given), options('mes-cost')).winners).toEqual(['a']);
    const dearer = { ...given, projects: [{ id: 'a', cost: 227n }] };
    expect(countElection(makeCase(dearer), options('mes-cost')).winners).toEqual([]);
  });

  test('R58 a run that floating point is certain of is the exact one', () => {
    const seen = { certain: 0, givenUp: 0 };
    fc.assert(
      fc.property(cases, fc.constantFrom('cost', 'cardinality'), (given, utility) => {
        const election = makeCase(given);
        const voters = BigInt(given.papers.length);
        if (voters === 0n) return;
        const shares = prepareShares(election, utility, ['smaller-id']);
        const exact = runExactly(shares, { n: given.budget, d: voters });
        const steps: Step[] = [];
        const endowment = Number(given.budget) / Number(voters);
        const certain = openRuns(shares)(endowment, given.budget, steps) !== null;
        seen[certain ? 'certain' : 'givenUp'] += 1;
        if (!certain) return;
        const inOrder = (list: readonly Step[]) =>
          list.map((step) => ({ ...step, tied: [...step.tied].sort() }));
        expect(inOrder(steps)).toEqual(inOrder(exact));
      }),
      runs,
    );
    // or this proves nothing
    expect(seen.certain).toBeGreaterThan(1000);
    expect(seen.givenUp).toBeLessThan(1000);
  });

  test('R58 never overspends; every project is won, or lost with a reason', () => {
    fc.assert(
      fc.property(cases, rules, (given, rule) => {
        const result = countElection(makeCase(given), options(rule));
        expect(result.left).toBeGreaterThanOrEqual(0n);
        expect(result.cost + result.left).toBe(given.budget);
        const told = [
          ...result.free,
          ...result.rounds.map(({ project }) => project),
          ...result.losses.map(({ project }) => project),
        ];
        expect(told.sort()).toEqual(given.projects.map(({ id }) => id).sort());
        if (!rule.endsWith('u')) return;
        for (const { id, cost } of given.projects)
          if (!result.winners.includes(id) && given.papers.some((paper) => gives(paper, id)))
            expect(cost).toBeGreaterThan(result.left);
      }),
      runs,
    );
  });

  test('R58 a project that nobody supports wins by the completion alone, where the policy says so', () => {
    const given: Case = {
      budget: 500n,
      projects: [
        { id: 'a', cost: 300n },
        { id: 'b', cost: 100n },
      ],
      kind: 'approval',
      limits: noLimits,
      papers: [{ choices: ['a'] }],
    };
    const count = (rule: SharesRule) => {
      const result = countElection(makeCase(given), { ...options(rule), fundUnsupported: true });
      return { winners: result.winners, fundUnsupported: result.fundUnsupported };
    };
    expect(count('mes-cost')).toEqual({ winners: ['a'], fundUnsupported: false });
    expect(count('mes-cost-add1')).toEqual({ winners: ['a'], fundUnsupported: false });
    expect(count('mes-cost-u')).toEqual({ winners: ['a', 'b'], fundUnsupported: true });
  });

  test('R58 ignores the order of the ballots and of the projects', () => {
    fc.assert(
      fc.property(shuffled(fc.tuple(cases, rules)), ({ given, chosen: rule, papers, projects }) => {
        const { winners, rounds } = countElection(makeCase(given), options(rule));
        const other = countElection(makeCase({ ...given, papers, projects }), options(rule));
        expect(other.winners).toEqual(winners);
        expect(other.rounds.map(({ price }) => price)).toEqual(rounds.map(({ price }) => price));
      }),
      { numRuns: 1000 },
    );
  });
});

function gives({ choices, points }: Case['papers'][number], id: string): boolean {
  const at = choices.indexOf(id);
  return at >= 0 && (points?.[at] ?? 1) > 0;
}

function add(a: Fraction, b: Fraction): Fraction {
  return subtract(a, { n: -b.n, d: b.d });
}

function subtract(a: Fraction, b: Fraction): Fraction {
  return reduce({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
}
