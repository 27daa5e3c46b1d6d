import { compareFractions, type Fraction } from './fraction.ts';
import { countGraded, findMajorityGrade, type GradeTally } from './judgment.ts';

/** Judgments taken together. */
interface GradeGroup {
  readonly grade: number;
  /** How many judgments. */
  readonly size: number;
}

/**
 * The majority gauge of a project, as Mieux Voter publishes it: its majority grade, who judged worse
 * and who judged better. Groups without a judgment are null (grade and size 0 in Mieux Voter).
 */
export interface JudgmentAnalysis {
  readonly judgments: number;
  /** The majority grade, and those who gave exactly it; null where nobody judged. */
  readonly median: GradeGroup | null;
  /** All who judged worse than the majority grade; its grade is the best that they gave. */
  readonly contestation: GradeGroup | null;
  /** All who judged better than the majority grade; its grade is the worst that they gave. */
  readonly adhesion: GradeGroup | null;
  /** The larger one of the two, the contestation where they are equal. */
  readonly decisive: GradeGroup | null;
  /** +1 where the adhesion is decisive, −1 where the contestation is, 0 where there is neither. */
  readonly sign: -1 | 0 | 1;
}

export function analyseJudgments(tally: GradeTally): JudgmentAnalysis {
  const grade = findMajorityGrade(tally);
  const below = countGraded(tally.slice(0, grade));
  const above = countGraded(tally.slice(grade + 1));
  const contestation = makeGroup(
    tally.findLastIndex((count, given) => given < grade && count > 0),
    below,
  );
  const adhesion = makeGroup(
    tally.findIndex((count, given) => given > grade && count > 0),
    above,
  );
  const favourable = above > below;
  return {
    judgments: countGraded(tally),
    median: makeGroup(grade, tally[grade] ?? 0),
    contestation,
    adhesion,
    decisive: favourable ? adhesion : contestation,
    sign: favourable ? 1 : contestation ? -1 : 0,
  };
}

function makeGroup(grade: number, size: number): GradeGroup | null {
  return size > 0 ? { grade, size } : null;
}

/**
 * One number for all the judgments of a project: its majority grade α, moved by p, the share of
 * better judgments, and q, the share of worse ones.
 * - `majority-gauge`: α + p if p > q, α − q otherwise (Balinski & Laraki); equal scores are equal
 *   gauges, which the ranking then parts by later judgments;
 * - `typical`: α + p − q;
 * - `central`: α + (p − q) / 2(p + q), α where all gave the same grade;
 * - `usual`: α + (p − q) / 2(1 − p − q).
 * The last three: Fabre, "Tie-breaking the highest median", Social Choice and Welfare 2021.
 */
export type JudgmentScoring = 'majority-gauge' | 'typical' | 'central' | 'usual';

export const judgmentScorings: readonly JudgmentScoring[] = [
  'majority-gauge',
  'typical',
  'central',
  'usual',
];

/** Exact, in grades from the worst; 0 where nobody judged. */
export function scoreJudgments(tally: GradeTally, scoring: JudgmentScoring): Fraction {
  const { judgments, median, contestation, adhesion } = analyseJudgments(tally);
  if (!median) return { n: 0n, d: 1n };
  const above = BigInt(adhesion?.size ?? 0);
  const below = BigInt(contestation?.size ?? 0);
  const shift = shifts[scoring](above, below, BigInt(judgments));
  return { n: BigInt(median.grade) * shift.d + shift.n, d: shift.d };
}

/** How far from the majority grade; the three arguments are judgments. */
const shifts: Record<
  JudgmentScoring,
  (above: bigint, below: bigint, judgments: bigint) => Fraction
> = {
  'majority-gauge': (above, below, judgments) => ({
    n: above > below ? above : -below,
    d: judgments,
  }),
  typical: (above, below, judgments) => ({ n: above - below, d: judgments }),
  central: (above, below) =>
    above + below === 0n ? { n: 0n, d: 1n } : { n: above - below, d: 2n * (above + below) },
  usual: (above, below, judgments) => ({
    n: above - below,
    d: 2n * (judgments - above - below),
  }),
};

/** Negative where `a` has the better score. Decided on exact fractions. */
export function compareJudgmentScores(
  a: GradeTally,
  b: GradeTally,
  scoring: JudgmentScoring,
): number {
  return compareFractions(scoreJudgments(b, scoring), scoreJudgments(a, scoring));
}
