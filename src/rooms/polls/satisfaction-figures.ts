/** How many voters are behind a winner, told only of groups in which nobody can be recognised. */
import type { EnvelopeResult } from './result.ts';

/** Ballots under which a group's share is not told. */
export const SMALLEST_GROUP = 10;

export interface ShareFigures {
  ballots: number;
  /** Between 0 and 1; null: too few ballots to tell. */
  share: number | null;
}

export interface SatisfactionFigures extends ShareFigures {
  zones: readonly (ShareFigures & { zone: string })[];
}

/** null where it was not counted (polls of before). */
export function describeSatisfaction({
  satisfaction: { zones, ...all },
}: Pick<EnvelopeResult, 'satisfaction'>): SatisfactionFigures | null {
  if (all.ballots === 0) return null;
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
  return { ballots, share: ballots < SMALLEST_GROUP ? null : satisfied / ballots };
}
