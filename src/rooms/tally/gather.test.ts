import { describe, expect, test } from 'vitest';
import { type BallotKind, makeElection, noLimits, type Paper } from './index.ts';

describe('V3 a ballot that cannot be counted is refused, never repaired', () => {
  const terms = {
    budget: 1n,
    projects: [
      { id: 'a', cost: 1n },
      { id: 'b', cost: 1n },
    ],
    limits: { ...noLimits, maxPoints: 3, maxSumPoints: 4 },
    grades: 3,
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
    ['judgment', { choices: ['a'], points: [3] }, 'points-over-max'],
    ['judgment', { choices: ['a'] }, 'points-not-matching'],
    ['judgment', { choices: ['a'], points: [0.5] }, 'points-not-whole'],
    ['yes-no', { choices: ['a'], points: [2] }, 'points-over-max'],
    ['yes-no', { choices: ['a', 'b'], points: [1] }, 'points-not-matching'],
  ])('V3 %s %j: %s', (kind, paper, refusal) => {
    const papers = [{ choices: [], points: [] }, paper];
    expect(makeElection({ ...terms, kind }, papers)).toMatchObject({
      ok: false,
      refusal,
      ballot: 1,
    });
  });

  test('grades and answers are not points: no limit of points touches them', () => {
    const limits = { ...noLimits, maxPoints: 0, maxSumPoints: 0 };
    const papers = [{ choices: ['a', 'b'], points: [2, 2] }];
    expect(makeElection({ ...terms, limits, kind: 'judgment' }, papers).ok).toBe(true);
    const yes = [{ choices: ['a', 'b'], points: [1, 1] }];
    expect(makeElection({ ...terms, limits, kind: 'yes-no' }, yes).ok).toBe(true);
  });

  test.each([undefined, 1, 2.5])('a scale of %s grades is a fault of the caller', (grades) => {
    expect(() => makeElection({ ...terms, grades, kind: 'judgment' }, [])).toThrow(RangeError);
  });

  test('two projects with one id are a fault of the caller', () => {
    const projects = [...terms.projects, ...terms.projects];
    expect(() => makeElection({ ...terms, projects, kind: 'approval' }, [])).toThrow(RangeError);
  });
});
