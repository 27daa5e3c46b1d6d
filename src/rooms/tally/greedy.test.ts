import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BallotKind,
  countElection,
  type Election,
  type Limits,
  makeElection,
  noLimits,
  type Paper,
  type Project,
  type RuleName,
  ruleNames,
  type TallyOptions,
  type TieBreaker,
  tieBreakers,
} from './index.ts';

const byId: TallyOptions = { rule: 'greedy', tieBreak: ['smaller-id'], fundUnsupported: false };

interface Case {
  budget: bigint;
  projects: Project[];
  kind: BallotKind;
  limits: Limits;
  papers: Paper[];
}

function make({ papers, ...terms }: Case): Election {
  const gathered = makeElection(terms, papers);
  if (!gathered.ok) throw new Error(JSON.stringify(gathered));
  return gathered.election;
}

/** Approval ballots over projects given as id: cost in cents. */
function approve(budget: bigint, costs: Record<string, bigint>, ballots: string[]): Election {
  return make({
    budget,
    projects: Object.entries(costs).map(([id, cost]) => ({ id, cost })),
    kind: 'approval',
    limits: noLimits,
    papers: ballots.map((letters) => ({ choices: [...letters] })),
  });
}

/**
 * The same rules written a second time, in the plainest way: no grouping, no sorting, the best
 * remaining project is looked for again at each step.
 */
function countNaively(given: Case, options: TallyOptions): string[] {
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
  const isBefore = (a: Project, b: Project): boolean => {
    if (scoreOf(a.id) !== scoreOf(b.id)) return scoreOf(a.id) > scoreOf(b.id);
    for (const criterion of options.tieBreak) {
      const depositA = a.depositedAt ?? 1e15;
      const depositB = b.depositedAt ?? 1e15;
      if (criterion === 'earlier-deposit' && depositA !== depositB) return depositA < depositB;
      if (criterion === 'lower-cost' && a.cost !== b.cost) return a.cost < b.cost;
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

const kinds: BallotKind[] = ['approval', 'choose-one', 'ordinal', 'cumulative', 'scoring'];

/** Few projects, few ballots and few different costs, so that ties and misfits are common. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    budget: fc.bigInt(0n, 40n),
    kind: fc.constantFrom(...kinds),
    projects: fc.uniqueArray(
      fc.record({
        id: fc.oneof(
          fc.constantFrom('1', '2', '9', '10', '__proto__', 'constructor'),
          fc.string({ minLength: 1, maxLength: 3 }),
        ),
        cost: fc.bigInt(0n, 15n),
        depositedAt: fc.integer({ min: 0, max: 3 }),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 9 },
    ),
    spareRanks: fc.integer({ min: 0, max: 2 }),
  })
  .chain(({ spareRanks, ...terms }) => {
    const ids = terms.projects.map(({ id }) => id);
    const carriesPoints = terms.kind === 'cumulative' || terms.kind === 'scoring';
    const paper = fc
      .shuffledSubarray(ids, { maxLength: terms.kind === 'choose-one' ? 1 : ids.length })
      .chain((choices) =>
        carriesPoints
          ? fc
              .array(fc.integer({ min: 0, max: 4 }), {
                minLength: choices.length,
                maxLength: choices.length,
              })
              .map((points): Paper => ({ choices, points }))
          : fc.constant<Paper>({ choices }),
      );
    return fc.record({
      budget: fc.constant(terms.budget),
      kind: fc.constant(terms.kind),
      projects: fc.constant(terms.projects),
      limits: fc.constantFrom(noLimits, { ...noLimits, maxLength: ids.length + spareRanks }),
      papers: fc.array(paper, { maxLength: 12 }),
    });
  });

const options: fc.Arbitrary<TallyOptions> = fc.record({
  rule: fc.constantFrom<RuleName>(...ruleNames),
  tieBreak: fc.shuffledSubarray<TieBreaker>([...tieBreakers]),
  fundUnsupported: fc.boolean(),
});

const caseAndOptions = fc.tuple(cases, options);
const runs = { numRuns: 1000 };

describe('properties of the count', () => {
  test('R58 V13 two independent counts agree on a thousand elections', () => {
    fc.assert(
      fc.property(caseAndOptions, ([given, chosen]) => {
        expect(countElection(make(given), chosen).winners).toEqual(countNaively(given, chosen));
      }),
      runs,
    );
  });

  test('R58 never overspends, and the trace adds up to the last cent', () => {
    fc.assert(
      fc.property(caseAndOptions, ([given, chosen]) => {
        const result = countElection(make(given), chosen);
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
    const shuffled = caseAndOptions.chain(([given, chosen]) =>
      fc.record({
        given: fc.constant(given),
        chosen: fc.constant(chosen),
        papers: fc.shuffledSubarray(given.papers, { minLength: given.papers.length }),
        projects: fc.shuffledSubarray(given.projects, { minLength: given.projects.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, chosen, papers, projects }) => {
        const result = countElection(make(given), chosen);
        expect(countElection(make({ ...given, papers, projects }), chosen)).toEqual(result);
        expect(countElection(structuredClone(make(given)), chosen)).toEqual(result);
      }),
      runs,
    );
  });

  test('R58 greedy leaves no supported project that would still fit', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const result = countElection(make(given), byId);
        for (const { decision, score, cost } of result.turns)
          if (decision !== 'funded' && score > 0) expect(cost).toBeGreaterThan(result.left);
      }),
      runs,
    );
  });

  test('R58 greedy-noskip funds the head of the ranking and stops at the first misfit', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const result = countElection(make(given), { ...byId, rule: 'greedy-noskip' });
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
      fc.property(cases, fc.constantFrom<RuleName>(...ruleNames), (given, rule) => {
        const result = countElection(make(given), { ...byId, rule });
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

function fundInOrder(order: Costs, start: bigint, rule: RuleName): string {
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

describe('edge cases, settled once', () => {
  test('V13 R58 a tie goes by the published list, and says what broke it', () => {
    const election = make({
      budget: 10n,
      projects: [
        { id: '9', cost: 6n, depositedAt: 300 },
        { id: '10', cost: 6n, depositedAt: 200 },
        { id: '11', cost: 5n },
      ],
      kind: 'approval',
      limits: noLimits,
      papers: [{ choices: ['9', '10', '11'] }],
    });
    const first = (...tieBreak: TieBreaker[]) =>
      countElection(election, { ...byId, tieBreak }).ties[0];
    expect(first('smaller-id')).toEqual({
      score: 1,
      projects: ['10', '11', '9'],
      by: ['smaller-id'],
      decisive: true,
    });
    expect(first()?.by).toEqual(['smaller-id']);
    expect(first('earlier-deposit')?.projects).toEqual(['10', '9', '11']);
    expect(first('lower-cost')).toMatchObject({
      projects: ['11', '10', '9'],
      by: ['lower-cost', 'smaller-id'],
    });
    const result = countElection(election, { ...byId, tieBreak: ['lower-cost'] });
    expect(result.tieBreak).toEqual(['lower-cost', 'smaller-id']);
  });

  test('V13 zero votes: nobody wins, unless the policy funds what nobody supports', () => {
    const election = approve(10n, { a: 4n, b: 7n, c: 5n }, []);
    expect(countElection(election, byId)).toMatchObject({
      winners: [],
      ballots: 0,
      left: 10n,
      fundUnsupported: false,
      ties: [],
    });
    expect(countElection(election, byId).turns.map(({ decision }) => decision)).toEqual([
      'no-support',
      'no-support',
      'no-support',
    ]);
    const funding = countElection(election, { ...byId, fundUnsupported: true });
    expect(funding).toMatchObject({ winners: ['a', 'c'], fundUnsupported: true });
    expect(funding.ties).toMatchObject([{ score: 0, decisive: true }]);
  });

  test('V13 all blank: every ballot counts, nobody wins', () => {
    const result = countElection(approve(10n, { a: 4n }, ['', '', '']), byId);
    expect(result).toMatchObject({ winners: [], ballots: 3, blank: 3, cost: 0n });
  });

  test('V13 one voter decides alone', () => {
    const result = countElection(approve(10n, { a: 4n, b: 7n, c: 6n }, ['ac']), byId);
    expect(result).toMatchObject({ winners: ['a', 'c'], left: 0n });
  });

  test('V13 budget 0: only what costs nothing and has support can win', () => {
    const election = approve(0n, { a: 1n, b: 0n, c: 0n }, ['ab', 'a']);
    expect(countElection(election, byId)).toMatchObject({ winners: ['b'], cost: 0n, left: 0n });
    expect(countElection(election, byId).turns.map(({ decision }) => decision)).toEqual([
      'over-budget',
      'funded',
      'no-support',
    ]);
  });

  test('V13 a project that costs nothing keeps its rank', () => {
    const election = approve(5n, { free: 0n, b: 5n }, []);
    expect(countElection(election, { ...byId, fundUnsupported: true }).winners).toContain('free');
    const ranked = make({
      budget: 5n,
      projects: [
        { id: 'free', cost: 0n },
        { id: 'b', cost: 5n },
      ],
      kind: 'approval',
      limits: noLimits,
      papers: [{ choices: ['free', 'b'] }, { choices: ['free'] }],
    });
    expect(countElection(ranked, byId).winners).toEqual(['free', 'b']);
  });

  test('V13 a project over the whole budget never wins, and stops nothing', () => {
    const election = approve(10n, { a: 11n, b: 10n }, ['a', 'a', 'ab']);
    for (const rule of ruleNames) {
      const result = countElection(election, { ...byId, rule });
      expect(result.winners).toEqual(['b']);
      expect(result.turns[0]).toMatchObject({ project: 'a', score: 3, decision: 'over-budget' });
    }
  });

  test('R57 R58 the trace says why each project won or not', () => {
    const election = approve(10n, { a: 6n, b: 5n, c: 4n, d: 1n, e: 99n }, [
      'abce',
      'abce',
      'abe',
      'ae',
      'e',
    ]);
    const decisions = (rule: RuleName) =>
      countElection(election, { ...byId, rule }).turns.map(
        ({ project, score, left, decision }) => `${project} ${score} ${left} ${decision}`,
      );
    expect(decisions('greedy')).toEqual([
      'e 5 10 over-budget',
      'a 4 10 funded',
      'b 3 4 does-not-fit',
      'c 2 4 funded',
      'd 0 0 no-support',
    ]);
    expect(decisions('greedy-noskip')).toEqual([
      'e 5 10 over-budget',
      'a 4 10 funded',
      'b 3 4 does-not-fit',
      'c 2 4 after-stop',
      'd 0 4 no-support',
    ]);
  });

  test('R58 ranks are worth K−r+1, points are added, a naming is counted once', () => {
    const terms = {
      budget: 1n,
      projects: [
        { id: 'a', cost: 1n },
        { id: 'b', cost: 1n },
      ],
      limits: { ...noLimits, maxLength: 3 },
    };
    const ranked = make({
      ...terms,
      kind: 'ordinal',
      papers: [{ choices: ['b', 'a'] }, { choices: ['b'] }],
    });
    expect(countElection(ranked, byId).turns).toMatchObject([
      { project: 'b', score: 6, namings: 2 },
      { project: 'a', score: 2, namings: 1 },
    ]);
    const shared = make({
      ...terms,
      kind: 'cumulative',
      papers: [{ choices: ['b', 'a'], points: [0, 7] }],
    });
    expect(countElection(shared, byId).turns).toMatchObject([
      { project: 'a', score: 7, namings: 1, decision: 'funded' },
      { project: 'b', score: 0, namings: 1, decision: 'no-support' },
    ]);
  });
});

describe('V3 a ballot that cannot be counted is refused, never repaired', () => {
  const terms = {
    budget: 1n,
    projects: [
      { id: 'a', cost: 1n },
      { id: 'b', cost: 1n },
    ],
    limits: { ...noLimits, maxPoints: 3, maxSumPoints: 4 },
  };
  test.each<[BallotKind, Paper, string]>([
    ['approval', { choices: ['z'] }, 'unknown-project'],
    ['approval', { choices: ['a', 'a'] }, 'duplicate-choice'],
    ['choose-one', { choices: ['a', 'b'] }, 'more-than-one-choice'],
    ['cumulative', { choices: ['a'] }, 'points-not-matching'],
    ['scoring', { choices: ['a'], points: [1, 2] }, 'points-not-matching'],
    ['cumulative', { choices: ['a'], points: [1.5] }, 'points-not-whole'],
    ['cumulative', { choices: ['a'], points: [-1] }, 'points-not-whole'],
    ['cumulative', { choices: ['a'], points: [Number.NaN] }, 'points-not-whole'],
    ['cumulative', { choices: ['a'], points: [Number.POSITIVE_INFINITY] }, 'points-not-whole'],
    ['cumulative', { choices: ['a'], points: [4] }, 'points-over-max'],
    ['cumulative', { choices: ['a', 'b'], points: [3, 2] }, 'points-sum-over-max'],
  ])('V3 %s %j: %s', (kind, paper, refusal) => {
    const papers = [{ choices: [], points: [] }, paper];
    expect(makeElection({ ...terms, kind }, papers)).toMatchObject({
      ok: false,
      refusal,
      ballot: 1,
    });
  });

  test('two projects with one id are a fault of the caller', () => {
    const projects = [...terms.projects, ...terms.projects];
    expect(() => makeElection({ ...terms, projects, kind: 'approval' }, [])).toThrow(RangeError);
  });
});
