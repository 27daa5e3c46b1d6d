import { type Election, findUpperHalf } from './election.ts';

/** For each project, by position. Whole numbers, always exact. */
export interface Support {
  /**
   * Approvals, points, positional points, grades of the upper half, or how many more are for than
   * against (0 where they are not more): what the ranking goes by, except in majority judgment.
   */
  readonly scores: Float64Array;
  /** Ballots that name the project, whatever weight they give it; a no names nothing, nor do 0 of shared points. */
  readonly namings: Float64Array;
}

/** Adds up the ballots. */
export function sumSupport(election: Election): Support {
  const { kind, projects, ballots } = election;
  const namings = countNamings(election);
  if (kind === 'approval' || kind === 'choose-one') return { scores: namings, namings };
  const scores = new Float64Array(projects.length);
  forEachScore(election, (group, project, score) => {
    scores[project]! += ballots.times[group]! * score;
  });
  for (const [project, score] of (ballots.totals?.scores ?? []).entries())
    scores[project]! += score;
  if (kind !== 'yes-no') return { scores, namings };
  const against = tallyPoints(election, 2).map(([no]) => no!);
  return { scores: scores.map((yes, project) => Math.max(0, yes - against[project]!)), namings };
}

/** A loop of its own where everything chosen is named: counts by votes spend most of their time here. */
function countNamings(election: Election): Float64Array {
  const { starts, choices, points, times, totals } = election.ballots;
  const namings = Float64Array.from(election.projects, (_, at) => totals?.namings[at] ?? 0);
  if (points)
    forEachNaming(election, (group, project) => {
      namings[project]! += times[group]!;
    });
  else
    for (let group = 0; group < times.length; group += 1) {
      const to = starts[group + 1]!;
      for (let at = starts[group]!; at < to; at += 1) namings[choices[at]!]! += times[group]!;
    }
  return namings;
}

/** What each ballot of a group names, whatever weight it gives it. */
export function forEachNaming(
  { kind, ballots }: Election,
  visit: (group: number, project: number) => void,
): void {
  const { starts, choices, points, times } = ballots;
  const nothing = kind === 'cumulative' || kind === 'yes-no' ? 0 : -1;
  for (let group = 0; group < times.length; group += 1) {
    const to = starts[group + 1]!;
    for (let at = starts[group]!; at < to; at += 1)
      if (points?.[at] !== nothing) visit(group, choices[at]!);
  }
}

/** For each project, by position, how many ballots give it 0, 1, 2… points, below `most`. */
export function tallyPoints({ projects, ballots }: Election, most: number): number[][] {
  const { starts, choices, points, times, totals } = ballots;
  const tallies = projects.map((_, project) =>
    Array.from({ length: most }, (_, given) => totals?.answers[project]?.[given] ?? 0),
  );
  for (let group = 0; group < times.length; group += 1) {
    const to = starts[group + 1]!;
    for (let at = starts[group]!; at < to; at += 1)
      tallies[choices[at]!]![points![at]!]! += times[group]!;
  }
  return tallies;
}

/**
 * What each ballot of a group gives to each project that it stands behind: 1, its points, or, for rank r
 * from 1, K−r+1 where K is what the first rank is worth (3-2-1 for K = 3). A judgment stands behind what it
 * puts in the upper half of the scale. Nothing is said of what gives nothing.
 */
export function forEachScore(
  election: Election,
  visit: (group: number, project: number, score: number) => void,
): void {
  const { kind, ballots } = election;
  const { starts, choices, points, times, count } = ballots;
  const firstRank = findFirstRank(election);
  const upperHalf = findUpperHalf(election);
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
      const given = kind === 'ordinal' ? firstRank - (at - from) : (points?.[at] ?? 1);
      const score = kind === 'judgment' ? Number(given >= upperHalf) : given;
      if (score > 0) visit(group, choices[at]!, score);
    }
  }
}

/** What the first rank is worth: the longest ballot allowed; where there is no limit every project may be ranked. */
export function findFirstRank({ limits, projects }: Election): number {
  return limits.maxLength ?? projects.length;
}

/** Below 2^53 these sums are exact; the limit is 9 billion ballots of a million points. */
function refuseInexact(ballots: number, mostWeight: number): void {
  if (ballots * mostWeight > Number.MAX_SAFE_INTEGER)
    throw new RangeError('More points than can be added up exactly');
}
