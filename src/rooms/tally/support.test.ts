import { describe, expect, test } from 'vitest';
import { makeCase } from '../../../tests/make/elections.ts';
import { type BallotKind, noLimits, type Paper } from './index.ts';
import { withoutProjects } from './narrowed.ts';
import { forEachScore, sumSupport } from './support.ts';

function ask(kind: BallotKind, papers: Paper[], grades?: number) {
  const projects = ['a', 'b', 'c'].map((id) => ({ id, cost: 1n }));
  const limits = { ...noLimits, maxLength: 3 };
  return makeCase({ budget: 1n, kind, limits, projects, papers, ...(grades && { grades }) });
}

/** 'score/namings' of a, b and c. */
function say(election: ReturnType<typeof ask>): string {
  const { scores, namings } = sumSupport(election);
  return Array.from(scores, (score, at) => `${score}/${namings[at]}`).join(' ');
}

describe('R58 what ballots say of each project, by hand', () => {
  const points = (...given: number[]): Paper => ({ choices: ['a', 'b'], points: given });

  test('approvals and ranks', () => {
    const ranked = [{ choices: ['b', 'a'] }, { choices: ['b'] }, { choices: [] }];
    expect(say(ask('approval', ranked))).toBe('1/1 2/2 0/0');
    expect(say(ask('ordinal', ranked))).toBe('2/1 6/2 0/0');
  });

  test('points: none of shared points names nothing, a score of 0 is still an opinion', () => {
    expect(say(ask('cumulative', [points(0, 5), points(2, 1)]))).toBe('2/1 6/2 0/0');
    expect(say(ask('scoring', [points(0, 5), points(2, 1)]))).toBe('2/2 6/2 0/0');
  });

  test('judgments: any grade names, the upper half of the scale supports', () => {
    // of five grades 3 and 4; of four 2 and 3
    expect(say(ask('judgment', [points(2, 3), points(0, 4)], 5))).toBe('0/2 2/2 0/0');
    expect(say(ask('judgment', [points(2, 3), points(0, 1)], 4))).toBe('1/2 1/2 0/0');
  });

  test('yes and no: a no takes from the score, never below zero, and names nothing', () => {
    const papers = [points(1, 0), points(1, 0), points(0, 1)];
    expect(say(ask('yes-no', papers))).toBe('1/2 0/1 0/0');
    const behind: string[] = [];
    forEachScore(ask('yes-no', papers), (group, project) => behind.push(`${group}:${project}`));
    expect(behind).toEqual(['0:0', '1:1']);
  });
});

describe('R58 an election without some of its projects', () => {
  test('ballots lose those choices and still count; ranks move up, and keep what they were worth', () => {
    const ranked = ask('ordinal', [
      { choices: ['c', 'a', 'b'] },
      { choices: ['a', 'b'] },
      { choices: ['c'] },
    ]);
    const narrowed = withoutProjects({ ...ranked, limits: noLimits }, new Set([2]), 7n);
    expect(narrowed.projects.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(narrowed).toMatchObject({ budget: 7n, ballots: { count: 3, blank: 1 } });
    // equal ballots are gathered again: a before b twice
    expect([...narrowed.ballots.times]).toEqual([2, 1]);
    expect(say(narrowed)).toBe('6/2 4/2');
    expect(withoutProjects(ranked, new Set(), 1n)).toEqual(ranked);
  });

  test('points go with their projects', () => {
    const given = ask('scoring', [{ choices: ['a', 'b', 'c'], points: [1, 2, 3] }]);
    expect(say(withoutProjects(given, new Set([1]), 1n))).toBe('1/1 3/1');
  });
});
