import { carriesPoints, type Election } from './election.ts';

/** For each project, by position. Whole numbers, always exact. */
export interface Support {
  /** Approvals, points, or positional points: what the ranking goes by. */
  readonly scores: Float64Array;
  /** Ballots that name the project, whatever weight they give it. */
  readonly namings: Float64Array;
}

/**
 * Adds up the ballots. In ordinal ballots rank r (from 1) is worth K−r+1 where K is the longest
 * ballot allowed, or the number of projects where there is no limit (the default of the format).
 */
export function sumSupport(election: Election): Support {
  const { kind, projects, limits } = election;
  const { count, starts, choices, points, times } = election.ballots;
  const scores = new Float64Array(projects.length);
  const namings = new Float64Array(projects.length);
  const firstRank = limits.maxLength ?? projects.length;
  let mostWeight = kind === 'ordinal' ? firstRank : 1;
  if (points) mostWeight = points.reduce((most, given) => Math.max(most, given), 1);
  if (count * mostWeight > Number.MAX_SAFE_INTEGER)
    throw new RangeError('More points than can be added up exactly');

  for (let group = 0; group < times.length; group += 1) {
    const from = starts[group]!;
    const to = starts[group + 1]!;
    const number = times[group]!;
    for (let at = from; at < to; at += 1) {
      const project = choices[at]!;
      namings[project]! += number;
      if (kind === 'ordinal') scores[project]! += number * (firstRank - (at - from));
      else if (carriesPoints(kind)) scores[project]! += number * points![at]!;
      else scores[project]! += number;
    }
  }
  return { scores, namings };
}
