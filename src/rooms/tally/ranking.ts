import type { Election } from './election.ts';
import { compareTied, type TieBreaker } from './tie-break.ts';

/** What puts projects in order: their score, or their score for each cent of their cost. */
export type RankBy = 'score' | 'score-per-cost';

export interface Candidate {
  readonly position: number;
  readonly score: number;
}

/**
 * Best first; projects that are equally good stand together, in the order of the tie-break. Those of
 * `without` are left out. Scores per cost are compared by multiplying across: no division, no rounding.
 */
export function rankProjects(
  { projects }: Election,
  scores: Float64Array,
  tieBreak: readonly TieBreaker[],
  rankBy: RankBy,
  without: ReadonlySet<number> = new Set(),
): Candidate[][] {
  const compare = (a: Candidate, b: Candidate): number =>
    rankBy === 'score'
      ? b.score - a.score
      : compareDensity(
          { score: b.score, cost: projects[b.position]!.cost },
          { score: a.score, cost: projects[a.position]!.cost },
        );
  const candidates = Array.from(scores, (score, position) => ({ position, score }))
    .filter(({ position }) => !without.has(position))
    .sort(
      (a, b) =>
        compare(a, b) || compareTied(tieBreak, projects[a.position]!, projects[b.position]!),
    );
  const levels: Candidate[][] = [];
  for (const candidate of candidates) {
    const level = levels.at(-1);
    if (level && compare(level[0]!, candidate) === 0) level.push(candidate);
    else levels.push([candidate]);
  }
  return levels;
}

/** Free projects come before all that cost something, among themselves by score; those without support come last. */
function compareDensity(
  a: { score: number; cost: bigint },
  b: { score: number; cost: bigint },
): number {
  if (a.score === 0 || b.score === 0 || (a.cost === 0n && b.cost === 0n)) return a.score - b.score;
  const left = BigInt(a.score) * b.cost;
  const right = BigInt(b.score) * a.cost;
  return left === right ? 0 : left < right ? -1 : 1;
}
