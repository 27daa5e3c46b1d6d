/** Votes by channel: how many people, how many ballots, and who stands behind each option (R54, R57). */
import type { Choices } from '../ballot/ballot.ts';
import type { Poll } from '../poll.ts';
import { suppressSmallCells } from '../recount/small-cells.ts';
import type { PointTotals, TotalsLine } from './totals.ts';

export type VoteChannel = 'online' | 'kiosk' | 'paper' | 'totals';

export interface ChannelFigures {
  channel: VoteChannel;
  /** null: no point, or one that is no longer in the list. */
  pointId: string | null;
  point: string | null;
  /** On the roll; of `totals`, 0: their voters are among those of the paper of their point. */
  voters: number;
  /** In the box; of `totals`, in no box. */
  ballots: number;
  /** Set apart at the counting of the paper: neither is in the box. */
  blank: number;
  void: number;
}

export interface ChannelBallots {
  channel: 'online' | 'paper';
  choices: Choices;
  times: number;
}

export interface ChannelVotes {
  key: string;
  label: string;
  /** Ballots in favour; null: too few to be told, or told by the other. */
  online: number | null;
  paper: number | null;
  totals: number | null;
}

/**
 * For each option how many ballots of each channel are in favour of it: name it, rank it, give it points, a
 * grade of the upper half, or a yes. Small cells are not told: their sum is public.
 */
export function listChannelVotes(
  poll: Pick<Poll, 'kind' | 'options' | 'settings'>,
  ballots: readonly ChannelBallots[],
  totals: readonly PointTotals[] = [],
): ChannelVotes[] {
  const least = leastInFavour(poll);
  const sums = { online: new Map<string, number>(), paper: new Map<string, number>() };
  for (const { channel, choices, times } of ballots)
    for (const choice of choices) {
      const [key, points] = typeof choice === 'string' ? [choice, least] : choice;
      if (points >= least) sums[channel].set(key, (sums[channel].get(key) ?? 0) + times);
    }
  return poll.options.map(({ key, label }) => {
    const known = totals
      .flatMap(({ lines }) => lines.filter((line) => line.key === key))
      .reduce((sum, line) => sum + favourOf(line, least), 0);
    const counts = [sums.online.get(key) ?? 0, sums.paper.get(key) ?? 0, known];
    const [online = null, paper = null, given = null] = suppressSmallCells(counts);
    return { key, label, online, paper, totals: given };
  });
}

function favourOf(line: TotalsLine, least: number): number {
  if ('namings' in line) return line.namings;
  return line.answers.slice(least).reduce((sum, count) => sum + count, 0);
}

function leastInFavour({ kind, settings }: Pick<Poll, 'kind' | 'settings'>): number {
  return kind === 'judgment' ? Math.ceil(settings.mentions.length / 2) : 1;
}
