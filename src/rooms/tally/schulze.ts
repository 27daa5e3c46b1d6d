import type { Ballots, Election } from './election.ts';
import { compareTied, completeTieBreak, findTieBreaker, type TieBreaker } from './tie-break.ts';

export interface SchulzeOptions {
  /** Applied in turn between candidates that nobody beats; ends by 'smaller-id'. */
  readonly tieBreak: readonly TieBreaker[];
}

/** Numbers of ballots, always whole: `[row][column]`, both by position in `candidates`. */
type Pairwise = readonly (readonly number[])[];

/** Candidates that nobody beats, in the order that the tie-break gave them. */
interface TiedCandidates {
  readonly candidates: readonly string[];
  /** The criteria that set them apart. */
  readonly by: readonly TieBreaker[];
}

export interface SchulzeResult extends SchulzeOptions {
  /** Ballots counted, blank ones included. */
  readonly ballots: number;
  readonly blank: number;
  /** Ids in the order of the tie-break, which is the order of rows and columns below. */
  readonly candidates: readonly string[];
  /** How many ballots put the row above the column. */
  readonly preferences: Pairwise;
  /** The strength of the strongest path from the row to the column; 0 where there is none. */
  readonly strengths: Pairwise;
  /** The step before the column on that path, by position; the row itself at the start. */
  readonly previous: Pairwise;
  /** Null only when there is no candidate. */
  readonly winner: string | null;
  /** The tie that the tie-break had to settle for the winner, if there was one. */
  readonly tie: TiedCandidates | null;
  /**
   * All candidates in ranks, ids in the order of the tie-break within a rank: the first rank holds
   * those whom nobody beats, the next those whom nobody beats once the first are set aside, etc.
   */
  readonly ranks: readonly (readonly string[])[];
  /** Who beats all others one to one, if anyone does: then the winner is no matter of method. */
  readonly condorcetWinner: string | null;
}

/** One step of a path: how many ballots put `from` above `to`. */
export interface PathStep {
  readonly from: string;
  readonly to: string;
  readonly votes: number;
}

/**
 * Schulze's method for one winner (Schulze, "A new monotonic, clone-independent, reversal symmetric,
 * and Condorcet-consistent single-winner election method", Social Choice and Welfare 36, 2011), with
 * winning votes: a duel is as strong as the number of ballots of its winner. A beats B if the
 * strongest path from A to B is stronger than the one back; a path is as strong as its weakest duel.
 * Candidates left out of a ballot are below those it ranks, and equal to each other. Blank ballots
 * prefer nobody. Costs and the envelope play no part. Only counts whole numbers: exact.
 *
 * Throws a RangeError on other ballots than 'ordinal'. (R58; voting-rules 9)
 */
export function countSchulze(election: Election, options: SchulzeOptions): SchulzeResult {
  const { projects, ballots, kind } = election;
  if (kind !== 'ordinal') throw new RangeError(`Schulze counts ranked ballots, not ${kind} ones`);
  const tieBreak = completeTieBreak(options.tieBreak);
  // In the order of the tie-break, so that equal paths are the same whatever the order of the list.
  const order = [...projects.keys()].sort((a, b) =>
    compareTied(tieBreak, projects[a]!, projects[b]!),
  );
  const candidates = order.map((position) => projects[position]!.id);
  const preferences = countPreferences(ballots, order);
  const { strengths, previous } = findStrongestPaths(preferences);
  const ranked = rankCandidates(strengths);
  const first = ranked[0] ?? [];
  const by = tieBreak.filter((criterion) =>
    first.slice(1).some((candidate, at) => breakerOf(first[at]!, candidate) === criterion),
  );

  function breakerOf(a: number, b: number): TieBreaker | null {
    return findTieBreaker(tieBreak, projects[order[a]!]!, projects[order[b]!]!);
  }

  return {
    tieBreak,
    ballots: ballots.count,
    blank: ballots.blank,
    candidates,
    preferences,
    strengths,
    previous,
    winner: first.length > 0 ? candidates[first[0]!]! : null,
    tie: first.length > 1 ? { candidates: first.map((at) => candidates[at]!), by } : null,
    ranks: ranked.map((rank) => rank.map((at) => candidates[at]!)),
    condorcetWinner: candidates.find((_, at) => winsAllDuels(preferences, at)) ?? null,
  };
}

/**
 * The strongest path from one candidate to another, step by step; none if there is no path. Of
 * several that are equally strong it is always the same.
 */
export function listPath(result: SchulzeResult, from: string, to: string): PathStep[] {
  const start = result.candidates.indexOf(from);
  let at = result.candidates.indexOf(to);
  if (start < 0 || at < 0) throw new RangeError('Not a candidate of this count');
  const steps: PathStep[] = [];
  if (start === at || result.strengths[start]![at] === 0) return steps;
  while (at !== start) {
    const before = result.previous[start]![at]!;
    steps.unshift({
      from: result.candidates[before]!,
      to: result.candidates[at]!,
      votes: result.preferences[before]![at]!,
    });
    at = before;
  }
  return steps;
}

/** A ballot prefers whom it ranks to all others, except to those whom it ranks higher. */
function countPreferences(
  { starts, choices, times }: Ballots,
  order: readonly number[],
): number[][] {
  const rowOf = new Uint32Array(order.length);
  order.forEach((position, row) => {
    rowOf[position] = row;
  });
  const preferences = order.map(() => new Array<number>(order.length).fill(0));
  for (let group = 0; group < times.length; group += 1) {
    const ranking = Array.from(choices.subarray(starts[group]!, starts[group + 1]!), (position) => {
      return rowOf[position]!;
    });
    const number = times[group]!;
    ranking.forEach((candidate, rank) => {
      const row = preferences[candidate]!;
      for (let other = 0; other < row.length; other += 1) row[other]! += number;
      for (let higher = 0; higher <= rank; higher += 1) row[ranking[higher]!]! -= number;
    });
  }
  return preferences;
}

/** Widest paths, by the algorithm of Floyd and Warshall as Schulze gives it. */
function findStrongestPaths(preferences: Pairwise): {
  strengths: number[][];
  previous: number[][];
} {
  const strengths = preferences.map((row, from) =>
    row.map((votes, to) => (votes > preferences[to]![from]! ? votes : 0)),
  );
  const previous = preferences.map((row, from) => row.map(() => from));
  for (let over = 0; over < strengths.length; over += 1) {
    for (let from = 0; from < strengths.length; from += 1) {
      if (from === over) continue;
      for (let to = 0; to < strengths.length; to += 1) {
        if (to === over || to === from) continue;
        const strength = Math.min(strengths[from]![over]!, strengths[over]![to]!);
        if (strength <= strengths[from]![to]!) continue;
        strengths[from]![to] = strength;
        previous[from]![to] = previous[over]![to]!;
      }
    }
  }
  return { strengths, previous };
}

/** "Beats" is transitive but "ties" is not, so a rank is whom nobody of those still there beats. */
function rankCandidates(strengths: Pairwise): number[][] {
  const ranks: number[][] = [];
  let remaining = [...strengths.keys()];
  while (remaining.length > 0) {
    const unbeaten = remaining.filter(
      (candidate) =>
        !remaining.some((other) => strengths[other]![candidate]! > strengths[candidate]![other]!),
    );
    ranks.push(unbeaten);
    remaining = remaining.filter((candidate) => !unbeaten.includes(candidate));
  }
  return ranks;
}

function winsAllDuels(preferences: Pairwise, candidate: number): boolean {
  return preferences.every(
    (row, other) => other === candidate || preferences[candidate]![other]! > row[candidate]!,
  );
}
