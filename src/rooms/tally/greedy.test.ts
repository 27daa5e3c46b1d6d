import { describe, expect, test } from 'vitest';
import { byId, makeCase } from '../../../tests/make/elections.ts';
import {
  countElection,
  type Election,
  type GreedyRule,
  isGreedyRule,
  noLimits,
  rulesFor,
  type TieBreaker,
} from './index.ts';

/** Approval ballots over projects given as id: cost in cents. */
function approve(budget: bigint, costs: Record<string, bigint>, ballots: string[]): Election {
  return makeCase({
    budget,
    projects: Object.entries(costs).map(([id, cost]) => ({ id, cost })),
    kind: 'approval',
    limits: noLimits,
    papers: ballots.map((letters) => ({ choices: [...letters] })),
  });
}

describe('edge cases, settled once', () => {
  test('V13 R58 a tie goes by the published list, and says what broke it', () => {
    const election = makeCase({
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
    const ranked = makeCase({
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
    for (const rule of rulesFor('approval').filter(isGreedyRule)) {
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
    const decisions = (rule: GreedyRule) =>
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

  test('R58 ranks are worth K−r+1, points are added, none of them is no naming', () => {
    const terms = {
      budget: 1n,
      projects: [
        { id: 'a', cost: 1n },
        { id: 'b', cost: 1n },
      ],
      limits: { ...noLimits, maxLength: 3 },
    };
    const ranked = makeCase({
      ...terms,
      kind: 'ordinal',
      papers: [{ choices: ['b', 'a'] }, { choices: ['b'] }],
    });
    expect(countElection(ranked, byId).turns).toMatchObject([
      { project: 'b', score: 6, namings: 2 },
      { project: 'a', score: 2, namings: 1 },
    ]);
    const shared = makeCase({
      ...terms,
      kind: 'cumulative',
      papers: [{ choices: ['b', 'a'], points: [0, 7] }],
    });
    expect(countElection(shared, byId).turns).toMatchObject([
      { project: 'a', score: 7, namings: 1, decision: 'funded' },
      { project: 'b', score: 0, namings: 0, decision: 'no-support' },
    ]);
  });
});

describe('R58 by score for each cent', () => {
  test('the cheaper of two equally supported projects comes first, free ones before all', () => {
    const election = approve(10n, { a: 6n, b: 3n, f: 0n, u: 1n }, ['ab', 'ab', 'f']);
    const result = countElection(election, { ...byId, rule: 'greedy-per-cost' });
    expect(result.winners).toEqual(['f', 'b', 'a']);
  });

  test('a tie of ratios is recorded without a score, and decides by the published list', () => {
    const election = approve(4n, { a: 4n, b: 2n }, ['a', 'a', 'ab']);
    const equal = approve(4n, { a: 4n, b: 2n }, ['a', 'ab']);
    expect(countElection(election, { ...byId, rule: 'greedy-per-cost' }).ties).toEqual([]);
    const { ties, winners } = countElection(equal, { ...byId, rule: 'greedy-per-cost' });
    expect(ties).toEqual([
      { score: null, projects: ['a', 'b'], by: ['smaller-id'], decisive: true },
    ]);
    expect(winners).toEqual(['a']);
  });
});
