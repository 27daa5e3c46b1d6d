import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCase } from '../../../tests/make/elections.ts';
import { type BallotKind, noLimits } from './index.ts';
import { countSchulze, listPath, type SchulzeOptions } from './schulze.ts';

const byId: SchulzeOptions = { tieBreak: ['smaller-id'] };

/** Ballots as letters, the preferred first, each with its number. */
type Ranked = readonly (readonly [number: number, letters: string])[];

function rank(letters: string, ballots: Ranked, kind: BallotKind = 'ordinal') {
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

/** The first example of Schulze's paper: 45 voters, five candidates, E first. */
const fortyFive: Ranked = [
  [5, 'ACBED'],
  [5, 'ADECB'],
  [8, 'BEDAC'],
  [3, 'CABED'],
  [7, 'CAEBD'],
  [2, 'CBADE'],
  [7, 'DCEBA'],
  [8, 'EBADC'],
];

describe('the count of Schulze', () => {
  test("R58 the 45 voters of Schulze's paper: duels, strongest paths and ranking", () => {
    const result = countSchulze(rank('ABCDE', fortyFive), byId);
    expect(result.preferences).toEqual([
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ]);
    expect(result.strengths).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
    expect(result.ranks).toEqual([['E'], ['A'], ['C'], ['B'], ['D']]);
    expect(result).toMatchObject({ winner: 'E', tie: null, condorcetWinner: null, ballots: 45 });
    expect(listPath(result, 'A', 'B')).toEqual([
      { from: 'A', to: 'D', votes: 30 },
      { from: 'D', to: 'C', votes: 28 },
      { from: 'C', to: 'B', votes: 29 },
    ]);
    expect(listPath(result, 'A', 'A')).toEqual([]);
  });

  test('R58 Tennessee votes for its capital: the winner of all duels wins', () => {
    const result = countSchulze(
      rank('MNCK', [
        [42, 'MNCK'],
        [26, 'NCKM'],
        [15, 'CKNM'],
        [17, 'KCNM'],
      ]),
      byId,
    );
    expect(result).toMatchObject({ winner: 'N', condorcetWinner: 'N' });
    expect(result.ranks).toEqual([['N'], ['C'], ['K'], ['M']]);
  });

  test('R58 who is not ranked is below, and equal to the others not ranked', () => {
    const result = countSchulze(
      rank('ABCD', [
        [2, 'A'],
        [1, 'BA'],
        [1, ''],
      ]),
      byId,
    );
    expect(result.preferences).toEqual([
      [0, 2, 3, 3],
      [1, 0, 1, 1],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(result.ranks).toEqual([['A'], ['B'], ['C', 'D']]);
    expect(result).toMatchObject({ ballots: 4, blank: 1 });
    expect(listPath(result, 'C', 'A')).toEqual([]);
    expect(() => listPath(result, 'A', 'Z')).toThrow(RangeError);
  });

  test('V13 a tie for the first place goes by the published list, and says what broke it', () => {
    const election = makeCase({
      budget: 0n,
      projects: [
        { id: '9', cost: 1n, depositedAt: 200 },
        { id: '10', cost: 1n, depositedAt: 200 },
        { id: '8', cost: 1n, depositedAt: 100 },
      ],
      kind: 'ordinal',
      limits: noLimits,
      papers: [{ choices: ['9', '10', '8'] }, { choices: ['8', '10', '9'] }],
    });
    const result = countSchulze(election, byId);
    expect(result.ranks).toEqual([['10', '8', '9']]);
    expect(result).toMatchObject({
      winner: '10',
      tie: { candidates: ['10', '8', '9'], by: ['smaller-id'] },
    });
    expect(countSchulze(election, { tieBreak: ['earlier-deposit'] })).toMatchObject({
      winner: '8',
      tie: { candidates: ['8', '10', '9'], by: ['earlier-deposit', 'smaller-id'] },
    });
  });

  test('V13 no candidate, one candidate, no ballot, only blank ones', () => {
    expect(countSchulze(rank('', []), byId)).toMatchObject({ winner: null, ranks: [], tie: null });
    expect(countSchulze(rank('A', []), byId)).toMatchObject({ winner: 'A', tie: null });
    expect(countSchulze(rank('AB', []), byId).ranks).toEqual([['A', 'B']]);
    expect(countSchulze(rank('AB', [[3, '']]), byId)).toMatchObject({ winner: 'A', blank: 3 });
  });

  test('R58 does not count ballots without an order', () => {
    expect(() => countSchulze(rank('AB', [], 'approval'), byId)).toThrow(RangeError);
  });
});

const letters = 'ABCDE';
const rankings = fc.shuffledSubarray([...letters]).map((ids) => ids.join(''));
const papers = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), rankings), { maxLength: 9 });
const runs = { numRuns: 500 };

/** How many prefer one to the other, read from the ballots one by one. */
function prefer(ballots: Ranked, a: string, b: string): number {
  return ballots
    .filter(([, ranking]) => {
      const [atA, atB] = [ranking.indexOf(a), ranking.indexOf(b)];
      return atA >= 0 && (atB < 0 || atA < atB);
    })
    .reduce((sum, [times]) => sum + times, 0);
}

/** The strongest path found by walking all of them. */
function walk(ballots: Ranked, from: string, to: string, avoid: string): number {
  let best = 0;
  for (const next of letters) {
    const votes = prefer(ballots, from, next);
    if (avoid.includes(next) || next === from || votes <= prefer(ballots, next, from)) continue;
    const rest = next === to ? votes : walk(ballots, next, to, avoid + from);
    best = Math.max(best, Math.min(votes, rest));
  }
  return best;
}

describe('properties of the count of Schulze', () => {
  test('R58 V13 duels and strongest paths agree with walking every path', () => {
    fc.assert(
      fc.property(papers, (ballots) => {
        const result = countSchulze(rank(letters, ballots), byId);
        for (const [row, a] of [...letters].entries())
          for (const [column, b] of [...letters].entries()) {
            if (a === b) continue;
            expect(result.preferences[row]![column]).toBe(prefer(ballots, a, b));
            const strength = walk(ballots, a, b, a);
            expect(result.strengths[row]![column]).toBe(strength);
            const path = listPath(result, a, b);
            expect(Math.min(...path.map(({ votes }) => votes), Infinity)).toBe(
              strength || Infinity,
            );
          }
      }),
      { numRuns: 200 },
    );
  });

  test('R58 who beats all others one to one wins alone', () => {
    fc.assert(
      fc.property(papers, (ballots) => {
        const result = countSchulze(rank(letters, ballots), byId);
        const champion = [...letters].find((a) =>
          [...letters].every((b) => a === b || prefer(ballots, a, b) > prefer(ballots, b, a)),
        );
        expect(result.condorcetWinner).toBe(champion ?? null);
        if (champion) expect(result.ranks[0]).toEqual([champion]);
      }),
      runs,
    );
  });

  test('R58 ignores the order of ballots and projects, and treats all names alike', () => {
    const shuffled = papers.chain((ballots) =>
      fc.record({
        ballots: fc.constant(ballots),
        mixed: fc.shuffledSubarray(ballots, { minLength: ballots.length }),
        names: fc.shuffledSubarray([...letters], { minLength: letters.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ ballots, mixed, names }) => {
        const result = countSchulze(rank(letters, ballots), byId);
        expect(countSchulze(rank(names.join(''), mixed), byId)).toEqual(result);
        const rename = (text: string) =>
          [...text].map((letter) => names[letters.indexOf(letter)]!).join('');
        const renamed = ballots.map(([times, ranking]) => [times, rename(ranking)] as const);
        const other = countSchulze(rank(letters, renamed), byId);
        expect(other.ranks.map((tied) => [...tied].sort())).toEqual(
          result.ranks.map((tied) => tied.map(rename).sort()),
        );
      }),
      runs,
    );
  });

  test('R58 a clone beside a candidate does not change which of the others wins', () => {
    fc.assert(
      fc.property(papers, (ballots) => {
        const before = countSchulze(rank(letters, ballots), byId);
        const cloned = ballots.map(
          ([times, ranking]) => [times, ranking.replace('A', 'AZ')] as const,
        );
        const after = countSchulze(rank(`${letters}Z`, cloned), byId);
        const others = (tied: readonly string[]) => tied.filter((id) => id !== 'A' && id !== 'Z');
        expect(others(after.ranks[0]!)).toEqual(others(before.ranks[0]!));
      }),
      runs,
    );
  });

  test('R58 turning all ballots round never lets a lone winner win again', () => {
    const full = fc
      .shuffledSubarray([...letters], { minLength: letters.length })
      .map((ids) => ids.join(''));
    const complete = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), full), { maxLength: 9 });
    fc.assert(
      fc.property(complete, (ballots) => {
        const result = countSchulze(rank(letters, ballots), byId);
        const turned = ballots.map(
          ([times, ranking]) => [times, [...ranking].reverse().join('')] as const,
        );
        if (result.tie) return;
        expect(countSchulze(rank(letters, turned), byId).ranks[0]).not.toContain(result.winner);
      }),
      runs,
    );
  });
});
