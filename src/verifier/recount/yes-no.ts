/** Yes or no to each: whatever has not more yes than no is rejected, the widest majority is funded first. */
import { type Contest, countKnown, countNoes, type Project } from './contest.ts';
import { rank, type Walk, walk } from './walk.ts';

export interface Answered {
  project: Project;
  yes: number;
  no: number;
}

/** Best first: by yes less no, then by yes. */
export function rankAnswers(contest: Contest, tieBreak: readonly string[]): Answered[][] {
  const noes = countNoes(contest);
  const answered = contest.projects.map((project) => ({
    project,
    yes: contest.piles.reduce(
      (sum, { marks, times }) => sum + (marks.get(project.key) === 1 ? times : 0),
      countKnown(contest, project.key, 1),
    ),
    no: noes.get(project.key)!,
  }));
  const ahead = ({ yes, no }: Answered) => yes - no;
  return rank(answered, (a, b) => ahead(b) - ahead(a) || b.yes - a.yes, tieBreak);
}

export function countYesNo(
  contest: Contest,
  { tieBreak, seats }: { tieBreak: readonly string[]; seats: number | null },
): Walk & { answers: { project: string; yes: number; no: number }[] } {
  const levels = rankAnswers(contest, tieBreak);
  const walked = walk(
    contest,
    levels.map((level) =>
      level.map(({ project, yes, no }) => ({
        project,
        score: Math.max(0, yes - no),
        namings: yes,
        barred: yes > no ? null : ('rejected' as const),
      })),
    ),
    { left: contest.budget, stops: false, seats, tieBreak },
  );
  const answers = levels.flat().map(({ project, yes, no }) => ({ project: project.key, yes, no }));
  return { ...walked, answers };
}
