import { describeCounted } from './counted.ts';
import type { Election } from './election.ts';
import type { TallyOptions, YesNoResult } from './result.ts';
import { sumSupport, tallyPoints } from './support.ts';
import { compareTied, completeTieBreak } from './tie-break.ts';
import { walkDown } from './walk.ts';

/** What was answered about a project; who says nothing abstains. */
interface Answered {
  readonly position: number;
  readonly yes: number;
  readonly no: number;
}

/**
 * Every project by how many more are for than against, then by how many are for; those equal in both
 * stand together, in the order of the tie-break. Throws a RangeError on other ballots.
 */
export function rankByAnswers(
  election: Election,
  options: Pick<TallyOptions, 'tieBreak'>,
): readonly (readonly Answered[])[] {
  const { kind, projects } = election;
  if (kind !== 'yes-no') throw new RangeError(`Yes and no cannot be counted in ${kind} ballots`);
  const tieBreak = completeTieBreak(options.tieBreak);
  const compare = (a: Answered, b: Answered) => b.yes - b.no - (a.yes - a.no) || b.yes - a.yes;
  const answered = tallyPoints(election, 2)
    .map(([no, yes], position) => ({ position, yes: yes!, no: no! }))
    .sort(
      (a, b) =>
        compare(a, b) || compareTied(tieBreak, projects[a.position]!, projects[b.position]!),
    );
  const levels: Answered[][] = [];
  for (const one of answered) {
    const level = levels.at(-1);
    if (level && compare(level[0]!, one) === 0) level.push(one);
    else levels.push([one]);
  }
  return levels;
}

/** More voted for it than against. */
export function isAccepted({ yes, no }: Pick<Answered, 'yes' | 'no'>): boolean {
  return yes > no;
}

/**
 * Each project by yes or no, as a consultation puts them: one that has not more
 * yes than no is rejected, the others are funded from the widest majority down, skipping what does not
 * fit. Nobody's support is never enough, so the policy for unsupported projects has no place here.
 */
export function countYesNo(election: Election, options: TallyOptions<'yes-no'>): YesNoResult {
  const { projects, budget, ballots } = election;
  const ranking = rankByAnswers(election, options);
  const { left, turns, winners, ties } = walkDown(
    election,
    ranking.map((level) =>
      level.map((answered) => ({
        position: answered.position,
        score: Math.max(0, answered.yes - answered.no),
        barred: isAccepted(answered) ? null : 'rejected',
      })),
    ),
    { ...options, atMisfit: 'skip', left: budget, namings: sumSupport(election).namings },
  );
  return {
    method: 'yes-no',
    ...describeCounted(election, { ...options, fundUnsupported: false }, left),
    winners,
    answers: ranking.flat().map(({ position, yes, no }) => ({
      project: projects[position]!.id,
      yes,
      no,
      abstained: ballots.count - yes - no,
    })),
    turns,
    ties,
  };
}
