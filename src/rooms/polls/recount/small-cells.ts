/** Counts by channel or by district: a small one tells what somebody did (integrity 1.3, rule 7; part 3). */

/** Below this a count is not shown to the public. */
export const SMALLEST_SHOWN = 10;

/** The count as the public may read it; null: too small. Nobody at all tells about nobody. */
export function suppressSmall(count: number): number | null {
  return count > 0 && count < SMALLEST_SHOWN ? null : count;
}

/**
 * The counts of several cells that add up to a total which is public too. Where one alone is too small,
 * the smallest of the others goes with it: otherwise a subtraction would tell it.
 */
export function suppressSmallCells(counts: readonly number[]): (number | null)[] {
  const shown = counts.map(suppressSmall);
  if (shown.filter((count) => count === null).length !== 1) return shown;
  const others = shown.filter((count): count is number => count !== null && count > 0);
  const smallest = shown.indexOf(Math.min(...others));
  return shown.map((count, at) => (at === smallest ? null : count));
}

/**
 * The same where cells are many and may be very small: what is hidden together is itself not small, for two hidden
 * cells that add up to two are one each. Where everything but nothing is hidden, the total is not to be told either.
 */
export function suppressClosely(counts: readonly number[]): (number | null)[] {
  const shown = suppressSmallCells(counts);
  for (;;) {
    const hidden = counts.filter((_, at) => shown[at] === null);
    if (hidden.length === 0) return shown;
    const together = hidden.reduce((sum, count) => sum + count, 0);
    if (hidden.length > 1 && together >= SMALLEST_SHOWN) return shown;
    const others = shown.filter((count): count is number => count !== null && count > 0);
    if (others.length === 0) return shown;
    shown[shown.indexOf(Math.min(...others))] = null;
  }
}
