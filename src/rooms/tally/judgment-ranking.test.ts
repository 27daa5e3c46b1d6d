import { describe, expect, test } from 'vitest';
import { listRanks } from '../../../tests/make/judgments.ts';
import { completeTallies, findMajorityGrade } from './judgment.ts';
import { analyseJudgments, compareJudgmentScores } from './judgment-analysis.ts';
import { rankJudged, separateJudged, separateNeighbours } from './judgment-ranking.ts';

describe('ends of the scale', () => {
  test('V13 no project: nothing to rank, no refusal', () => {
    const completed = completeTallies([], 10, { mode: 'static-default', grade: 3 });
    expect(completed).toEqual({ ok: true, tallies: [] });
    expect(rankJudged([])).toEqual([]);
    expect(separateNeighbours([], [])).toEqual([]);
  });

  test('V13 no judge: every project ties', () => {
    const completed = completeTallies(
      [
        [0, 0],
        [0, 0],
      ],
      0,
      { mode: 'median-default' },
    );
    expect(completed).toEqual({
      ok: true,
      tallies: [
        [0, 0],
        [0, 0],
      ],
    });
    expect(
      listRanks([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual([1, 1]);
    expect(separateJudged([0, 0], [0, 0])).toEqual({ by: 'tie' });
  });

  test('V13 one judge decides alone', () => {
    expect(
      rankJudged([
        [1, 0, 0],
        [0, 0, 1],
        [0, 1, 0],
      ]).map(({ position }) => position),
    ).toEqual([1, 2, 0]);
  });

  test('a project that nobody judged is never compared with one that was', () => {
    expect(() =>
      rankJudged([
        [0, 0],
        [0, 1],
      ]),
    ).toThrow(RangeError);
  });

  test('R176 counts up to the last exact number are told apart by one judgment', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const half = (most - 1) / 2;
    expect(findMajorityGrade([half, half + 1])).toBe(1);
    expect(findMajorityGrade([half + 1, half])).toBe(0);
    const tallies = [
      [half - 1, half + 2],
      [half, half + 1],
      [1, most - 1],
      [0, most],
    ];
    expect(listRanks(tallies)).toEqual([3, 4, 2, 1]);
    expect(separateJudged([1, most - 1], [0, most])).toEqual({
      by: 'majority-gauge',
      removed: BigInt(most) - 2n,
      of: BigInt(most),
      ahead: 1,
      behind: 0,
    });
  });
});

describe('what decided between two projects', () => {
  test('R176 the majority grade, before anything is removed', () => {
    const separation = separateJudged([1, 2, 0], [2, 0, 1]);
    expect(separation).toEqual({ by: 'majority-grade', removed: 0n, of: 3n, ahead: 1, behind: 0 });
  });

  test('R176 the shares of better and worse judgments', () => {
    // Read outward: 1 1 1 0 2 against 1 1 1 1 1, and 1 1 2 0 2 would rise first.
    const separation = separateJudged([1, 3, 1], [0, 5, 0]);
    expect(separation).toEqual({ by: 'majority-gauge', removed: 3n, of: 5n, ahead: 1, behind: 0 });
    const even = separateJudged([0, 2, 2], [0, 3, 1]);
    expect(even).toEqual({ by: 'majority-gauge', removed: 1n, of: 4n, ahead: 2, behind: 1 });
  });

  test('R176 later judgments, where the gauges are the same', () => {
    // Read outward: 2, then 1 3, then 0 3 against 1 3.
    const separation = separateJudged([1, 1, 1, 2], [0, 2, 1, 2]);
    expect(separation).toEqual({ by: 'later-judgments', removed: 3n, of: 5n, ahead: 1, behind: 0 });
  });

  test('R176 nothing: the same profile, or the same shares', () => {
    expect(separateJudged([1, 2, 3], [1, 2, 3])).toEqual({ by: 'tie' });
    expect(separateJudged([1, 2, 3], [2, 4, 6])).toEqual({ by: 'tie' });
  });

  test('R176 different numbers of judgments are counted on a common scale', () => {
    const separation = separateJudged([0, 1, 1], [0, 2, 1]);
    expect(separation).toEqual({ by: 'majority-gauge', removed: 1n, of: 6n, ahead: 2, behind: 1 });
  });

  test('R176 each neighbour of a ranking', () => {
    const tallies = [
      [1, 1, 1],
      [0, 3, 0],
      [1, 1, 1],
    ];
    const ranking = rankJudged(tallies);
    expect(ranking.map(({ position }) => position)).toEqual([1, 0, 2]);
    expect(ranking.map(({ rank }) => rank)).toEqual([1, 2, 2]);
    expect(separateNeighbours(tallies, ranking)).toEqual([
      { by: 'majority-gauge', removed: 1n, of: 3n, ahead: 1, behind: 0 },
      { by: 'tie' },
    ]);
  });
});

test('R176 groups without a judgment are absent, not of the worst grade', () => {
  expect(analyseJudgments([0, 5, 0])).toEqual({
    judgments: 5,
    median: { grade: 1, size: 5 },
    contestation: null,
    adhesion: null,
    decisive: null,
    sign: 0,
  });
  expect(analyseJudgments([0, 0]).median).toBeNull();
});

test('R176 scores that floating point confuses are told apart', () => {
  const judges = 3e15;
  const one = [judges / 3, judges / 3, judges / 3];
  const other = [judges / 3, judges / 3 - 1, judges / 3 + 1];
  for (const scoring of ['typical', 'central', 'usual'] as const) {
    expect(compareJudgmentScores(one, other, scoring)).toBeGreaterThan(0);
    expect(compareJudgmentScores(other, one, scoring)).toBeLessThan(0);
    expect(compareJudgmentScores(one, one, scoring)).toBe(0);
  }
});
