import type { Ballots, Election } from './election.ts';

/** For each project, by position. Whole numbers, always exact. */
export interface Support {
  /** Approvals, points, or positional points: what the ranking goes by. */
  readonly scores: Float64Array;
  /** Ballots that name the project, whatever weight they give it. */
  readonly namings: Float64Array;
}

/** Adds up the ballots. */
export function sumSupport({ kind, projects, limits, ballots }: Election): Support {
  const namings = countNamings(ballots, projects.length);
  if (kind === 'approval' || kind === 'choose-one') return { scores: namings, namings };
  if (kind === 'ordinal') {
    // The longest ballot allowed; where there is no limit every project may be ranked.
    const firstRank = limits.maxLength ?? projects.length;
    return { scores: sumRanks(ballots, projects.length, firstRank), namings };
  }
  return { scores: sumPoints(ballots, projects.length), namings };
}

function countNamings({ starts, choices, times }: Ballots, projects: number): Float64Array {
  const namings = new Float64Array(projects);
  for (let group = 0; group < times.length; group += 1) {
    const to = starts[group + 1]!;
    for (let at = starts[group]!; at < to; at += 1) namings[choices[at]!]! += times[group]!;
  }
  return namings;
}

/** Rank r, from 1, is worth K−r+1 where K is what the first rank is worth: 3-2-1 for K = 3. */
function sumRanks(ballots: Ballots, projects: number, firstRank: number): Float64Array {
  refuseInexact(ballots.count, firstRank);
  const { starts, choices, times } = ballots;
  const scores = new Float64Array(projects);
  for (let group = 0; group < times.length; group += 1) {
    const from = starts[group]!;
    const to = starts[group + 1]!;
    for (let at = from; at < to; at += 1)
      scores[choices[at]!]! += times[group]! * (firstRank - (at - from));
  }
  return scores;
}

function sumPoints(ballots: Ballots, projects: number): Float64Array {
  const { starts, choices, times } = ballots;
  const points = ballots.points!;
  refuseInexact(
    ballots.count,
    points.reduce((most, given) => Math.max(most, given), 1),
  );
  const scores = new Float64Array(projects);
  for (let group = 0; group < times.length; group += 1) {
    const to = starts[group + 1]!;
    for (let at = starts[group]!; at < to; at += 1)
      scores[choices[at]!]! += times[group]! * points[at]!;
  }
  return scores;
}

/** Below 2^53 these sums are exact; the limit is 9 billion ballots of a million points. */
function refuseInexact(ballots: number, mostWeight: number): void {
  if (ballots * mostWeight > Number.MAX_SAFE_INTEGER)
    throw new RangeError('More points than can be added up exactly');
}
