import { describeCounted } from './counted.ts';
import type { Election } from './election.ts';
import { type RankBy, rankProjects } from './ranking.ts';
import type { GreedyResult, GreedyRule, TallyOptions } from './result.ts';
import { sumSupport } from './support.ts';
import { completeTieBreak } from './tie-break.ts';
import { type AtMisfit, type Before, type Walk, walkDown } from './walk.ts';

export interface GreedyWay {
  readonly atMisfit: AtMisfit;
  readonly rankBy: RankBy;
}

/** The municipal rules: one walk down the ranking, with the whole envelope. (R58; voting-rules 0 to 2) */
export function countGreedy(
  election: Election,
  options: TallyOptions<GreedyRule>,
  way: GreedyWay,
): GreedyResult {
  const before = { left: election.budget, won: new Set<number>() };
  const { left, ...walk } = walkRanking(election, options, way, before);
  return { method: 'greedy', ...describeCounted(election, options, left), ...walk };
}

/** Walks down the projects by score, or by score per cost; those without support only if the policy says so. */
export function walkRanking(
  election: Election,
  {
    tieBreak,
    fundUnsupported,
    seats,
  }: Pick<TallyOptions, 'tieBreak' | 'fundUnsupported' | 'seats'>,
  { atMisfit, rankBy }: GreedyWay,
  { left, won }: Before,
): Walk {
  const { scores, namings } = sumSupport(election);
  const ranking = rankProjects(election, scores, completeTieBreak(tieBreak), rankBy, won);
  const ranked = ranking.map((tied) =>
    tied.map(({ position, score }) => ({
      position,
      score,
      barred: score > 0 || fundUnsupported ? null : ('no-support' as const),
    })),
  );
  return walkDown(election, ranked, { tieBreak, atMisfit, left, namings, seats });
}
