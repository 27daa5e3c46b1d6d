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
  const hidden = hideSmall(lines);
  return lines.map((line) => (hidden.has(line) ? { ...line, voters: null, ballots: null } : line));
}

/**
 * The sum of all lines is public, and so are those of the channels: each channel hides enough of its own, and
 * where that leaves one line alone hidden, the smallest of the others goes with it.
 */
function hideSmall(lines: readonly TurnoutLine[]): Set<TurnoutLine> {
  const among = (some: readonly TurnoutLine[]) => {
    const shown = suppressSmallCells(some.map(smallest));
    return some.filter((_, at) => shown[at] === null);
  };
  const hidden = CHANNELS.flatMap((channel) =>
    among(lines.filter((line) => line.channel === channel)),
  );
  return new Set(hidden.length === 1 ? among(lines) : hidden);
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
