import { describe, expect, test } from 'vitest';
import { makeCase } from '../../../tests/make/elections.ts';
import { type BallotKind, noLimits } from './index.ts';
import { countPhragmen, type PhragmenOptions } from './phragmen.ts';

const stopping: PhragmenOptions = { tieBreak: ['smaller-id'], atMisfit: 'stop' };
const skipping: PhragmenOptions = { tieBreak: ['smaller-id'], atMisfit: 'skip' };

/** Ballots are given as letters and how often they were cast, projects as id: cost in cents. */
function approve(
  budget: bigint,
  costs: Record<string, bigint>,
  ballots: Record<string, number>,
  kind: BallotKind = 'approval',
) {
  return makeCase({
    budget,
    projects: Object.entries(costs).map(([id, cost]) => ({ id, cost })),
    kind,
    limits: noLimits,
    papers: Object.entries(ballots).flatMap(([letters, times]) =>
      Array.from({ length: times }, () => ({ choices: [...letters] })),
    ),
  });
}

describe('the count of Phragmén', () => {
  test("R58 the example of Phragmén's own paper of 1894: A, then Q, then B", () => {
    const election = approve(
      3n,
      { A: 1n, B: 1n, C: 1n, P: 1n, Q: 1n, R: 1n },
      { ABC: 1034, PQR: 519, ABQ: 90, APQ: 47 },
    );
    const result = countPhragmen(election, skipping);
    expect(result.winners).toEqual(['A', 'Q', 'B']);
    expect(result.purchases).toMatchObject([
      { project: 'A', namings: 1171, time: { n: 1n, d: 1171n }, left: 3n },
      { project: 'Q', namings: 656, time: { n: 327n, d: 192044n }, left: 2n },
      { project: 'B', namings: 1124, left: 1n },
    ]);
    expect(result.cost).toBe(3n);
  });

  test('R58 stops at the first that does not fit, or drops it and goes on', () => {
    const election = approve(10n, { a: 6n, b: 5n, c: 4n, d: 1n }, { a: 6, b: 4, c: 3 });
    const stopped = countPhragmen(election, stopping);
    expect(stopped).toMatchObject({ winners: ['a'], left: 4n, stoppedAt: ['b'] });
    expect(stopped.losers).toEqual([
      { project: 'd', cost: 1n, namings: 0, loss: 'no-support', time: null, left: null },
      {
        project: 'b',
        cost: 5n,
        namings: 4,
        loss: 'does-not-fit',
        time: { n: 5n, d: 4n },
        left: 4n,
      },
      {
        project: 'c',
        cost: 4n,
        namings: 3,
        loss: 'after-stop',
        time: { n: 4n, d: 3n },
        left: 4n,
      },
    ]);
    const skipped = countPhragmen(election, skipping);
    expect(skipped).toMatchObject({ winners: ['a', 'c'], left: 0n, stoppedAt: [] });
  });

  test('R58 stops also when what fits is only tied with what does not', () => {
    // Once 'a' is bought 4 cents are left; 'b' and 'c' can be paid at the same moment.
    const election = approve(10n, { a: 6n, b: 4n, c: 5n }, { a: 9, b: 4, c: 5 });
    const tied = countPhragmen(election, stopping);
    expect(tied).toMatchObject({ winners: ['a'], left: 4n, stoppedAt: ['c'], ties: [] });
    expect(tied.losers).toMatchObject([
      { project: 'c', loss: 'does-not-fit', time: { n: 1n, d: 1n } },
      { project: 'b', loss: 'tied-with-misfit', time: { n: 1n, d: 1n } },
    ]);
    expect(countPhragmen(election, skipping).winners).toEqual(['a', 'b']);
  });

  test('R58 a project of nobody, or over the envelope, stops nothing', () => {
    const election = approve(5n, { a: 6n, b: 2n, c: 3n }, { a: 100, b: 1 });
    expect(countPhragmen(election, stopping)).toMatchObject({
      winners: ['b'],
      left: 3n,
      stoppedAt: [],
      losers: [
        { project: 'a', loss: 'over-budget' },
        { project: 'c', loss: 'no-support' },
      ],
    });
  });

  test('V13 zero votes, all blank, one voter, an envelope of zero', () => {
    const costs = { a: 4n, b: 6n };
    expect(countPhragmen(approve(10n, costs, {}), stopping)).toMatchObject({
      winners: [],
      ballots: 0,
      left: 10n,
    });
    expect(countPhragmen(approve(10n, costs, { '': 3 }), stopping)).toMatchObject({
      winners: [],
      ballots: 3,
      blank: 3,
    });
    expect(countPhragmen(approve(10n, costs, { ab: 1 }), stopping).winners).toEqual(['a', 'b']);
    expect(countPhragmen(approve(0n, costs, { ab: 1 }), stopping).winners).toEqual([]);
  });

  test('V13 a free project with support comes first, one without support never', () => {
    const election = approve(3n, { a: 3n, y: 0n, z: 0n }, { a: 9, y: 1 });
    const result = countPhragmen(election, stopping);
    expect(result.winners).toEqual(['y', 'a']);
    expect(result.purchases[0]?.time).toEqual({ n: 0n, d: 1n });
    expect(result.losers).toMatchObject([{ project: 'z', loss: 'no-support' }]);
  });

  test('V13 a tie goes by the published list, is noted once, and says if it counted', () => {
    const election = makeCase({
      budget: 9n,
      projects: [
        { id: '9', cost: 3n, depositedAt: 100 },
        { id: '10', cost: 3n, depositedAt: 200 },
        { id: '11', cost: 3n, depositedAt: 200 },
      ],
      kind: 'choose-one',
      limits: noLimits,
      papers: [{ choices: ['9'] }, { choices: ['10'] }, { choices: ['11'] }],
    });
    const byId = countPhragmen(election, stopping);
    expect(byId.winners).toEqual(['10', '11', '9']);
    expect(byId.ties).toEqual([
      {
        time: { n: 3n, d: 1n },
        projects: ['10', '11', '9'],
        by: ['smaller-id'],
        allBought: true,
      },
    ]);
    const byDeposit = countPhragmen(election, { ...stopping, tieBreak: ['earlier-deposit'] });
    expect(byDeposit.winners).toEqual(['9', '10', '11']);
    expect(byDeposit.tieBreak).toEqual(['earlier-deposit', 'smaller-id']);
    expect(byDeposit.ties[0]?.by).toEqual(['earlier-deposit', 'smaller-id']);
    const rivals = approve(8n, { a: 4n, b: 4n }, { ab: 2, a: 1, b: 1 });
    expect(countPhragmen(rivals, stopping).ties).toMatchObject([
      { projects: ['a', 'b'], allBought: false },
    ]);
  });

  test('V13 a tie between thirds is found, where floating point would see none', () => {
    // 'c' is bought at 5/3; then 'a' can be at 2 + 5/3, and 'b' at (6 + 3 · 5/3) / 3: both 11/3.
    const election = approve(12n, { a: 2n, b: 6n, c: 5n }, { abc: 1, bc: 2 });
    expect(2 + 5 / 3).toBeGreaterThan((6 + 3 * (5 / 3)) / 3);
    expect(countPhragmen(election, skipping)).toMatchObject({
      winners: ['c', 'a'],
      ties: [{ time: { n: 11n, d: 3n }, projects: ['a', 'b'], allBought: false }],
    });
  });

  test('V13 one cent in a quadrillion euros decides, where floating point would see a tie', () => {
    const much = 10n ** 17n;
    const election = approve(much + 1n, { a: much + 1n, b: much }, { a: 1, b: 1 });
    expect(countPhragmen(election, skipping)).toMatchObject({ winners: ['b'], ties: [] });
  });

  test('R58 does not count ballots that are not sets of projects', () => {
    const election = approve(5n, { a: 1n }, { a: 1 }, 'ordinal');
    expect(() => countPhragmen(election, stopping)).toThrow(RangeError);
  });
});
