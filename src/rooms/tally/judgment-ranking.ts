import type { GradeTally } from './judgment.ts';
import { compareJudgmentScores } from './judgment-analysis.ts';
import {
  compareMajorityValues,
  findMajorityValue,
  findParting,
  type MajorityValue,
} from './judgment-value.ts';

/** The place of a project. */
export interface Standing {
  /** Position of the project among those ranked. */
  readonly position: number;
  /** From 1; equal for real ties, and the next rank then counts them all: 1, 2, 2, 4. */
  readonly rank: number;
}

/**
 * Projects by majority judgment, the best first; real ties stand by position, under one rank.
 * Tallies are complete (`completeTallies`). Only identical merit profiles tie, or, where totals
 * differ, profiles of identical shares: whoever funds one and not the other needs a published
 * tie-break.
 */
export function rankJudged(tallies: readonly GradeTally[]): readonly Standing[] {
  const values = tallies.map(findMajorityValue);
  const order = [...values.keys()].sort(
    (a, b) => compareMajorityValues(values[a]!, values[b]!) || a - b,
  );
  let rank = 0;
  return order.map((position, at) => {
    const before = at > 0 ? values[order[at - 1]!]! : null;
    if (!before || findParting(before, values[position]!)) rank = at + 1;
    return { position, rank };
  });
}

/**
 * What decided between two projects.
 * - `tie`: nothing, their merit profiles are the same;
 * - `majority-grade`: one has the better majority grade;
 * - `majority-gauge`: same grade, and the shares of better and worse judgments decided;
 * - `later-judgments`: these too are the same, and judgments further from the middle decided.
 * Except in a tie, the projects parted once `removed` judgments out of `of` were removed from each;
 * there the project ahead shows the grade `ahead`, the other the lower grade `behind`.
 */
export type Separation =
  | { readonly by: 'tie' }
  | {
      readonly by: 'majority-grade' | 'majority-gauge' | 'later-judgments';
      readonly removed: bigint;
      /** Judgments of each; where their numbers differ, the least common multiple of these. */
      readonly of: bigint;
      readonly ahead: number;
      readonly behind: number;
    };

/** In either order: the answer says by what, not which; the ranking says which. */
export function separateJudged(one: GradeTally, other: GradeTally): Separation {
  const values: [MajorityValue, MajorityValue] = [findMajorityValue(one), findMajorityValue(other)];
  const parting = findParting(...values);
  if (!parting) return { by: 'tie' };
  const { removed, of, grades } = parting;
  return {
    by: findCriterion(one, other, removed),
    removed,
    of,
    ahead: Math.max(...grades),
    behind: Math.min(...grades),
  };
}

function findCriterion(one: GradeTally, other: GradeTally, removed: bigint) {
  if (removed === 0n) return 'majority-grade';
  return compareJudgmentScores(one, other, 'majority-gauge') === 0
    ? 'later-judgments'
    : 'majority-gauge';
}

/** What decided between each project of a ranking and the next: one entry fewer than projects. */
export function separateNeighbours(
  tallies: readonly GradeTally[],
  ranking: readonly Standing[],
): readonly Separation[] {
  return ranking
    .slice(1)
    .map(({ position }, at) => separateJudged(tallies[ranking[at]!.position]!, tallies[position]!));
}
