import type { Election } from './election.ts';
import { rankByMerit } from './merit.ts';
import type { BrokenTie, TallyOptions } from './result.ts';
import { completeTieBreak } from './tie-break.ts';
import { listCriteria } from './walk.ts';

interface PartFunded {
  readonly part: { readonly project: string; readonly amount: bigint } | null;
  readonly ties: readonly BrokenTie[];
}

/**
 * Poznań's rule: the best project that did not win gets all that is left where that covers so many
 * percent of its cost. Only the first one is asked, and only a project that could have won: `out` holds
 * the positions of winners and excluded ones. `left` in cents.
 */
export function fundPart(
  election: Election,
  options: Pick<TallyOptions, 'tieBreak' | 'defaultGrade'>,
  percent: number | null,
  { left, out }: { left: bigint; out: ReadonlySet<number> },
): PartFunded {
  const none = { part: null, ties: [] };
  if (percent === null || left === 0n) return none;
  const { projects, budget } = election;
  const tied = rankByMerit(election, options)
    .map((level) =>
      level.filter(({ position }) => !out.has(position) && projects[position]!.cost <= budget),
    )
    .find((level) => level.length > 0);
  if (!tied) return none;
  const inOrder = tied.map(({ position }) => projects[position]!);
  const reaches = (cost: bigint) => cost > left && left * 100n >= BigInt(percent) * cost;
  const { id, cost } = inOrder[0]!;
  const ties: BrokenTie[] =
    inOrder.length === 1
      ? []
      : [
          {
            score: tied[0]!.score,
            projects: inOrder.map((project) => project.id),
            by: listCriteria(inOrder, completeTieBreak(options.tieBreak)),
            decisive: inOrder.some((project) => reaches(project.cost)),
          },
        ];
  return { part: reaches(cost) ? { project: id, amount: left } : null, ties };
}
