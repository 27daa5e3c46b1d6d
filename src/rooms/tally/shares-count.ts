import { describeCounted } from './counted.ts';
import type { Election } from './election.ts';
import { reduce } from './fraction.ts';
import { walkRanking } from './greedy.ts';
import type { SharesLoss, SharesResult, SharesRound, SharesRule, TallyOptions } from './result.ts';
import { type SharesIncrease, type SharesOutcome, shareEqually } from './shares.ts';
import type { Utility } from './shares-election.ts';
import { sumSupport } from './support.ts';
import { compareTied, completeTieBreak, type TieBreaker } from './tie-break.ts';

export interface SharesWay {
  readonly utility: Utility;
  readonly increase: SharesIncrease;
  /** Whether the rest of the envelope then goes by score. */
  readonly completed: boolean;
}

/**
 * Equal Shares as a result that anyone can follow: every purchase with its price, every loss with what was
 * missing. `watch` is told of each run.
 */
export function countShares(
  election: Election,
  options: TallyOptions<SharesRule>,
  { utility, increase, completed }: SharesWay,
  watch?: () => void,
): SharesResult {
  const { projects, budget, ballots } = election;
  const tieBreak = completeTieBreak(options.tieBreak);
  const outcome = shareEqually(election, { utility, increase, tieBreak }, watch);
  const bought = outcome.winners.reduce((sum, position) => sum + projects[position]!.cost, 0n);
  // Voters only pay for what they support: the policy is of the completion alone.
  const fundUnsupported = completed && options.fundUnsupported;
  const idOf = (position: number) => projects[position]!.id;
  // Where everything fits together, everything that is supported wins (voting-rules 3).
  const walk =
    completed || outcome.stop === 'all-funded'
      ? walkRanking(
          election,
          { tieBreak, fundUnsupported },
          { atMisfit: 'skip', rankBy: 'score' },
          { left: budget - bought, won: new Set(outcome.winners) },
        )
      : null;
  const left = walk?.left ?? budget - bought;
  return {
    method: 'shares',
    ...describeCounted(election, { ...options, fundUnsupported }, left),
    winners: [...outcome.winners.map(idOf), ...(walk?.winners ?? [])],
    firstEndowment: reduce({ n: budget, d: BigInt(Math.max(1, ballots.count)) }),
    endowment: reduce(outcome.endowment),
    runs: outcome.runs,
    stop: outcome.stop,
    free: outcome.free.map(idOf),
    ...traceRun(election, outcome, tieBreak),
    completion: walk && { turns: walk.turns, ties: walk.ties },
  };
}

function traceRun(
  election: Election,
  { free, run }: SharesOutcome,
  tieBreak: readonly TieBreaker[],
): { rounds: SharesRound[]; losses: SharesLoss[] } {
  const { projects, budget } = election;
  const { scores, namings } = sumSupport(election);
  const byTieBreak = (a: number, b: number) => compareTied(tieBreak, projects[a]!, projects[b]!);
  const about = (position: number) => ({
    project: projects[position]!.id,
    cost: projects[position]!.cost,
    score: scores[position]!,
    namings: namings[position]!,
  });
  const rounds = run.purchases.map(({ project, price, payers, exhausted, tied }) => ({
    ...about(project),
    price,
    payers,
    exhausted,
    tied: tied.filter((other) => other !== project).map((other) => projects[other]!.id),
  }));
  const tookPart = new Set([
    ...free,
    ...run.purchases.map(({ project }) => project),
    ...run.droppings.map(({ project }) => project),
  ]);
  const apart = projects
    .map((_, position) => position)
    .filter((position) => !tookPart.has(position))
    .sort(byTieBreak)
    .map(
      (position): SharesLoss => ({
        ...about(position),
        loss: projects[position]!.cost > budget ? 'over-budget' : 'no-support',
        afterRounds: null,
        money: null,
      }),
    );
  const inTurn = [...run.droppings].sort(
    (a, b) => a.round - b.round || byTieBreak(a.project, b.project),
  );
  const dropped = inTurn.map(
    ({ project, round, money }): SharesLoss => ({
      ...about(project),
      loss: 'not-affordable',
      afterRounds: round,
      money,
    }),
  );
  return { rounds, losses: [...dropped, ...apart] };
}
