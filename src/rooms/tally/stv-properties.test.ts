import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCase } from '../../../tests/make/elections.ts';
import { noLimits } from './index.ts';
import { countStv, type StvResult } from './stv.ts';
import { oneVote } from './stv-votes.ts';

const letters = 'ABCDEF';
const seatNumbers = fc.integer({ min: 1, max: 5 });
const rankings = fc.shuffledSubarray([...letters]).map((ids) => ids.join(''));
const papers = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), rankings), { maxLength: 10 });
const runs = { numRuns: 500 };

type Ranked = readonly (readonly [number: number, letters: string])[];

function count(ballots: Ranked, seats: number, candidates: string = letters): StvResult {
  const election = makeCase({
    budget: 0n,
    projects: [...candidates].map((id) => ({ id, cost: 1n })),
    kind: 'ordinal',
    limits: noLimits,
    papers: ballots.flatMap(([times, ranking]) =>
      Array.from({ length: times }, () => ({ choices: [...ranking] })),
    ),
  });
  return countStv(election, { seats, tieBreak: ['smaller-id'] });
}

/** With one seat nothing is ever passed on in parts: the weakest goes until one has a majority. */
function countRunoffs(ballots: Ranked): string {
  let remaining = [...letters];
  while (remaining.length > 1) {
    const firsts = remaining.map((id) => ({
      id,
      votes: ballots
        .filter(([, ranking]) => [...ranking].find((other) => remaining.includes(other)) === id)
        .reduce((sum, [times]) => sum + times, 0),
    }));
    const all = firsts.reduce((sum, { votes }) => sum + votes, 0);
    const chosen = firsts.find(({ votes }) => votes * 2 > all);
    if (chosen) return chosen.id;
    const fewest = Math.min(...firsts.map(({ votes }) => votes));
    const last = firsts.filter(({ votes }) => votes === fewest).at(-1)!;
    remaining = remaining.filter((id) => id !== last.id);
  }
  return remaining[0]!;
}

describe("properties of STV by Meek's method", () => {
  test('R58 fills all the seats and never one more', () => {
    fc.assert(
      fc.property(papers, seatNumbers, (ballots, seats) => {
        const result = count(ballots, seats);
        expect(result.elected.length).toBe(seats);
        expect(new Set(result.elected).size).toBe(seats);
        const seated = result.standings.filter(({ standing }) => standing.startsWith('elected'));
        expect(seated.map(({ candidate }) => candidate)).toEqual([...result.elected].sort());
        expect(result.standings.some(({ standing }) => standing === 'hopeful')).toBe(false);
        expect(count(ballots, 9).elected.length).toBe(letters.length);
      }),
      runs,
    );
  });

  test('R58 in every round votes and what is exhausted add up to the ballots, to the billionth', () => {
    fc.assert(
      fc.property(papers, seatNumbers, (ballots, seats) => {
        const result = count(ballots, seats);
        for (const { tallies, exhausted, quota } of result.rounds) {
          const votes = tallies.reduce((sum, tally) => sum + tally.votes, 0n);
          expect(votes + exhausted).toBe(BigInt(result.ballots) * oneVote);
          expect(quota).toBe(votes / BigInt(seats + 1) + 1n);
        }
      }),
      runs,
    );
  });

  test('R58 each round elects or excludes, keeps what was decided, and settles at the quota', () => {
    fc.assert(
      fc.property(papers, seatNumbers, (ballots, seats) => {
        const { rounds } = count(ballots, seats);
        const out = new Set<string>();
        for (const round of rounds) {
          expect(round.elected.length > 0).toBe(round.excluded === null);
          for (const { candidate, standing, keep, votes } of round.tallies) {
            if (out.has(candidate)) expect([keep, votes]).toEqual([0n, 0n]);
            if (standing === 'hopeful') expect(keep).toBe(oneVote);
            // Below one vote, where nearly all is exhausted, nine decimals are too coarse for this.
            if (standing === 'elected' && round.quota > oneVote)
              expect(votes + 1000n).toBeGreaterThan(round.quota);
            if (standing === 'hopeful') expect(votes).toBeLessThan(round.quota);
          }
          if (round.excluded !== null) out.add(round.excluded);
        }
      }),
      runs,
    );
  });

  test('R58 V13 with one seat it is the runoff that anyone can count by hand', () => {
    fc.assert(
      fc.property(papers, (ballots) => {
        expect(count(ballots, 1).elected).toEqual([countRunoffs(ballots)]);
      }),
      runs,
    );
  });

  test('R58 ignores the order of the ballots and of the candidates', () => {
    const shuffled = papers.chain((ballots) =>
      fc.record({
        ballots: fc.constant(ballots),
        mixed: fc.shuffledSubarray(ballots, { minLength: ballots.length }),
        names: fc.shuffledSubarray([...letters], { minLength: letters.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, seatNumbers, ({ ballots, mixed, names }, seats) => {
        expect(count(mixed, seats, names.join(''))).toEqual(count(ballots, seats));
      }),
      runs,
    );
  });

  test('R58 those who put the same group first get the seats that their number is worth', () => {
    const group = fc.shuffledSubarray([...letters], { minLength: 1 });
    const loyal = group.chain((ids) =>
      fc.record({
        ids: fc.constant(ids),
        own: fc.array(
          fc.tuple(
            fc.integer({ min: 1, max: 6 }),
            fc.shuffledSubarray(ids, { minLength: ids.length }).map((order) => order.join('')),
          ),
          { minLength: 1, maxLength: 4 },
        ),
        others: papers,
      }),
    );
    fc.assert(
      fc.property(loyal, seatNumbers, ({ ids, own, others }, seats) => {
        const result = count([...own, ...others], seats);
        const loyalVotes = own.reduce((sum, [times]) => sum + times, 0);
        // More than k quotas, of votes / (seats + 1) each, are worth k seats.
        const worth = Math.ceil((loyalVotes * (seats + 1)) / result.ballots) - 1;
        const won = result.elected.filter((id) => ids.includes(id)).length;
        expect(won).toBeGreaterThanOrEqual(Math.min(worth, ids.length, seats));
      }),
      runs,
    );
  });
});
