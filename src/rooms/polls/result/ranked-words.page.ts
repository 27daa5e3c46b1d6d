/** What the rules for ranked ballots say of a candidate: its duels, or its votes round by round. */
import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import type { DuelFigures } from './duel-figures.ts';
import type { Reading } from './result-reading.page.ts';
import type { SeatFigures } from './seat-figures.ts';

export function sayDuels({ winner, losses, draws }: DuelFigures, { about }: Reading): string {
  if (!winner)
    return losses === 0 && draws === 0
      ? m.results_why_duel_winner_all()
      : m.results_why_duel_winner();
  const { above, below, strength, back, path } = winner;
  const said = {
    winner: about(winner.project),
    above: formatNumber(above),
    below: formatNumber(below),
  };
  if (strength === back) return m.results_why_duel_even(said);
  if (below > above) return m.results_why_duel_lost(said);
  return m.results_why_duel_path({
    ...said,
    strength: formatNumber(strength),
    back: formatNumber(back),
    path: path
      .map(({ from, to, votes }) =>
        m.results_path_step({ from: about(from), to: about(to), votes: formatNumber(votes) }),
      )
      .join(m.results_path_then()),
  });
}

const seatWords: Record<
  SeatFigures['standing'],
  (said: { round: number; votes: string; quota: string }) => string
> = {
  elected: m.results_why_seat_elected,
  'elected-last': m.results_why_seat_last,
  excluded: m.results_why_seat_excluded,
  'runner-up': m.results_why_seat_runner,
};

export function saySeat({ standing, round, votes, quota }: SeatFigures): string {
  return seatWords[standing]({ round, votes: formatNumber(votes), quota: formatNumber(quota) });
}
