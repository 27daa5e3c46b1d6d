import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCountsBy } from '../../../tests/make/drawn-elections.ts';
import { type Case, makeCase } from '../../../tests/make/elections.ts';
import {
  addTotals,
  canCountTotals,
  countEnvelopes,
  countWithHouseRules,
  findUnfitHouseRule,
  type GivenTotals,
  noHouseRules,
  ruleNames,
} from './index.ts';
import { forEachScore, sumSupport, tallyPoints } from './support.ts';

/** What the ballots of a case say altogether. */
function sumUp(given: Case): GivenTotals {
  const election = makeCase(given);
  const { namings } = sumSupport(election);
  const scores = given.projects.map(() => 0);
  forEachScore(election, (group, project, score) => {
    scores[project]! += election.ballots.times[group]! * score;
  });
  const answered = given.kind === 'judgment' || given.kind === 'yes-no';
  const answers = answered
    ? tallyPoints(election, given.kind === 'yes-no' ? 2 : given.grades!)
    : [];
  return {
    ballots: election.ballots.count,
    projects: given.projects.map(({ id }, at) =>
      answered ? { id, answers: answers[at]! } : { id, namings: namings[at]!, score: scores[at]! },
    ),
  };
}

const houses = fc.record({
  quorum: fc.constantFrom(null, 1, 3),
  minimumNamings: fc.constantFrom(null, 1, 2),
  mostPerHolder: fc.constantFrom(null, 1),
  winnersPerZone: fc.constantFrom(null, 1),
  partFunding: fc.constantFrom(null, 40),
});

/** Of a count, what totals can tell: not which ballots are blank now, nor whom a winner satisfies. */
const tellable = (count: object) =>
  JSON.parse(
    JSON.stringify(count, (key, value) =>
      key === 'satisfaction' || key === 'blank'
        ? undefined
        : typeof value === 'bigint'
          ? `${value}n`
          : value,
    ),
  );

describe('R54 ballots known by their totals', () => {
  test.each([
    'borda',
    'greedy',
    'greedy-noskip',
    'greedy-per-cost',
    'majority-judgment',
    'points',
    'yes-no',
  ] as const)(
    'R54 R58 some of the ballots as totals give the same result as all ballots: %s',
    (rule) => {
      let counted = 0;
      fc.assert(
        fc.property(
          drawCountsBy(rule),
          houses,
          fc.integer({ min: 0, max: 6 }),
          ([given, options], house, at) => {
            const houseRules = { ...noHouseRules, ...house };
            if (findUnfitHouseRule(rule, houseRules)) return;
            if (!canCountTotals(rule, { kind: given.kind, houseRules })) return;
            counted++;
            const papers = [...given.papers];
            const kept = { ...given, papers: papers.slice(at) };
            const totals = sumUp({ ...given, papers: papers.slice(0, at) });
            const whole = countWithHouseRules(makeCase(given), options, houseRules);
            const parted = countWithHouseRules(
              addTotals(makeCase(kept), totals),
              options,
              houseRules,
            );
            expect(tellable(parted)).toEqual(tellable(whole));
          },
        ),
        { numRuns: 1000 },
      );
      expect(counted).toBeGreaterThan(0);
    },
  );

  test('R54 rules that look into ballots refuse totals', () => {
    const houseRules = noHouseRules;
    const refused = ruleNames.filter(
      (rule) => !canCountTotals(rule, { kind: 'approval', houseRules }),
    );
    expect(refused).toEqual(ruleNames.filter((rule) => /^mes|phragmen|schulze|stv/.test(rule)));
    expect(
      canCountTotals('borda', {
        kind: 'ordinal',
        houseRules: { ...houseRules, minimumNamings: 2 },
      }),
    ).toBe(false);
    const given: Case = {
      kind: 'approval',
      budget: 100n,
      projects: [{ id: 'a', cost: 10n }],
      papers: [{ choices: ['a'] }],
    } as unknown as Case;
    const election = addTotals(makeCase({ ...given, limits: makeLimits }), {
      ballots: 3,
      projects: [{ id: 'a', namings: 2, score: 2 }],
    });
    const envelope = { key: 'A', leftTo: null, houseRules, election };
    const count = (rule: 'greedy' | 'phragmen') =>
      countEnvelopes([envelope], { rule, tieBreak: [], fundUnsupported: false });
    expect(count('greedy')).toMatchObject([{ ballots: 4, support: [{ namings: 3, score: 3 }] }]);
    expect(() => count('phragmen')).toThrow(RangeError);
    for (const wrong of [
      { ballots: 1, projects: [{ id: 'a', namings: 2, score: 2 }] },
      { ballots: 2, projects: [{ id: 'a', namings: -1, score: 0 }] },
      { ballots: 2, projects: [{ id: 'b', namings: 1, score: 1 }] },
      { ballots: 2, projects: [] },
      { ballots: 2, projects: [{ id: 'a', answers: [1, 1] }] },
    ])
      expect(() => addTotals(makeCase({ ...given, limits: makeLimits }), wrong)).toThrow(
        RangeError,
      );
  });
});

const makeLimits = {
  ...{ minLength: null, maxLength: null, minPoints: null, maxPoints: null },
  ...{ minSumPoints: null, maxSumPoints: null, minSumCost: null, maxSumCost: null },
};
