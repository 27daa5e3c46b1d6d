import { describe, expect, test } from 'vitest';
import { makeCase } from '../../../tests/make/elections.ts';
import { type BallotKind, noLimits } from './index.ts';
import { countStv, type StvOptions } from './stv.ts';
import { divideUp, lowerKeep, multiplyUp, oneVote } from './stv-votes.ts';

const forSeats = (seats: number): StvOptions => ({ seats, tieBreak: ['smaller-id'] });

/** Ballots as letters, the preferred first, each with its number. */
function rank(
  letters: string,
  ballots: readonly (readonly [number: number, letters: string])[],
  kind: BallotKind = 'ordinal',
) {
  return makeCase({
    budget: 0n,
    projects: [...letters].map((id) => ({ id, cost: 1n })),
    kind,
    limits: noLimits,
    papers: ballots.flatMap(([times, ranking]) =>
      Array.from({ length: times }, () => ({ choices: [...ranking] })),
    ),
  });
}

describe("the count of STV by Meek's method", () => {
  test('R58 two small elections of the published reference count, to the last billionth', () => {
    const six = countStv(
      rank('CHP', [
        [4, 'CP'],
        [2, 'H'],
      ]),
      forSeats(2),
    );
    expect(six.elected).toEqual(['C', 'H']);
    expect(six.rounds).toMatchObject([
      { quota: 2_000_000_001n, elected: ['C'], excluded: null, exhausted: 0n },
      {
        quota: 2_000_000_001n,
        surplus: 3n,
        elected: [],
        excluded: 'P',
        tie: null,
        tallies: [
          { candidate: 'C', standing: 'elected', keep: 500_000_001n, votes: 2_000_000_004n },
          { candidate: 'H', standing: 'hopeful', keep: oneVote, votes: 2_000_000_000n },
          { candidate: 'P', standing: 'excluded', keep: oneVote, votes: 1_999_999_996n },
        ],
      },
    ]);
    const nine = countStv(
      rank('CHP', [
        [5, 'CP'],
        [1, 'P'],
        [3, 'H'],
      ]),
      forSeats(2),
    );
    expect(nine.rounds[1]).toMatchObject({
      quota: 3_000_000_001n,
      surplus: 4n,
      excluded: 'P',
      tallies: [
        { keep: 600_000_001n, votes: 3_000_000_005n },
        { votes: 3_000_000_000n },
        { votes: 2_999_999_995n },
      ],
    });
    expect(nine.standings).toEqual([
      { candidate: 'C', standing: 'elected' },
      { candidate: 'H', standing: 'elected-last' },
      { candidate: 'P', standing: 'excluded' },
    ]);
  });

  test('R58 parts of votes that nobody takes lower the quota, until both settle', () => {
    // Of A's 121 votes a part k stays, (1 - k) · 61 arrives nowhere: 3q = 180 - 61 (1 - k), q = 121 k.
    const keep = 119 / (3 * 121 - 61);
    const result = countStv(
      rank('ABCD', [
        [61, 'A'],
        [60, 'AB'],
        [30, 'CD'],
        [29, 'DC'],
      ]),
      forSeats(2),
    );
    expect(result.elected).toEqual(['A', 'C']);
    const round = result.rounds[1]!;
    expect(round).toMatchObject({ excluded: 'D', elected: [] });
    expect(Number(round.tallies[0]!.keep) / 1e9).toBeCloseTo(keep, 6);
    expect(Number(round.quota) / 1e9).toBeCloseTo(121 * keep, 6);
    expect(Number(round.exhausted) / 1e9).toBeCloseTo(61 * (1 - keep), 6);
    expect(result.rounds[2]).toMatchObject({ elected: ['C'], excluded: null });
    expect(result.standings[1]).toEqual({ candidate: 'B', standing: 'runner-up' });
  });

  test('R58 V13 of equally weak candidates the last by the published list goes, and it is said', () => {
    const election = makeCase({
      budget: 0n,
      projects: [
        { id: '9', cost: 1n, depositedAt: 100 },
        { id: '10', cost: 1n, depositedAt: 200 },
        { id: '11', cost: 1n, depositedAt: 50 },
      ],
      kind: 'ordinal',
      limits: noLimits,
      papers: [
        { choices: ['9', '11'] },
        { choices: ['10', '11'] },
        { choices: ['11'] },
        { choices: ['11'] },
      ],
    });
    const byId = countStv(election, forSeats(1));
    expect(byId.rounds[0]).toMatchObject({
      excluded: '9',
      tie: { candidates: ['10', '9'], by: ['smaller-id'] },
    });
    expect(byId.elected).toEqual(['11']);
    const byDeposit = countStv(election, { seats: 1, tieBreak: ['earlier-deposit'] });
    expect(byDeposit.tieBreak).toEqual(['earlier-deposit', 'smaller-id']);
    expect(byDeposit.rounds[0]).toMatchObject({
      excluded: '10',
      tie: { candidates: ['9', '10'], by: ['earlier-deposit'] },
    });
  });

  test('V13 no candidate, too few candidates, no ballot, only blank ones', () => {
    expect(countStv(rank('', []), forSeats(2))).toMatchObject({ elected: [], rounds: [] });
    expect(countStv(rank('AB', [[3, 'B']]), forSeats(2))).toMatchObject({
      elected: ['A', 'B'],
      rounds: [],
      standings: [{ standing: 'elected-last' }, { standing: 'elected-last' }],
    });
    const unvoted = countStv(rank('ABC', []), forSeats(1));
    expect(unvoted).toMatchObject({ elected: ['A'], ballots: 0 });
    expect(unvoted.rounds[0]!.tie).toEqual({ candidates: ['A', 'B', 'C'], by: ['smaller-id'] });
    expect(countStv(rank('ABC', [[4, '']]), forSeats(2))).toMatchObject({
      elected: ['A', 'B'],
      blank: 4,
      rounds: [{ exhausted: 4n * oneVote, excluded: 'C' }],
    });
  });

  test('R58 refuses ballots without an order and seats that are not a number of seats', () => {
    expect(() => countStv(rank('AB', [], 'approval'), forSeats(1))).toThrow(RangeError);
    for (const seats of [0, -1, 1.5, Number.NaN])
      expect(() => countStv(rank('AB', []), forSeats(seats))).toThrow(RangeError);
  });

  test('R58 rounds up at the ninth decimal, and only where there is a rest', () => {
    expect(multiplyUp(1n, 1n)).toBe(1n);
    expect(multiplyUp(oneVote / 2n, oneVote / 2n)).toBe(oneVote / 4n);
    expect(divideUp(oneVote, 3n * oneVote)).toBe(333_333_334n);
    expect(divideUp(oneVote, 4n * oneVote)).toBe(250_000_000n);
  });

  test('R58 a keep value never leaves nought to one, even where hardly a vote is left', () => {
    expect(lowerKeep(oneVote, 2n * oneVote, 4n * oneVote)).toBe(oneVote / 2n);
    expect(lowerKeep(1n, 1n, 1n)).toBe(oneVote);
    expect(lowerKeep(oneVote, 5n, 3n)).toBe(oneVote);
    expect(lowerKeep(7n, 5n, 0n)).toBe(7n);
  });
});
