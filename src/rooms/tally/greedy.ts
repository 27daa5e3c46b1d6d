import type { Election } from './election.ts';
import { type Candidate, type RankBy, rankProjects } from './ranking.ts';
import type {
  BrokenTie,
  Decision,
  GreedyResult,
  GreedyRule,
  TallyOptions,
  Turn,
} from './result.ts';
import { sumSupport } from './support.ts';
import { completeTieBreak, findTieBreaker, type TieBreaker } from './tie-break.ts';

/** What happens at the first project that costs more than what is left. */
export type AtMisfit = 'skip' | 'stop';

export interface GreedyWay {
  readonly atMisfit: AtMisfit;
  readonly rankBy: RankBy;
}

/** What an earlier part of a count has done: cents that it left, and positions of its winners. */
export interface Before {
  readonly left: bigint;
  readonly won: ReadonlySet<number>;
}

/** What a walk down a ranking did. */
export interface Walk {
  /** Every project that was not won before, in counting order. */
  readonly turns: readonly Turn[];
  readonly winners: readonly string[];
  readonly ties: readonly BrokenTie[];
  readonly stoppedAt: string | null;
  readonly left: bigint;
}

/** The municipal rules: one walk down the ranking, with the whole envelope. (R58; voting-rules 0 to 2) */
export function countGreedy(
  election: Election,
  options: TallyOptions<GreedyRule>,
  way: GreedyWay,
): GreedyResult {
  const { budget, ballots, kind } = election;
  const { left, ...walk } = walkRanking(election, options, way, { left: budget, won: new Set() });
  return {
    method: 'greedy',
    rule: options.rule,
    tieBreak: completeTieBreak(options.tieBreak),
    fundUnsupported: options.fundUnsupported,
    kind,
    ballots: ballots.count,
    blank: ballots.blank,
    budget,
    cost: budget - left,
    left,
    ...walk,
  };
}

/**
 * Projects in the order of the ranking, best first; each one is funded if what is left covers its cost.
 * At the first that does not fit the count goes on (`skip`) or ends (`stop`). Projects that cost more than
 * the whole envelope, or have no support, take no part and stop nothing.
 */
export function walkRanking(
  election: Election,
  options: Pick<TallyOptions, 'tieBreak' | 'fundUnsupported'>,
  { atMisfit, rankBy }: GreedyWay,
  before: Before,
): Walk {
  const { projects, budget } = election;
  const tieBreak = completeTieBreak(options.tieBreak);
  const { scores, namings } = sumSupport(election);
  const ranking = rankProjects(election, scores, tieBreak, rankBy, before.won);

  const turns: Turn[] = [];
  const winners: string[] = [];
  const ties: BrokenTie[] = [];
  let left = before.left;
  let stoppedAt: string | null = null;

  for (const tied of ranking) {
    const runners = tied.filter(({ position, score }) => {
      return takesPart(projects[position]!.cost, score);
    });
    if (runners.length > 1 && stoppedAt === null)
      ties.push(describeTie(election, runners, tieBreak, left, atMisfit));
    for (const { position, score } of tied) {
      const { id, cost } = projects[position]!;
      const decision = decide(cost, score);
      turns.push({ project: id, score, namings: namings[position]!, cost, left, decision });
      if (decision === 'funded') {
        winners.push(id);
        left -= cost;
      }
      if (decision === 'does-not-fit' && atMisfit === 'stop') stoppedAt = id;
    }
  }

  function takesPart(cost: bigint, score: number): boolean {
    return cost <= budget && (score > 0 || options.fundUnsupported);
  }

  function decide(cost: bigint, score: number): Decision {
    if (cost > budget) return 'over-budget';
    if (!takesPart(cost, score)) return 'no-support';
    if (stoppedAt !== null) return 'after-stop';
    return cost <= left ? 'funded' : 'does-not-fit';
  }

  return { turns, winners, ties, stoppedAt, left };
}

function describeTie(
  { projects }: Election,
  tied: readonly Candidate[],
  tieBreak: readonly TieBreaker[],
  left: bigint,
  atMisfit: AtMisfit,
): BrokenTie {
  const inOrder = tied.map(({ position }) => projects[position]!);
  const used = new Set(
    inOrder.slice(1).map((project, before) => findTieBreaker(tieBreak, inOrder[before]!, project)),
  );
  return {
    score: tied.every(({ score }) => score === tied[0]!.score) ? tied[0]!.score : null,
    projects: inOrder.map(({ id }) => id),
    by: tieBreak.filter((criterion) => used.has(criterion)),
    decisive: isOrderDecisive(
      inOrder.map(({ cost }) => cost),
      left,
      atMisfit,
    ),
  };
}

/**
 * Whether the order of equally scored projects changes who is funded. Not so if all fit together or
 * none fits alone. A rule that skips is also blind to those that fit in no order.
 */
function isOrderDecisive(costs: readonly bigint[], left: bigint, atMisfit: AtMisfit): boolean {
  const fitting = costs.filter((cost) => cost <= left);
  const rivals = atMisfit === 'skip' ? fitting : costs;
  return fitting.length > 0 && rivals.reduce((sum, cost) => sum + cost, 0n) > left;
}
