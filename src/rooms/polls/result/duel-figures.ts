/** What is said of a count by Schulze: who is preferred to whom, and by how many ballots. */
import { listPath, type PathStep } from '../../tally/index.ts';
import type { TallyBy } from './result.ts';

export interface DuelFigures {
  project: string;
  /** From 1; equal where nobody is ahead of the other. */
  rank: number;
  /** Duels that it wins, draws and loses. */
  wins: number;
  draws: number;
  losses: number;
  /** Against the winner: ballots that put it above, and below; null for the winner. */
  winner: {
    project: string;
    above: number;
    below: number;
    /** Strongest chain of duels from the winner to it, and how strong the strongest one back is. */
    path: readonly PathStep[];
    strength: number;
    back: number;
  } | null;
}

/** Best first. */
export function listDuels(tally: TallyBy<'schulze'>): DuelFigures[] {
  const { candidates, preferences, strengths, ranks, winner } = tally;
  const first = winner === null ? -1 : candidates.indexOf(winner);
  return ranks.flatMap((rank, at) =>
    rank.map((project) => {
      const row = candidates.indexOf(project);
      const margins = candidates.flatMap((_, column) =>
        column === row ? [] : [preferences[row]![column]! - preferences[column]![row]!],
      );
      return {
        project,
        rank: 1 + ranks.slice(0, at).flat().length,
        wins: margins.filter((margin) => margin > 0).length,
        draws: margins.filter((margin) => margin === 0).length,
        losses: margins.filter((margin) => margin < 0).length,
        winner:
          winner === null || project === winner
            ? null
            : {
                project: winner,
                above: preferences[row]![first]!,
                below: preferences[first]![row]!,
                path: listPath(tally, winner, project),
                strength: strengths[first]![row]!,
                back: strengths[row]![first]!,
              },
      };
    }),
  );
}
