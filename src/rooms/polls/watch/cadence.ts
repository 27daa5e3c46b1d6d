/**
 * At what pace votes came, by channel and point of vote, and what is out of the ordinary in it (integrity part 0,
 * point 12; §2.2). Only sums of hours and minutes: a pace says nothing of anybody.
 */
import type { Span } from '../points/point.ts';

export type Channel = 'online' | 'paper';

/** Votes of one hour. */
export interface HourCount {
  channel: Channel;
  /** The id of a point of vote; null: from afar. */
  pointId: string | null;
  hour: Date;
  votes: number;
  /** null, each: too few votes to be told. Minutes from the first with a vote to the last. */
  minutes: number | null;
  /** Sum of the squares of the votes of each minute. */
  squares: number | null;
  /** Most votes of one minute. */
  busiest: number | null;
}

export type CadenceSignal = { hour: HourCount } & (
  | { kind: 'busy-hour'; usual: number }
  | { kind: 'busy-minute'; usual: number }
  | { kind: 'steady' }
  | { kind: 'outside-hours' }
);

/** Below this, minutes are not looked at and nothing is shown to the public. */
export const FEWEST = 10;
/** Hours with votes that a channel needs before one of them can be unusual. */
const FEWEST_HOURS = 6;
const TIMES_USUAL = 4;
/** Standard deviations of a count of independent arrivals. */
const FAR = 6;

/** Everything out of the ordinary, in order of time. `points`: the hours of each point of vote, by id. */
export function findCadenceSignals(
  hours: readonly HourCount[],
  points: ReadonlyMap<string, readonly Span[]>,
): CadenceSignal[] {
  const usual = new Map<string, number>();
  for (const place of new Set(hours.map(placeOf))) {
    const own = hours.filter((hour) => placeOf(hour) === place).map(({ votes }) => votes);
    if (own.length >= FEWEST_HOURS) usual.set(place, medianOf(own));
  }
  return hours
    .flatMap((hour): CadenceSignal[] => [
      ...findBusyHour(hour, usual.get(placeOf(hour))),
      ...findBusyMinute(hour),
      ...(isSteady(hour) ? [{ kind: 'steady' as const, hour }] : []),
      ...(isOutside(hour, points) ? [{ kind: 'outside-hours' as const, hour }] : []),
    ])
    .sort((one, other) => one.hour.hour.getTime() - other.hour.hour.getTime());
}

export const placeOf = ({ channel, pointId }: Pick<HourCount, 'channel' | 'pointId'>): string =>
  `${channel} ${pointId ?? ''}`;

function findBusyHour(hour: HourCount, usual: number | undefined): CadenceSignal[] {
  if (usual === undefined || hour.votes < FEWEST) return [];
  const isBusy = hour.votes > usual * TIMES_USUAL && hour.votes > usual + FAR * Math.sqrt(usual);
  return isBusy ? [{ kind: 'busy-hour', hour, usual: Math.round(usual) }] : [];
}

/** A minute far above those of its own hour. */
function findBusyMinute(hour: HourCount): CadenceSignal[] {
  const { busiest, votes } = hour;
  if (busiest === null || busiest < FEWEST) return [];
  const usual = (votes - busiest) / 59;
  const isBusy = busiest > usual * TIMES_USUAL && busiest > usual + FAR * Math.sqrt(usual);
  return isBusy ? [{ kind: 'busy-minute', hour, usual: Math.round(usual * 10) / 10 }] : [];
}

/** Votes and minutes that an hour needs for its regularity to mean anything. */
const STEADY_VOTES = 20;
const STEADY_MINUTES = 15;
/** One hour in a thousand of people who do not wait for each other. */
const STEADY_BELOW = -3.09;

/**
 * People come by chance: the votes of the minutes vary as much as they are many (Poisson). Those of a machine, or of
 * one hand at a fixed pace, vary far less: Wrocław's 97 votes. Fisher's index of dispersion, by Wilson and Hilferty.
 */
export function isSteady({ votes, minutes, squares }: HourCount): boolean {
  if (minutes === null || squares === null) return false;
  if (votes < STEADY_VOTES || minutes < STEADY_MINUTES) return false;
  const mean = votes / minutes;
  const freedom = minutes - 1;
  const spread = Math.max(0, squares - votes * mean) / mean;
  const ninth = 2 / (9 * freedom);
  return (Math.cbrt(spread / freedom) - (1 - ninth)) / Math.sqrt(ninth) < STEADY_BELOW;
}

const HOUR = 3_600_000;

function isOutside(
  { pointId, hour }: HourCount,
  points: ReadonlyMap<string, readonly Span[]>,
): boolean {
  const slots = pointId === null ? undefined : points.get(pointId);
  if (!slots) return false;
  const ends = hour.getTime() + HOUR;
  return !slots.some((slot) => slot.opensAt.getTime() < ends && slot.closesAt > hour);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
}

/** Votes of the minutes of one hour as the sum that is kept of them. */
export function foldMinutes(
  minutes: readonly { channel: Channel; pointId: string | null; minute: Date; votes: number }[],
): HourCount[] {
  const hours = new Map<string, (typeof minutes)[number][]>();
  for (const one of minutes) {
    const key = `${placeOf(one)} ${Math.floor(one.minute.getTime() / HOUR)}`;
    hours.set(key, [...(hours.get(key) ?? []), one]);
  }
  return [...hours.values()].map((own) => {
    const { channel, pointId } = own[0]!;
    const times = own.map(({ minute }) => minute.getTime());
    const votes = own.reduce((sum, one) => sum + one.votes, 0);
    const few = votes < FEWEST;
    return {
      channel,
      pointId,
      hour: new Date(Math.floor(times[0]! / HOUR) * HOUR),
      votes,
      minutes: few ? null : (Math.max(...times) - Math.min(...times)) / 60_000 + 1,
      squares: few ? null : own.reduce((sum, one) => sum + one.votes ** 2, 0),
      busiest: few ? null : Math.max(...own.map((one) => one.votes)),
    };
  });
}
