import { describe, expect, test } from 'vitest';
import { makeCase } from '../../../tests/make/elections.ts';
import {
  type CountStep,
  countEnvelopes,
  type EnvelopeElection,
  type HouseRules,
  noHouseRules,
  noLimits,
  type RuleName,
  type TallyOptions,
} from './index.ts';

const byVotes: TallyOptions = { rule: 'greedy', tieBreak: [], fundUnsupported: false };

/** An envelope with projects given as id: cost, and the ballots that name one of them. */
function envelope(
  key: string,
  budget: bigint,
  costs: Record<string, bigint>,
  ballots: string[],
  more: { leftTo?: string; houseRules?: Partial<HouseRules> } = {},
): EnvelopeElection {
  const projects = Object.entries(costs).map(([id, cost]) => ({ id, cost }));
  const papers = ballots.map((letters) => ({ choices: [...letters] }));
  return {
    key,
    election: makeCase({ budget, kind: 'approval', limits: noLimits, projects, papers }),
    houseRules: { ...noHouseRules, ...more.houseRules },
    leftTo: more.leftTo ?? null,
  };
}

const town = envelope('V', 10n, { a: 8n, b: 12n }, ['ab', 'b', 'b']);
const north = envelope('N', 10n, { c: 7n, d: 4n }, ['c', 'cd'], { leftTo: 'V' });
const south = envelope('S', 10n, { e: 11n }, ['e'], { leftTo: 'N' });

describe('envelopes of one ballot', () => {
  test('R58 each is counted for itself, and answers in the order given', () => {
    const alone = [town, { ...north, leftTo: null }];
    expect(countEnvelopes(alone, byVotes)).toMatchObject([
      { key: 'V', budget: 10n, carriedIn: 0n, ballots: 3, winners: ['a'], left: 2n, leftTo: null },
      { key: 'N', budget: 10n, carriedIn: 0n, ballots: 2, winners: ['c'], left: 3n, leftTo: null },
    ]);
  });

  test('R58 what is left goes on, from giver to receiver, and is told on both sides', () => {
    // S: e costs too much, 10 go to N; N: 20, c and d, 9 go to V; V: 19, b, then a does not fit
    expect(countEnvelopes([town, north, south], byVotes)).toMatchObject([
      { key: 'V', budget: 19n, carriedIn: 9n, winners: ['b'], cost: 12n, left: 7n, leftTo: null },
      { key: 'N', budget: 20n, carriedIn: 10n, winners: ['c', 'd'], left: 9n, leftTo: 'V' },
      { key: 'S', budget: 10n, carriedIn: 0n, winners: [], left: 10n, leftTo: 'N' },
    ]);
  });

  test('R58 an envelope may receive from several; a missed quorum or a part leave what they leave', () => {
    const few = envelope('A', 5n, { x: 5n }, ['x'], { leftTo: 'C', houseRules: { quorum: 2 } });
    const part = envelope('B', 5n, { y: 6n, z: 5n }, ['y', 'z'], {
      leftTo: 'C',
      houseRules: { partFunding: 50, minimumNamings: 2 },
    });
    const last = envelope('C', 1n, { w: 11n }, ['w']);
    expect(countEnvelopes([last, few, part], byVotes)).toMatchObject([
      { key: 'C', budget: 11n, carriedIn: 10n, winners: ['w'], left: 0n },
      { key: 'A', winners: [], left: 5n, quorum: { reached: false } },
      { key: 'B', winners: [], left: 5n, part: null },
    ]);
  });

  test('a circle, an unknown receiver and two envelopes of one key are refused', () => {
    const round = { ...town, leftTo: 'S' };
    const nowhere = { ...town, leftTo: 'X' };
    const itself = { ...town, leftTo: 'V' };
    for (const envelopes of [[round, north, south], [nowhere], [itself], [town, town]])
      expect(() => countEnvelopes(envelopes, byVotes)).toThrow(RangeError);
    expect(countEnvelopes([], byVotes)).toEqual([]);
  });

  test('whoever watches is told of each envelope, givers first, and of each run', () => {
    const watched = (rule: RuleName) => {
      const steps: CountStep[] = [];
      countEnvelopes([town, north, south], { ...byVotes, rule }, (step) => steps.push(step));
      return steps;
    };
    expect(watched('greedy').map(({ envelope: key, runs }) => `${key}${runs}`)).toEqual(
      // a count each
      ['S0', 'S1', 'N0', 'N1', 'V0', 'V1'],
    );
    // c has one voter: only with 3 units more is it bought, and then all cost too much
    const ballots = Array.from({ length: 100 }, () => 'a');
    const poor = envelope('P', 1000n, { a: 900n, b: 2000n, c: 300n }, [...ballots, 'c']);
    const steps: CountStep[] = [];
    const [count] = countEnvelopes([poor], { ...byVotes, rule: 'mes-cost-add1' }, (step) =>
      steps.push(step),
    );
    const { tally } = count!;
    if (tally.method !== 'shares') throw new Error(tally.method);
    expect(tally.runs).toBeGreaterThan(2);
    expect(steps).toHaveLength(tally.runs + 2);
    expect(steps.map(({ runs }) => runs)).toEqual([...steps.keys()]);
  });

  test('a recount because of an incompatible winner is a run like any other', () => {
    const pair = envelope('A', 10n, { a: 1n, b: 1n }, ['ab'], {
      houseRules: { incompatible: [['a', 'b']] },
    });
    const steps: number[] = [];
    const [count] = countEnvelopes([pair], byVotes, ({ runs }) => steps.push(runs));
    expect(count!.winners).toEqual(['a']);
    expect(steps).toEqual([0, 1, 2]);
  });
});
