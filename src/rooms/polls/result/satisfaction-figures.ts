/** How many voters are behind a winner, told only of groups in which nobody can be recognised. */

import { SMALLEST_SHOWN } from '../recount/small-cells.ts';
import type { EnvelopeResult } from './result.ts';

interface ShareFigures {
  ballots: number;
  /** Between 0 and 1; null: too few ballots to tell. */
  share: number | null;
}

export interface SatisfactionFigures extends ShareFigures {
  zones: readonly (ShareFigures & { zone: string })[];
}

/** null where it was not counted (polls of before), and where nobody won. */
export function describeSatisfaction({
  satisfaction: { zones, ...all },
  winners,
}: Pick<EnvelopeResult, 'satisfaction' | 'winners'>): SatisfactionFigures | null {
  if (all.ballots === 0 || winners.length === 0) return null;
  return {
    ...describeShare(all),
    zones: zones.map(({ zone, ...one }) => ({ zone, ...describeShare(one) })),
  };
}

function describeShare({
  ballots,
  satisfied,
}: {
  ballots: number;
  satisfied: number;
}): ShareFigures {
  return { ballots, share: ballots < SMALLEST_SHOWN ? null : satisfied / ballots };
}
