/** What is said of a count by Phragmén: when a project could be paid. Amounts in cents. */
import type { Fraction } from '../../tally/index.ts';
import { readFraction } from './fractions.ts';
import type { TallyBy } from './result.ts';

export interface MomentFigures {
  project: string;
  cost: number;
  namings: number;
  outcome: 'bought' | 'does-not-fit' | 'tied-with-misfit' | 'after-stop';
  /** What everyone had received since the start when its voters could pay it. */
  time: Fraction;
  /** What was left of the envelope then. */
  left: number;
  missing: number;
  /** Whether the count stopped at it. */
  stopsHere: boolean;
}

/** Projects that took part: those bought in order, then the others. */
export function listMoments({
  purchases,
  losers,
  stoppedAt,
}: TallyBy<'phragmen'>): MomentFigures[] {
  return [
    ...purchases.map(({ project, cost, namings, time, left }) => ({
      ...{ project, cost, namings, left, outcome: 'bought' as const },
      time: readFraction(time),
      missing: 0,
      stopsHere: false,
    })),
    ...losers.flatMap(({ project, cost, namings, loss, time, left }) => {
      if (loss === 'over-budget' || loss === 'no-support' || time === null || left === null)
        return [];
      return [
        {
          ...{ project, cost, namings, left, outcome: loss },
          time: readFraction(time),
          missing: Math.max(0, cost - left),
          stopsHere: stoppedAt.includes(project),
        },
      ];
    }),
  ];
}
