import type { Election } from './election.ts';
import { forEachScore } from './support.ts';

/**
 * Who stands behind a project and how much: groups of equal ballots, ascending, and what each ballot of
 * the group gives it (1 for an approval, points, or positional points). Nobody who gives nothing.
 */
export interface Backers {
  readonly groups: Uint32Array;
  /** Whole numbers above zero, beside `groups`. */
  readonly scores: Float64Array;
  /** Ballots behind the project. */
  readonly ballots: number;
  /** Their scores added up. */
  readonly score: number;
}

/** For each project, by position. */
export function listBackers(election: Election): Backers[] {
  const { projects, ballots } = election;
  const { times } = ballots;
  const sizes = new Uint32Array(projects.length);
  forEachScore(election, (_, project) => {
    sizes[project]! += 1;
  });
  const all = projects.map((_, project) => ({
    groups: new Uint32Array(sizes[project]!),
    scores: new Float64Array(sizes[project]!),
    ballots: 0,
    score: 0,
  }));
  sizes.fill(0);
  forEachScore(election, (group, project, score) => {
    const backers = all[project]!;
    const at = sizes[project]!;
    sizes[project] = at + 1;
    backers.groups[at] = group;
    backers.scores[at] = score;
    backers.ballots += times[group]!;
    backers.score += times[group]! * score;
  });
  return all;
}
