/**
 * How far a ballot in the making is: for each limit that it has, what is still missing, allowed or too
 * much. It says the same as `checkBallot`, before the ballot is cast. Amounts in cents.
 */

import type { BallotFrame, FrameOption } from './ballot-frame.ts';
import type { Entry } from './entry.ts';

/** `free`: no limit that matters now. */
export type MeasureState = 'over' | 'missing' | 'left' | 'full' | 'free';

export interface Measure {
  /** `ballot/choices`, `A/cost`, `group-0/choices`: where, and of what. */
  id: string;
  value: number;
  state: MeasureState;
  /** What is too much, missing or left; 0 when there is nothing to say. */
  gap: number;
}

interface Limit {
  id: string;
  minimum: number;
  maximum: number | null;
  /** Whether too little matters while nothing is chosen there. */
  needed: boolean;
  of: 'choices' | 'cost' | 'points';
  holds: (option: FrameOption) => boolean;
}

/** Every limit of a ballot, in the order in which they are said. */
export function measureBallot(frame: BallotFrame, basket: readonly Entry[]): Measure[] {
  const byKey = new Map(frame.options.map((option) => [option.key, option]));
  const chosen = basket.flatMap((entry) => {
    const option = byKey.get(entry.key);
    return option ? [{ option, points: entry.points ?? 0 }] : [];
  });
  const measures = listLimits(frame).map((limit) => {
    const inside = chosen.filter(({ option }) => limit.holds(option));
    const value =
      limit.of === 'choices'
        ? inside.length
        : inside.reduce(
            (sum, one) => sum + (limit.of === 'cost' ? one.option.cost : one.points),
            0,
          );
    return { id: limit.id, value, ...judge(limit, value, inside.length > 0) };
  });
  return frame.topGrade === null ? measures : [...measures, measureRest(frame, chosen.length)];
}

/** What is not judged or not answered: no fault, but something to know. */
function measureRest({ options }: BallotFrame, answered: number): Measure {
  const rest = options.length - answered;
  return { id: 'ballot/rest', value: rest, state: rest > 0 ? 'left' : 'full', gap: rest };
}

function judge({ minimum, maximum, needed }: Limit, value: number, begun: boolean) {
  if (maximum !== null && value > maximum) return { state: 'over', gap: value - maximum } as const;
  if (value < minimum && (needed || begun))
    return { state: 'missing', gap: minimum - value } as const;
  if (maximum === null) return { state: 'free', gap: 0 } as const;
  return value === maximum
    ? ({ state: 'full', gap: 0 } as const)
    : ({ state: 'left', gap: maximum - value } as const);
}

function listLimits(frame: BallotFrame): Limit[] {
  const all = () => true;
  const whole: Limit = {
    id: 'ballot/choices',
    of: 'choices',
    minimum: frame.minimumChoices,
    maximum: tightest(frame, all, frame.maximumChoices),
    needed: true,
    holds: all,
  };
  const envelopes = frame.envelopes.flatMap((envelope) => listEnvelopeLimits(frame, envelope));
  const groups = frame.groups.map(
    ({ by, name, minimum, maximum }, at): Limit => ({
      id: `group-${at}/choices`,
      of: 'choices',
      minimum: minimum ?? 0,
      maximum,
      needed: true,
      holds: (option) => option[by] === name,
    }),
  );
  return [whole, ...envelopes, ...groups];
}

function listEnvelopeLimits(
  frame: BallotFrame,
  { key, oneOf, minimumChoices, maximumChoices, limits }: BallotFrame['envelopes'][number],
): Limit[] {
  const alone = frame.envelopes.length === 1;
  const holds = (option: FrameOption) => option.envelope === key;
  const sum = (of: 'cost' | 'points', minimum = 0, maximum: number | null = null): Limit[] =>
    minimum > 0 || maximum !== null
      ? [{ id: `${key}/${of}`, of, minimum, maximum, needed: alone, holds }]
      : [];
  const choices: Limit = {
    id: `${key}/choices`,
    of: 'choices',
    minimum: minimumChoices,
    maximum: tightest(frame, holds, maximumChoices),
    needed: !oneOf,
    holds,
  };
  return [
    // the only envelope says the same as the whole ballot
    ...(alone ? [] : [choices]),
    ...sum('cost', limits.minSumCost, limits.maxSumCost),
    ...sum('points', limits.minSumPoints, limits.maxSumPoints),
  ];
}

/** As many as there are is no limit to speak of. */
function tightest({ options }: BallotFrame, holds: Limit['holds'], most: number): number | null {
  return most < options.filter(holds).length ? most : null;
}

/** What is wrong first: too much before too little; null when the ballot can be cast. */
export function findTrouble(measures: readonly Measure[]): Measure | null {
  return (
    measures.find(({ state }) => state === 'over') ??
    measures.find(({ state }) => state === 'missing') ??
    null
  );
}

/** What is said at the foot of the screen. */
export interface Summary {
  /** How much there is of what is counted. */
  count: Measure;
  /** What is wrong first; what is left where nothing is. */
  left: Measure;
  gauge: { value: number; total: number } | null;
}

export function summariseBallot(frame: BallotFrame, measures: readonly Measure[]): Summary {
  const [only, ...others] = frame.envelopes;
  const limits = others.length === 0 ? only?.limits : undefined;
  const find = (id: string) => measures.find((one) => one.id === id);
  const choices = find('ballot/choices')!;
  const points = limits?.maxSumPoints === undefined ? undefined : find(`${only!.key}/points`);
  const cost = limits?.maxSumCost === undefined ? undefined : find(`${only!.key}/cost`);
  const count = points ?? choices;
  const left = findTrouble(measures) ?? points ?? cost ?? find('ballot/rest') ?? choices;
  const size = frame.options.length;
  const most = frame.topGrade !== null ? size : frame.maximumChoices;
  const gauge = points
    ? { value: points.value, total: limits!.maxSumPoints! }
    : cost
      ? { value: cost.value, total: limits!.maxSumCost! }
      : most < size || frame.topGrade !== null
        ? { value: choices.value, total: most }
        : null;
  return { count, left, gauge };
}

/** Cents missing for one more option in its envelope; 0 when it fits, or where nothing has to fit. */
export function lackFor(
  frame: BallotFrame,
  basket: readonly Entry[],
  { key, envelope, cost }: FrameOption,
): number {
  const most = frame.envelopes.find((one) => one.key === envelope)?.limits.maxSumCost;
  if (most === undefined || basket.some((entry) => entry.key === key)) return 0;
  const keys = new Set(basket.map((entry) => entry.key));
  const spent = frame.options
    .filter((option) => option.envelope === envelope && keys.has(option.key))
    .reduce((sum, option) => sum + option.cost, 0);
  return Math.max(0, spent + cost - most);
}

/** Places in the ranking of each envelope, by option, from 1. */
export function rankChoices(frame: BallotFrame, basket: readonly Entry[]): Map<string, number> {
  const envelopes = new Map(frame.options.map(({ key, envelope }) => [key, envelope]));
  const ranked = new Map<string, number>();
  const last = new Map<string, number>();
  for (const { key } of basket) {
    const envelope = envelopes.get(key) ?? '';
    const rank = (last.get(envelope) ?? 0) + 1;
    last.set(envelope, rank);
    ranked.set(key, rank);
  }
  return ranked;
}
