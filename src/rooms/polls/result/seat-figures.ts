/** What is said of a count by single transferable vote. Votes in hundredths, rounded. */
import type { TallyBy } from './result.ts';

/** The trace counts in billionths of a vote. */
const BILLIONTHS_OF_HUNDREDTH = 10_000_000;
const hundredths = (billionths: number) => Math.round(billionths / BILLIONTHS_OF_HUNDREDTH) / 100;

export interface RoundFigures {
  /** From 1. */
  round: number;
  quota: number;
  /** Votes that arrived with nobody. */
  exhausted: number;
  elected: readonly string[];
  excluded: string | null;
  /** Of every candidate, in the order of the trace; `change`: since the round before. */
  votes: readonly { candidate: string; votes: number; change: number }[];
}

export function listRounds({ rounds }: TallyBy<'stv'>): RoundFigures[] {
  return rounds.map(({ quota, exhausted, elected, excluded, tallies }, at) => {
    const before = rounds[at - 1]?.tallies;
    return {
      round: at + 1,
      quota: hundredths(quota),
      exhausted: hundredths(exhausted),
      ...{ elected, excluded },
      votes: tallies.map(({ candidate, votes }, row) => ({
        candidate,
        votes: hundredths(votes),
        change: before ? hundredths(votes - before[row]!.votes) : 0,
      })),
    };
  });
}

export interface SeatFigures {
  project: string;
  standing: 'elected' | 'elected-last' | 'excluded' | 'runner-up';
  /** The round in which it was elected or excluded, the last one for the others; 0 where none was held. */
  round: number;
  /** What it held then, and the quota of that round. */
  votes: number;
  quota: number;
}

/** The elected in order of election, then those who stayed longest. */
export function listSeats(tally: TallyBy<'stv'>): SeatFigures[] {
  const rounds = listRounds(tally);
  const seats = tally.standings.map(({ candidate, standing }): SeatFigures => {
    const own = rounds.find(
      ({ elected, excluded }) => elected.includes(candidate) || excluded === candidate,
    );
    const round = own ?? rounds.at(-1);
    return {
      project: candidate,
      // when a count ends nobody is still in it
      standing: standing === 'hopeful' ? 'runner-up' : standing,
      round: round?.round ?? 0,
      votes: round?.votes.find((held) => held.candidate === candidate)?.votes ?? 0,
      quota: round?.quota ?? 0,
    };
  });
  const placeOf = (seat: SeatFigures) => {
    const elected = tally.elected.indexOf(seat.project);
    if (elected >= 0) return elected;
    return (
      tally.elected.length + (seat.standing === 'runner-up' ? 0 : 1 + rounds.length - seat.round)
    );
  };
  return seats.sort((a, b) => placeOf(a) - placeOf(b));
}
