/** The minutes of a poll (procès-verbal): what was asked, who came, what came out, who answers for it (R57). */
import type { Poll } from '../poll.ts';
import { suppressSmallCells } from '../recount/small-cells.ts';
import type { PollResult } from '../result/result.ts';
import type { Signatory } from './bureau.ts';

/** How many voted by one channel, at one of its points. */
export interface ChannelVoters {
  channel: 'online' | 'paper';
  /** A polling place or desk; null where the channel has none. */
  point: string | null;
  /** null: too few to be told. */
  voters: number | null;
}

export interface Minutes {
  /** `office`: complete, under embargo until the publication; `public`: small counts left out. */
  audience: 'office' | 'public';
  poll: Poll;
  result: PollResult;
  /** SHA-256 of the result as it was written. */
  resultHash: string;
  channels: readonly ChannelVoters[];
  bureau: readonly Signatory[];
  /** Public names of whoever did an act, by id of person. */
  nicknames: ReadonlyMap<string, string>;
}

/** Those by which somebody came. Small counts are for the office: the public could recognise people in them. */
export function listChannels(
  cells: readonly (ChannelVoters & { voters: number })[],
  audience: Minutes['audience'],
): ChannelVoters[] {
  const used = cells.filter(({ voters }) => voters > 0);
  if (audience === 'office') return used;
  const shown = suppressSmallCells(used.map(({ voters }) => voters));
  return used.map((cell, at) => ({ ...cell, voters: shown[at] ?? null }));
}
