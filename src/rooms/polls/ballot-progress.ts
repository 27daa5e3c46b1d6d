/**
 * How far a ballot in the making is: for each limit that it has, what is still missing, allowed or too
 * much. It says the same as `checkBallot`, before the ballot is cast. Amounts in cents.
 */
import type { Entry } from './ballot.ts';
import type { BallotFrame, FrameOption } from './ballot-frame.ts';

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
  return listLimits(frame).map((limit) => {
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
  const [first] = frame.envelopes;
  const alone = frame.envelopes.length === 1;
  const all = () => true;
  const whole: Limit = {
    id: 'ballot/choices',
    of: 'choices',
    // a ballot without any choice is none
    minimum: Math.max(1, frame.minimumChoices, alone ? first!.minimumChoices : 0),
    maximum: tightest(
      frame,
      all,
      Math.min(frame.maximumChoices, alone ? first!.maximumChoices : Infinity),
    ),
    needed: true,
    holds: all,
  };
  const envelopes = frame.envelopes.flatMap((envelope) => listEnvelopeLimits(frame, envelope));
  const groups = frame.groups.map(
    ({ by, name, minimum, maximum }, at): Limit => ({
      id: `group-${at}/choices`,
      of: 'choices',
      minimum,
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

/** The one figure at the foot of the screen: the sum of the points where one is shared, the choices otherwise. */
export function mainMeasure(frame: BallotFrame): string {
  const [first] = frame.envelopes;
  const shares = frame.screen === 'points' && frame.envelopes.length === 1;
  return shares && first!.limits.maxSumPoints !== undefined
    ? `${first!.key}/points`
    : 'ballot/choices';
}
