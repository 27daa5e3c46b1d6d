import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCases, scoredKinds } from '../../../tests/make/drawn-elections.ts';
import { byId, type Case, makeCase, shuffled } from '../../../tests/make/elections.ts';
import {
  type BallotKind,
  countElection,
  type GreedyRule,
  isGreedyRule,
  type Project,
  rulesFor,
  type TallyOptions,
  type TieBreaker,
  tieBreakers,
} from './index.ts';

/**
 * The same rules written a second time, in the plainest way: no grouping, no sorting, the best
 * remaining project is looked for again at each step.
 */
function countNaively(given: Case, options: TallyOptions<GreedyRule>): string[] {
  const scoreOf = (id: string) => {
    let score = 0;
    for (const { choices, points } of given.papers) {
      const at = choices.indexOf(id);
      if (at < 0) continue;
      if (points) score += points[at]!;
      else if (given.kind === 'ordinal')
        score += (given.limits.maxLength ?? given.projects.length) - at;
      else score += 1;
    }
    return score;
  };
  // costs and scores are small here: a quotient is the same number whenever it is the same fraction
  const worthOf = ({ id, cost }: Project): number => {
    if (options.rule !== 'greedy-per-cost' || scoreOf(id) === 0) return scoreOf(id);
    return scoreOf(id) / Number(cost);
  };
  const isBefore = (a: Project, b: Project): boolean => {
    const [worthA, worthB] = [worthOf(a), worthOf(b)];
    if (worthA !== worthB) return worthA > worthB;
    if (worthA === Infinity && scoreOf(a.id) !== scoreOf(b.id))
      return scoreOf(a.id) > scoreOf(b.id);
    for (const criterion of options.tieBreak) {
      const depositA = a.depositedAt ?? 1e15;
      const depositB = b.depositedAt ?? 1e15;
      if (criterion === 'earlier-deposit' && depositA !== depositB) return depositA < depositB;
      if (criterion === 'lower-cost' && a.cost !== b.cost) return a.cost < b.cost;
      if (criterion === 'public-draw' && a.lot !== b.lot) return a.lot! < b.lot!;
      if (criterion === 'smaller-id') break;
    }
    return a.id < b.id;
  };
  let remaining = given.projects.filter(
    ({ id, cost }) => cost <= given.budget && (options.fundUnsupported || scoreOf(id) > 0),
  );
  const winners: string[] = [];
  let left = given.budget;
  while (remaining.length > 0) {
    const best = remaining.reduce((leader, project) =>
      isBefore(project, leader) ? project : leader,
    );
    remaining = remaining.filter((project) => project !== best);
    if (best.cost <= left) {
      winners.push(best.id);
      left -= best.cost;
    } else if (options.rule === 'greedy-noskip') break;
  }
  return winners;
}

const cases = drawCases(scoredKinds);

/** The rules that walk down scores and know ballots of a kind. */
const walksFor = (kind: BallotKind) => fc.constantFrom(...rulesFor(kind).filter(isGreedyRule));

const caseAndOptions: fc.Arbitrary<[Case, TallyOptions<GreedyRule>]> = cases.chain((given) =>
  fc.tuple(
    fc.constant(given),
    fc.record({
      rule: walksFor(given.kind),
      tieBreak: fc.shuffledSubarray<TieBreaker>([...tieBreakers]),
      fundUnsupported: fc.boolean(),
    }),
  ),
);
const runs = { numRuns: 1000 };

describe('properties of the count', () => {
  test('R58 V13 two independent counts agree on a thousand elections', () => {
    fc.assert(
      fc.property(caseAndOptions, ([given, chosen]) => {
        expect(countElection(makeCase(given), chosen).winners).toEqual(countNaively(given, chosen));
      }),
      runs,
    );
  });

  test('R58 never overspends, and the trace adds up to the last cent', () => {
    fc.assert(
      fc.property(caseAndOptions, ([given, chosen]) => {
        const result = countElection(makeCase(given), chosen);
        let left = given.budget;
        for (const turn of result.turns) {
          expect(turn.left).toBe(left);
          if (turn.decision === 'funded') left -= turn.cost;
        }
        expect(left).toBe(result.left);
        expect(left).toBeGreaterThanOrEqual(0n);
        expect(result.cost + result.left).toBe(given.budget);
        const funded = result.turns.filter(({ decision }) => decision === 'funded');
        expect(funded.map(({ project }) => project)).toEqual(result.winners);
        expect(result.turns.map(({ project }) => project).sort()).toEqual(
          given.projects.map(({ id }) => id).sort(),
        );
      }),
      runs,
    );
  });

  test('R58 ignores the order of the ballots and of the projects', () => {
    fc.assert(
      fc.property(shuffled(caseAndOptions), ({ given, chosen, papers, projects }) => {
        const result = countElection(makeCase(given), chosen);
        expect(countElection(makeCase({ ...given, papers, projects }), chosen)).toEqual(result);
        expect(countElection(structuredClone(makeCase(given)), chosen)).toEqual(result);
      }),
      runs,
    );
  });

  test('R58 greedy leaves no supported project that would still fit', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const result = countElection(makeCase(given), byId);
        for (const { decision, score, cost } of result.turns)
          if (decision !== 'funded' && score > 0) expect(cost).toBeGreaterThan(result.left);
      }),
      runs,
    );
  });

  test('R58 greedy-noskip funds the head of the ranking and stops at the first misfit', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const result = countElection(makeCase(given), { ...byId, rule: 'greedy-noskip' });
        const runners = result.turns.filter(
          ({ decision }) => decision !== 'over-budget' && decision !== 'no-support',
        );
        expect(runners.slice(0, result.winners.length).map(({ project }) => project)).toEqual(
          result.winners,
        );
        const next = runners[result.winners.length];
        expect(result.stoppedAt).toBe(next?.project ?? null);
        if (next) expect(next.cost).toBeGreaterThan(result.left);
      }),
      runs,
    );
  });

  test('R58 a tie is called decisive exactly when another order would fund other projects', () => {
    fc.assert(
      fc.property(caseAndOptions, ([given, { rule }]) => {
        const result = countElection(makeCase(given), { ...byId, rule });
        for (const tie of result.ties) {
          const start = result.turns.find(({ project }) => tie.projects.includes(project))!.left;
          const costs = tie.projects.map(
            (id) => [id, given.projects.find((project) => project.id === id)!.cost] as const,
          );
          const outcomes = new Set(
            listOrders(costs.slice(0, 5)).map((order) => fundInOrder(order, start, rule)),
          );
          if (costs.length <= 5) expect(tie.decisive).toBe(outcomes.size > 1);
        }
      }),
      runs,
    );
  });
});

type Costs = readonly (readonly [string, bigint])[];

function listOrders(costs: Costs): Costs[] {
  if (costs.length === 0) return [[]];
  return costs.flatMap((first) =>
    listOrders(costs.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

function fundInOrder(order: Costs, start: bigint, rule: GreedyRule): string {
  const funded: string[] = [];
  let left = start;
  for (const [id, cost] of order) {
    if (cost <= left) {
      funded.push(id);
      left -= cost;
    } else if (rule === 'greedy-noskip') break;
  }
  return JSON.stringify(funded.sort());
}
