/** Who came by which channel, at which point of vote, and how many ballots that made (R53, R57). */
import { suppressSmallCells } from '../recount/small-cells.ts';

const CHANNELS = ['online', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the roll and the box hold of one channel, at one point of vote. */
export interface PointCount {
  channel: Channel;
  /** The id of a point of vote; null where the channel has none. */
  point: string | null;
  /** Signed on the roll (émargements). */
  voters: number;
  ballots: number;
}

/** One line of the minutes. */
export interface TurnoutLine {
  channel: Channel;
  /** Its name; null where the channel has none. */
  point: string | null;
  /** null, both together: too few to be told. */
  voters: number | null;
  ballots: number | null;
}

/**
 * First each channel without a point (or whose point was removed since), then every point in the order given, where
 * nobody came too. Small counts are for the office: the public could recognise people in them.
 */
export function listTurnout(
  counts: readonly PointCount[],
  points: readonly { id: string; name: string }[],
  audience: 'office' | 'public',
): TurnoutLine[] {
  const came = counts.filter(({ voters, ballots }) => voters > 0 || ballots > 0);
  const known = new Set(points.map(({ id }) => id));
  const elsewhere = came.filter(({ point }) => point === null || !known.has(point));
  const lines: TurnoutLine[] = [
    ...CHANNELS.flatMap((channel) => addUp(channel, elsewhere)),
    ...points.flatMap(({ id, name }) => {
      const here = came.filter(({ point }) => point === id);
      const none: PointCount = { channel: 'paper', point: id, voters: 0, ballots: 0 };
      return (here.length > 0 ? here : [none]).map((count) => ({ ...count, point: name }));
    }),
  ];
  if (audience === 'office') return lines;
  const shown = suppressSmallCells(lines.map(smallest));
  return lines.map((line, at) =>
    shown[at] === null ? { ...line, voters: null, ballots: null } : line,
  );
}

function addUp(channel: Channel, counts: readonly PointCount[]): TurnoutLine[] {
  const own = counts.filter((count) => count.channel === channel);
  if (own.length === 0) return [];
  const sum = (figure: 'voters' | 'ballots') => own.reduce((all, one) => all + one[figure], 0);
  return [{ channel, point: null, voters: sum('voters'), ballots: sum('ballots') }];
}

/** Of the two figures of a line, the one that could tell: nobody at all tells about nobody. */
function smallest({ voters, ballots }: TurnoutLine): number {
  const some = [voters, ballots].filter((count): count is number => count !== null && count > 0);
  return some.length > 0 ? Math.min(...some) : 0;
}
