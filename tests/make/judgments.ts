import fc from 'fast-check';
import type { GradeTally } from '../../src/rooms/tally/judgment.ts';
import { rankJudged } from '../../src/rooms/tally/judgment-ranking.ts';

/**
 * The same rule written a second time, in the plainest way: every judgment stands in a list, the
 * lower middle one is taken out and read, until the list is empty.
 */
export function readOutOneByOne(tally: GradeTally): number[] {
  const remaining = tally.flatMap((count, grade) => Array<number>(count).fill(grade));
  const value: number[] = [];
  while (remaining.length > 0)
    value.push(...remaining.splice(Math.ceil(remaining.length / 2) - 1, 1));
  return value;
}

export function findDifference(a: readonly number[], b: readonly number[]): number {
  return a.findIndex((grade, at) => grade !== b[at]);
}

export function compareLiterally(a: GradeTally, b: GradeTally): number {
  const [one, other] = [readOutOneByOne(a), readOutOneByOne(b)];
  const at = findDifference(one, other);
  return at < 0 ? 0 : other[at]! - one[at]!;
}

/** The rank of each project is one more than the number of better ones. */
export function rankLiterally(tallies: readonly GradeTally[]): number[] {
  return tallies.map(
    (tally) => 1 + tallies.filter((other) => compareLiterally(other, tally) < 0).length,
  );
}

/** The rank of each project, in the order of the projects. */
export function listRanks(tallies: readonly GradeTally[]): number[] {
  const ranks: number[] = [];
  for (const { position, rank } of rankJudged(tallies)) ranks[position] = rank;
  return ranks;
}

function tallyGrades(given: readonly number[], grades: number): number[] {
  const tally = Array<number>(grades).fill(0);
  for (const grade of given) tally[grade]! += 1;
  return tally;
}

/** Few judges and few grades, so that ties and long common beginnings are frequent. */
const scales = fc.record({
  grades: fc.integer({ min: 1, max: 6 }),
  judges: fc.integer({ min: 1, max: 14 }),
});

const someTallies = (grades: number, fewest: number, most: number) =>
  fc.array(
    fc
      .array(fc.nat(grades - 1), { minLength: fewest, maxLength: most })
      .map((given) => tallyGrades(given, grades)),
    { minLength: 1, maxLength: 7 },
  );

/** Every judge judged every project. */
export const fullTallies = scales.chain(({ grades, judges }) =>
  someTallies(grades, judges, judges),
);
/** Each project has its own number of judgments. */
export const unevenTallies = scales.chain(({ grades }) => someTallies(grades, 1, 6));

export function findLeastMultiple(numbers: readonly number[]): number {
  let multiple = 1;
  while (numbers.some((number) => multiple % number !== 0)) multiple += 1;
  return multiple;
}

export function scale(tally: GradeTally, total: number): GradeTally {
  const judgments = tally.reduce((sum, count) => sum + count, 0);
  return tally.map((count) => (count * total) / judgments);
}
