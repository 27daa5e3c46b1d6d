import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeResult } from '../../../../tests/make/results.ts';
import { unfold, writtenPolls } from '../../../../tests/make/written-polls.ts';
import { listDuels } from './duel-figures.ts';
import type { TallyBy } from './result.ts';
import { listStories } from './result-figures.ts';
import { listRounds, listSeats } from './seat-figures.ts';

/** How many ballots put one before the other. */
function countBefore(ballots: readonly (readonly string[])[], one: string, other: string): number {
  const place = (ballot: readonly string[], key: string) =>
    ballot.includes(key) ? ballot.indexOf(key) : Number.POSITIVE_INFINITY;
  return ballots.filter((ballot) => place(ballot, one) < place(ballot, other)).length;
}

describe('R57 R58 the figures of duels (Schulze)', () => {
  it('are counted on the ballots, and a chain is as strong as its weakest duel', () => {
    fc.assert(
      fc.property(writtenPolls('schulze', 'ordinal'), (written) => {
        const tally = makeResult(written).result.envelopes[0]!
          .tally as unknown as TallyBy<'schulze'>;
        const ballots = unfold(written) as readonly (readonly string[])[];
        const duels = tally.winner === null ? [] : listDuels(tally);
        for (const { project, wins, draws, losses, winner } of duels) {
          expect(wins + draws + losses).toBe(written.options.length - 1);
          if (!winner) {
            expect(project).toBe(tally.winner);
            continue;
          }
          expect(winner.above).toBe(countBefore(ballots, project, winner.project));
          expect(winner.below).toBe(countBefore(ballots, winner.project, project));
          expect(winner.strength).toBeGreaterThanOrEqual(winner.back);
          for (const { from, to, votes } of winner.path)
            expect(votes).toBe(countBefore(ballots, from, to));
          if (winner.path.length === 0) continue;
          expect([winner.path[0]!.from, winner.path.at(-1)!.to]).toEqual([winner.project, project]);
          expect(Math.min(...winner.path.map(({ votes }) => votes))).toBe(winner.strength);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('nobody ranked: nobody wins, and each line says so', () => {
    const { result, poll } = makeResult({
      rule: 'schulze',
      kind: 'ordinal',
      envelope: 0,
      options: [0, 0],
      ballots: [[3, []]],
    });
    expect(listStories(result.envelopes[0]!, poll).map(({ reason }) => reason)).toEqual([
      { by: 'no-support' },
      { by: 'no-support' },
    ]);
  });
});

/** Hundredths of a vote, rounded, once per candidate. */
const ROUNDING = 0.005;

describe('R57 R58 the figures of a transferable vote', () => {
  it('no vote is lost from one round to the next, and the quota is reached or the weakest leaves', () => {
    fc.assert(
      fc.property(writtenPolls('stv', 'ordinal'), (written) => {
        const made = makeResult(written);
        const tally = made.result.envelopes[0]!.tally as unknown as TallyBy<'stv'>;
        const rounds = listRounds(tally);
        const slack = ROUNDING * (written.options.length + 2);
        for (const [at, { votes, exhausted, quota, elected, excluded }] of rounds.entries()) {
          const all = votes.reduce((sum, held) => sum + held.votes, exhausted);
          expect(Math.abs(all - made.result.ballots)).toBeLessThanOrEqual(slack);
          expect(quota * (tally.seats + 1)).toBeGreaterThan(all - exhausted - slack * 3);
          for (const [row, held] of votes.entries()) {
            const before = rounds[at - 1]?.votes[row]?.votes;
            if (before !== undefined) expect(held.votes).toBeCloseTo(before + held.change, 1);
            if (elected.includes(held.candidate))
              expect(held.votes).toBeGreaterThanOrEqual(quota - 2 * ROUNDING);
            if (held.candidate === excluded) expect(held.votes).toBeLessThanOrEqual(quota);
          }
        }
        const seats = listSeats(tally);
        const winners = seats.filter(({ standing }) => standing.startsWith('elected'));
        expect(winners.map(({ project }) => project)).toEqual(made.result.winners);
        for (const { standing, votes, quota } of winners)
          if (standing === 'elected') expect(votes).toBeGreaterThanOrEqual(quota - 2 * ROUNDING);
        expect([...seats.map(({ project }) => project), ...tally.unsupported].toSorted()).toEqual(
          written.options.map((_, at) => `${at + 1}`),
        );
      }),
      { numRuns: 80 },
    );
  });
});
