/** The walk down a ranking, with which most rules end: who is funded while the money lasts. */
import type { Contest, Project } from './contest.ts';
import { compareTied, listCriteria } from './tie-break.ts';

/** A project with what it is ranked by. */
export interface Runner {
  readonly project: Project;
  readonly score: number;
  readonly namings: number;
  /** Why it takes no part whatever it costs; null: it may win. */
  readonly barred: 'no-support' | 'rejected' | null;
}

interface Turn {
  project: string;
  score: number;
  namings: number;
  cost: bigint;
  /** Cents, when its turn came. */
  left: bigint;
  decision: string;
}

interface Tie {
  score: number | null;
  projects: string[];
  by: string[];
}

export interface Walk {
  turns: Turn[];
  ties: Tie[];
  winners: string[];
  stoppedAt: string | null;
  left: bigint;
}

/** Best first by `isBetter`; whom it does not part stand together, in the order of the tie-break. */
export function rank<One extends { project: Project }>(
  runners: readonly One[],
  compare: (a: One, b: One) => number,
  tieBreak: readonly string[],
): One[][] {
  const sorted = [...runners].sort(
    (a, b) => compare(a, b) || compareTied(tieBreak, a.project, b.project),
  );
  const levels: One[][] = [];
  for (const runner of sorted) {
    const level = levels.at(-1);
    if (level && compare(level[0]!, runner) === 0) level.push(runner);
    else levels.push([runner]);
  }
  return levels;
}

export function walk(
  { budget }: Pick<Contest, 'budget'>,
  levels: readonly (readonly Runner[])[],
  how: {
    /** Cents. */
    left: bigint;
    /** The first that does not fit ends the count. */
    stops: boolean;
    seats: number | null;
    tieBreak: readonly string[];
  },
): Walk {
  const turns: Turn[] = [];
  const ties: Tie[] = [];
  const winners: string[] = [];
  let { left } = how;
  let stoppedAt: string | null = null;
  const isFull = () => how.seats !== null && winners.length >= how.seats;
  for (const level of levels) {
    const rivals = level.filter(({ project, barred }) => !barred && project.cost <= budget);
    if (rivals.length > 1 && stoppedAt === null && !isFull())
      ties.push(nameTie(rivals, how.tieBreak));
    for (const { project, score, namings, barred } of level) {
      const { key, cost } = project;
      let decision = 'funded';
      if (cost > budget) decision = 'over-budget';
      else if (barred) decision = barred;
      else if (stoppedAt !== null) decision = 'after-stop';
      else if (isFull()) decision = 'seats-taken';
      else if (cost > left) decision = 'does-not-fit';
      turns.push({ project: key, score, namings, cost, left, decision });
      if (decision === 'funded') {
        winners.push(key);
        left -= cost;
      }
      if (decision === 'does-not-fit' && how.stops) stoppedAt = key;
    }
  }
  return { turns, ties, winners, stoppedAt, left };
}

function nameTie(rivals: readonly Runner[], tieBreak: readonly string[]): Tie {
  const projects = rivals.map(({ project }) => project);
  const score = rivals[0]!.score;
  return {
    score: rivals.every((rival) => rival.score === score) ? score : null,
    projects: projects.map(({ key }) => key),
    by: listCriteria(tieBreak, projects),
  };
}
