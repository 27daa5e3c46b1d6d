/** How a result is cut into screenfuls for a wall: pure, envelope by envelope, in the order of selection. */
import type { EnvelopeResult } from './result.ts';

/** Lines that are still read at ten metres, under a heading. */
const MOST = 5;

export interface WallWinners {
  /** Key of the envelope. */
  envelope: string;
  winners: readonly string[];
  /** Place of the first of them among all winners of the envelope, from 1. */
  from: number;
  /** null: all of the envelope stands on this screen. */
  part: { at: number; of: number } | null;
}

/** An envelope without winners has no screen; those of one are shared out evenly, so that none is left alone. */
export function listScreens(
  envelopes: readonly Pick<EnvelopeResult, 'key' | 'winners'>[],
): WallWinners[] {
  return envelopes.flatMap(({ key, winners }) => {
    const of = Math.ceil(winners.length / MOST);
    const each = Math.ceil(winners.length / Math.max(of, 1));
    return Array.from({ length: of }, (_, at) => ({
      envelope: key,
      winners: winners.slice(at * each, (at + 1) * each),
      from: at * each + 1,
      part: of > 1 ? { at: at + 1, of } : null,
    }));
  });
}
