import { describeCounted } from './counted.ts';
import type { Election } from './election.ts';
import { completeTallies, findMajorityGrade, type GradeTally } from './judgment.ts';
import { rankJudged } from './judgment-ranking.ts';
import type { JudgedProject, JudgmentResult, TallyOptions } from './result.ts';
import { sumSupport, tallyPoints } from './support.ts';
import { compareTied, completeTieBreak } from './tie-break.ts';
import { walkDown } from './walk.ts';

/** A project as the ballots judged it. */
interface Judged {
  readonly position: number;
  /** From 1; equal for identical profiles. */
  readonly rank: number;
  /** Complete: the default grade stands where a ballot says nothing. */
  readonly profile: GradeTally;
  readonly majorityGrade: number;
  /** Ballots that judge it. */
  readonly namings: number;
}

/**
 * Every project by majority judgment, best first; identical profiles stand together, in the order of the
 * tie-break. Throws a RangeError on other ballots than judgments, or a default grade that is not one.
 */
export function rankByJudgment(
  election: Election,
  options: Pick<TallyOptions, 'tieBreak' | 'defaultGrade'>,
): readonly (readonly Judged[])[] {
  const { kind, projects, ballots, grades = 0 } = election;
  if (kind !== 'judgment')
    throw new RangeError(`Majority judgment counts grades, not ${kind} ballots`);
  const tieBreak = completeTieBreak(options.tieBreak);
  const { namings } = sumSupport(election);
  const completed = completeTallies(tallyPoints(election, grades), ballots.count, {
    mode: 'static-default',
    grade: options.defaultGrade ?? 0,
  });
  if (!completed.ok) throw new RangeError(`Judgments cannot be counted: ${completed.refusal}`);
  const { tallies } = completed;
  const levels: Judged[][] = [];
  for (const { position, rank } of rankJudged(tallies)) {
    const profile = tallies[position]!;
    const majorityGrade = findMajorityGrade(profile);
    const judged = { position, rank, profile, majorityGrade, namings: namings[position]! };
    const level = levels.at(-1);
    if (level?.[0]?.rank === rank) level.push(judged);
    else levels.push([judged]);
  }
  for (const level of levels)
    level.sort((a, b) => compareTied(tieBreak, projects[a.position]!, projects[b.position]!));
  return levels;
}

/**
 * Majority judgment for projects that cost: ranked by their judgments, then one walk down that ranking,
 * skipping what does not fit. A project that nobody judged has no support, whatever the default grade
 * makes of it. (R176; voting-rules 5)
 */
export function countJudgment(
  election: Election,
  options: TallyOptions<'majority-judgment'>,
): JudgmentResult {
  const { projects, budget, ballots } = election;
  const { fundUnsupported, defaultGrade = 0 } = options;
  const ranking = rankByJudgment(election, options);
  const { left, turns, winners, ties } = walkDown(
    election,
    ranking.map((level) =>
      level.map(({ position, majorityGrade, namings }) => ({
        position,
        score: majorityGrade,
        barred: namings > 0 || fundUnsupported ? null : 'no-support',
      })),
    ),
    { ...options, atMisfit: 'skip', left: budget, namings: sumSupport(election).namings },
  );
  return {
    method: 'judgment',
    ...describeCounted(election, options, left),
    grades: election.grades!,
    defaultGrade,
    winners,
    judged: ranking.flat().map(
      ({ position, rank, profile, majorityGrade, namings }): JudgedProject => ({
        project: projects[position]!.id,
        profile,
        missing: ballots.count - namings,
        majorityGrade,
        rank,
      }),
    ),
    turns,
    ties,
  };
}
