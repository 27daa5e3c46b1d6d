import { compareFractions, greatestDivisor } from './fraction.ts';
import { countGraded, findMajorityGrade, type GradeTally } from './judgment.ts';

/**
 * A stretch of the majority value. The value is the list of grades got by taking the lower middle
 * judgment of a project, removing it, taking the lower middle of the others, and so on. Removing the
 * lower middle of an even number leaves an odd number whose middle is the former upper middle, so
 * the list goes outward from the middle, one judgment below, one above, in turn. Judgments are
 * therefore not taken one by one: a stretch lasts as long as neither grade is used up, and there
 * are at most two stretches for each grade of the scale. Of 0 0 1 2 2 is read: 1, then 0 2, then 0 2.
 */
interface Stretch {
  /** The grade taken below the middle, first of each two. */
  readonly lower: number;
  /** The grade taken above the middle, second of each two. */
  readonly upper: number;
  /** Judgments removed when the stretch is over. A whole number, as large as the tally. */
  readonly until: number;
}

/** The grades of a project in the order in which majority judgment looks at them. */
export interface MajorityValue {
  readonly judgments: number;
  readonly stretches: readonly Stretch[];
}

/** Where the majority values of two projects part. */
export interface Parting {
  /**
   * Judgments removed from each project before, out of `of`. Where two projects do not have the same
   * number of judgments (mode `normalized`), both are scaled to the least common multiple of them.
   */
  readonly removed: bigint;
  readonly of: bigint;
  /** The grade that each project shows there: never the same. */
  readonly grades: readonly [number, number];
}

/**
 * The majority value of a project, whatever the number of judges (voting-rules 5). Below 2^53 judgments every count
 * here is exact: counts are only subtracted from each other, never doubled.
 */
export function findMajorityValue(tally: GradeTally): MajorityValue {
  const judgments = countGraded(tally);
  let sum = 0;
  /** How many judgments are of this grade or worse. */
  const upTo = tally.map((count) => {
    sum += count;
    return sum;
  });
  // Depth, in judgments removed, at which everything of this grade is used up on its side.
  const endBelow = (grade: number) => judgments - (upTo[grade - 1] ?? 0) - (upTo[grade - 1] ?? 0);
  const endAbove = (grade: number) => upTo[grade]! - (judgments - upTo[grade]!);

  const stretches: Stretch[] = [];
  let lower = findMajorityGrade(tally);
  let upper = lower;
  let removed = 0;
  while (removed < judgments) {
    while (endBelow(lower) <= removed) lower -= 1;
    while (endAbove(upper) <= removed) upper += 1;
    removed = Math.min(endBelow(lower), endAbove(upper));
    stretches.push({ lower, upper, until: removed });
  }
  return { judgments, stretches };
}

/**
 * Null where two majority values are the same to the last judgment: a real tie.
 * @throws RangeError where only one of them holds a judgment: such tallies were not completed.
 */
export function findParting(a: MajorityValue, b: MajorityValue): Parting | null {
  if ((a.judgments === 0) !== (b.judgments === 0))
    throw new RangeError('A project that nobody judged cannot be compared with one that was');
  let inA = 0;
  let inB = 0;
  let removed = 0;
  let measure = a.judgments;
  while (inA < a.stretches.length && inB < b.stretches.length) {
    const left = a.stretches[inA]!;
    const right = b.stretches[inB]!;
    if (left.lower !== right.lower)
      return part(a, b, removed, measure, 0n, [left.lower, right.lower]);
    // The first of the two was the same, so one judgment more was removed.
    if (left.upper !== right.upper)
      return part(a, b, removed, measure, 1n, [left.upper, right.upper]);
    const sooner = compareDepths(left.until, a.judgments, right.until, b.judgments);
    if (sooner <= 0) {
      removed = left.until;
      measure = a.judgments;
      inA += 1;
    } else {
      removed = right.until;
      measure = b.judgments;
    }
    if (sooner >= 0) inB += 1;
  }
  return null;
}

/** Negative where `a` ranks before `b`: at the first difference, the better grade. */
export function compareMajorityValues(a: MajorityValue, b: MajorityValue): number {
  const parting = findParting(a, b);
  return parting ? parting.grades[1] - parting.grades[0] : 0;
}

function part(
  a: MajorityValue,
  b: MajorityValue,
  removed: number,
  measure: number,
  more: bigint,
  grades: [number, number],
): Parting {
  const ofA = BigInt(a.judgments);
  const ofB = BigInt(b.judgments);
  const of = (ofA / greatestDivisor(ofA, ofB)) * ofB;
  return { removed: (BigInt(removed) * of) / BigInt(measure) + more, of, grades };
}

/** As shares of their totals. Only unequal totals need products, which numbers would not hold. */
function compareDepths(a: number, ofA: number, b: number, ofB: number): number {
  if (ofA === ofB) return a - b;
  return compareFractions({ n: BigInt(a), d: BigInt(ofA) }, { n: BigInt(b), d: BigInt(ofB) });
}
