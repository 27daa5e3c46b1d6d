import type { Ballots, Election } from './election.ts';

/** For each project, by position. Whole numbers, always exact. */
export interface Support {
  /** Approvals, points, or positional points: what the ranking goes by. */
  readonly scores: Float64Array;
  /** Ballots that name the project, whatever weight they give it. */
  readonly namings: Float64Array;
}

/** Adds up the ballots. */
export function sumSupport(election: Election): Support {
  const { kind, projects, ballots } = election;
  const namings = countNamings(ballots, projects.length);
  if (kind === 'approval' || kind === 'choose-one') return { scores: namings, namings };
  const scores = new Float64Array(projects.length);
  forEachScore(election, (group, project, score) => {
    scores[project]! += ballots.times[group]! * score;
  });
  return { scores, namings };
}

function countNamings({ starts, choices, times }: Ballots, projects: number): Float64Array {
  const namings = new Float64Array(projects);
  for (let group = 0; group < times.length; group += 1) {
    const to = starts[group + 1]!;
    for (let at = starts[group]!; at < to; at += 1) namings[choices[at]!]! += times[group]!;
  }
  return namings;
}

/**
 * What each ballot of a group gives to each project that it names: 1, its points, or, for rank r from 1,
 * K−r+1 where K is what the first rank is worth (3-2-1 for K = 3). Nothing is said of what gives nothing.
 */
export function forEachScore(
  { kind, projects, limits, ballots }: Election,
  visit: (group: number, project: number, score: number) => void,
): void {
  const { starts, choices, points, times, count } = ballots;
  // The longest ballot allowed; where there is no limit every project may be ranked.
  const firstRank = limits.maxLength ?? projects.length;
  if (kind === 'ordinal') refuseInexact(count, firstRank);
  if (points)
    refuseInexact(
      count,
      points.reduce((most, given) => Math.max(most, given), 1),
    );
  for (let group = 0; group < times.length; group += 1) {
    const from = starts[group]!;
    const to = starts[group + 1]!;
    for (let at = from; at < to; at += 1) {
      const score = kind === 'ordinal' ? firstRank - (at - from) : (points?.[at] ?? 1);
      if (score > 0) visit(group, choices[at]!, score);
    }
  }
}

/** Below 2^53 these sums are exact; the limit is 9 billion ballots of a million points. */
function refuseInexact(ballots: number, mostWeight: number): void {
  if (ballots * mostWeight > Number.MAX_SAFE_INTEGER)
    throw new RangeError('More points than can be added up exactly');
}
