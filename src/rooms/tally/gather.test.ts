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
