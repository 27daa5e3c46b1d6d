/** The municipal rules: down the ranking by score, or by score for each cent. (voting-rules 1, 2, 6, 7) */
import { type Contest, sumSupport } from './contest.ts';
import { type Runner, rank, type Walk, walk } from './walk.ts';

export interface ScoreWay {
  perCost: boolean;
  stops: boolean;
  fundUnsupported: boolean;
  seats: number | null;
  tieBreak: readonly string[];
}

/** `won` took part before and left so much; the rest of the envelope goes by score. */
export function countByScore(
  contest: Contest,
  way: ScoreWay,
  before: { won: ReadonlySet<string>; left: bigint } = { won: new Set(), left: contest.budget },
): Walk {
  const support = sumSupport(contest);
  const runners = contest.projects
    .filter(({ key }) => !before.won.has(key))
    .map((project): Runner => {
      const { score, namings } = support.get(project.key)!;
      const barred = score > 0 || way.fundUnsupported ? null : 'no-support';
      return { project, score, namings, barred };
    });
  const levels = rank(runners, way.perCost ? compareDensity : compareScore, way.tieBreak);
  return walk(contest, levels, { ...way, left: before.left });
}

const compareScore = (a: Runner, b: Runner) => b.score - a.score;

/**
 * Score for each cent, compared by multiplying across. A free project with support is worth more than any
 * that costs something; of two free ones the score decides; without support all are worth nothing.
 */
function compareDensity(a: Runner, b: Runner): number {
  const worth = ({ score, project: { cost } }: Runner) => (score === 0 ? 0 : cost === 0n ? 2 : 1);
  if (worth(a) !== worth(b)) return worth(b) - worth(a);
  if (worth(a) !== 1) return b.score - a.score;
  const difference = BigInt(b.score) * a.project.cost - BigInt(a.score) * b.project.cost;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}
