import fc from 'fast-check';
import type { BallotKind, RuleName } from '../../src/rooms/tally/index.ts';
import type { WrittenPoll } from './results.ts';

const MOST_OPTIONS = 7;

/** Costs in cents, some of them nothing, some more than the envelope. */
const costs = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 900 }).map((euros) => euros * 100) },
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 99_999 }) },
  ),
  { minLength: 1, maxLength: MOST_OPTIONS },
);

function choicesOf(
  kind: BallotKind,
  keys: string[],
): fc.Arbitrary<WrittenPoll['ballots'][number][1]> {
  const some = fc.shuffledSubarray(keys);
  const sorted = some.map((chosen) => chosen.toSorted());
  const pointed = (least: number, most: number) =>
    sorted.chain((chosen) =>
      fc.tuple(
        ...chosen.map((key) => fc.tuple(fc.constant(key), fc.integer({ min: least, max: most }))),
      ),
    );
  switch (kind) {
    case 'ordinal':
      return some;
    case 'cumulative':
    case 'scoring':
      return pointed(1, 5);
    case 'judgment':
      return pointed(0, 3);
    case 'yes-no':
      return pointed(0, 1);
    case 'choose-one':
      return sorted.map((chosen) => chosen.slice(0, 1));
    case 'approval':
      return sorted;
  }
}

export const MENTIONS = ['Très bien', 'Bien', 'Passable', 'Non'];

/** Small polls of one rule and kind, in every shape that a town could give them. */
export function writtenPolls(rule: RuleName, kind: BallotKind): fc.Arbitrary<WrittenPoll> {
  return costs.chain((options) => {
    const keys = options.map((_, at) => `${at + 1}`);
    return fc.record({
      rule: fc.constant(rule),
      kind: fc.constant(kind),
      options: fc.constant(options),
      envelope: fc.integer({ min: 0, max: 2000 }).map((euros) => euros * 100),
      ballots: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), choicesOf(kind, keys)), {
        maxLength: 12,
      }),
      settings: fc.constant({
        ...(kind === 'judgment' && { mentions: MENTIONS }),
        ...(rule === 'stv' && { seats: Math.min(2, keys.length) }),
      }),
    });
  });
}

/** Every ballot of a written poll, one by one. */
export function unfold(written: WrittenPoll) {
  return written.ballots.flatMap(([times, choices]) =>
    Array.from({ length: times }, () => choices as readonly (string | readonly [string, number])[]),
  );
}

export const keyOf = (choice: string | readonly [string, number]) =>
  typeof choice === 'string' ? choice : choice[0];
