/**
 * Majority judgment: what was judged, and what is done about judgments that were not given.
 * Balinski & Laraki, "A theory of measuring, electing, and ranking", PNAS 2007; "Majority Judgment",
 * MIT Press 2011. (R176; voting-rules 5)
 */

/**
 * The judgments of one project: how many times each grade was given, the worst grade first. A grade
 * is designated by its position, so 0 is the worst one. Whole numbers, adding up to less than 2^53.
 */
export type GradeTally = readonly number[];

/**
 * What a judge who said nothing of a project is taken to have said. Fixed before the vote.
 * - `plain`: nothing may be missing, every judge judged every project;
 * - `static-default`: missing judgments count as the given grade (0 in Balinski & Laraki);
 * - `median-default`: they count as the project's own majority grade, the worst if nobody judged it;
 * - `normalized`: nothing is added, and projects are compared by shares of their own judgments.
 */
export type Completion =
  | { readonly mode: 'plain' }
  | { readonly mode: 'static-default'; readonly grade: number }
  | { readonly mode: 'median-default' }
  | { readonly mode: 'normalized' };

type JudgmentRefusal =
  /** The number of judges is not a whole number from 0 to 2^53 − 1. */
  | 'judges-not-whole'
  /** The default grade is not one of the scale. */
  | 'unknown-grade'
  /** No grade at all, or not as many as the first project has. */
  | 'tally-misshapen'
  /** A count is negative, or not whole, or not a number. */
  | 'tally-not-whole'
  | 'more-judgments-than-judges'
  /** In mode `plain`. */
  | 'judgments-missing'
  /** In mode `normalized`: no judgment has no shares. */
  | 'project-not-judged';

export type CompletedTallies =
  | { readonly ok: true; readonly tallies: readonly GradeTally[] }
  | {
      readonly ok: false;
      readonly refusal: JudgmentRefusal;
      /** Position of the project refused; null where no project is at fault. */
      readonly position: number | null;
    };

export function countGraded(tally: GradeTally): number {
  return tally.reduce((sum, count) => sum + count, 0);
}

/**
 * The best grade that more than half of the judgments reach: the middle one, and the lower of the
 * two middles where their number is even. The worst grade where nobody judged.
 */
export function findMajorityGrade(tally: GradeTally): number {
  const total = countGraded(tally);
  let upToGrade = 0;
  for (let grade = 0; grade < tally.length; grade += 1) {
    upToGrade += tally[grade]!;
    // Not twice the one against the whole: the double of a large count may be inexact.
    if (upToGrade >= total - upToGrade) return grade;
  }
  return 0;
}

/**
 * The tallies as they are to be ranked, in the order given. In mode `normalized` they are returned
 * as they are: their totals then differ, and the ranking compares shares. That is what scaling them
 * all to the least common multiple of their totals gives, as Mieux Voter's libraries do, but that
 * multiple has thousands of digits where thousands of projects are compared.
 */
export function completeTallies(
  tallies: readonly GradeTally[],
  judges: number,
  completion: Completion,
): CompletedTallies {
  if (!isCount(judges)) return refuse('judges-not-whole', null);
  const grades = tallies[0]?.length ?? 0;
  if (completion.mode === 'static-default' && !isGrade(completion.grade, grades))
    return refuse('unknown-grade', null);
  for (const [position, tally] of tallies.entries()) {
    const refusal = checkTally(tally, grades, judges, completion);
    if (refusal) return refuse(refusal, position);
  }
  return { ok: true, tallies: tallies.map((tally) => completeTally(tally, judges, completion)) };
}

function checkTally(
  tally: GradeTally,
  grades: number,
  judges: number,
  { mode }: Completion,
): JudgmentRefusal | null {
  if (tally.length === 0 || tally.length !== grades) return 'tally-misshapen';
  if (!tally.every(isCount)) return 'tally-not-whole';
  const judgments = countGraded(tally);
  if (judgments > judges) return 'more-judgments-than-judges';
  if (mode === 'plain' && judgments < judges) return 'judgments-missing';
  if (mode === 'normalized' && judgments === 0) return 'project-not-judged';
  return null;
}

function completeTally(tally: GradeTally, judges: number, completion: Completion): GradeTally {
  if (completion.mode === 'plain' || completion.mode === 'normalized') return tally;
  const { mode } = completion;
  const missing = judges - countGraded(tally);
  const taken = mode === 'static-default' ? completion.grade : findMajorityGrade(tally);
  return tally.map((count, grade) => (grade === taken ? count + missing : count));
}

function isCount(given: number): boolean {
  return Number.isSafeInteger(given) && given >= 0;
}

/** The scale is known by the projects: without any, a grade of any rank will do. */
function isGrade(given: number, grades: number): boolean {
  return isCount(given) && (given < grades || grades === 0);
}

function refuse(refusal: JudgmentRefusal, position: number | null): CompletedTallies {
  return { ok: false, refusal, position };
}
