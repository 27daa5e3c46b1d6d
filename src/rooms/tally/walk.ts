import type { Election, Project } from './election.ts';
import type { BrokenTie, Decision, TallyOptions, Turn } from './result.ts';
import { completeTieBreak, findTieBreaker, type TieBreaker } from './tie-break.ts';

/** What happens at the first project that costs more than what is left. */
export type AtMisfit = 'skip' | 'stop';

/** A project where a ranking puts it. */
export interface Ranked {
  readonly position: number;
  readonly score: number;
  /** Why it takes no part, whatever it costs; null: it may win. */
  readonly barred: 'no-support' | 'rejected' | null;
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

export interface WalkOptions extends Pick<TallyOptions, 'tieBreak' | 'seats'> {
  readonly atMisfit: AtMisfit;
  /** What is left at the start, in cents. */
  readonly left: bigint;
  /** Ballots that name each project, by position. */
  readonly namings: Float64Array;
}

/**
 * Walks down a ranking, best first; projects that are equally good stand together, in the order of the
 * tie-break. Each one is funded if what is left covers its cost; at the first that does not fit the walk
 * goes on (`skip`) or ends (`stop`). Projects that cost more than the whole envelope, or are barred, take
 * no part and stop nothing. Once as many have won as there are seats, nobody else does.
 */
export function walkDown(
  { projects, budget }: Election,
  ranking: readonly (readonly Ranked[])[],
  options: WalkOptions,
): Walk {
  const { atMisfit, namings } = options;
  const tieBreak = completeTieBreak(options.tieBreak);
  const turns: Turn[] = [];
  const winners: string[] = [];
  const ties: BrokenTie[] = [];
  let seats = options.seats ?? Number.POSITIVE_INFINITY;
  let left = options.left;
  let stoppedAt: string | null = null;

  for (const tied of ranking) {
    const runners = tied.filter(
      ({ position, barred }) => !barred && projects[position]!.cost <= budget,
    );
    if (runners.length > 1 && stoppedAt === null && seats > 0) noteTie(runners);
    for (const ranked of tied) {
      const { id, cost } = projects[ranked.position]!;
      const decision = decide(ranked, cost);
      turns.push({
        project: id,
        score: ranked.score,
        namings: namings[ranked.position]!,
        cost,
        left,
        decision,
      });
      if (decision === 'funded') {
        winners.push(id);
        left -= cost;
        seats -= 1;
      }
      if (decision === 'does-not-fit' && atMisfit === 'stop') stoppedAt = id;
    }
  }

  function decide({ barred }: Ranked, cost: bigint): Decision {
    if (cost > budget) return 'over-budget';
    if (barred) return barred;
    if (stoppedAt !== null) return 'after-stop';
    if (seats <= 0) return 'seats-taken';
    return cost <= left ? 'funded' : 'does-not-fit';
  }

  function noteTie(runners: readonly Ranked[]): void {
    const inOrder = runners.map(({ position }) => projects[position]!);
    const [{ score }] = runners as [Ranked, ...Ranked[]];
    ties.push({
      score: runners.every((runner) => runner.score === score) ? score : null,
      projects: inOrder.map(({ id }) => id),
      by: listCriteria(inOrder, tieBreak),
      decisive: isOrderDecisive(
        inOrder.map(({ cost }) => cost),
        { left, seats, atMisfit },
      ),
    });
  }

  return { turns, winners, ties, stoppedAt, left };
}

/** The criteria that set apart neighbours of a list in the order of the tie-break. */
export function listCriteria(
  inOrder: readonly Project[],
  tieBreak: readonly TieBreaker[],
): readonly TieBreaker[] {
  const used = new Set(
    inOrder.slice(1).map((project, before) => findTieBreaker(tieBreak, inOrder[before]!, project)),
  );
  return tieBreak.filter((criterion) => used.has(criterion));
}

/**
 * Whether the order of equally good projects changes who is funded. Not so if all fit together and all
 * have a seat, or none fits alone. A rule that skips is also blind to those that fit in no order.
 */
function isOrderDecisive(
  costs: readonly bigint[],
  { left, seats, atMisfit }: { left: bigint; seats: number; atMisfit: AtMisfit },
): boolean {
  const fitting = costs.filter((cost) => cost <= left);
  const rivals = atMisfit === 'skip' ? fitting : costs;
  if (fitting.length === 0) return false;
  return rivals.length > seats || rivals.reduce((sum, cost) => sum + cost, 0n) > left;
}
