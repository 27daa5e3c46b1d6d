/** How many groups must commit before an action is fundable, and how that follows what remains (R17, R18). */

export const BOUNDS = { least: 1, most: 1000 } as const;
export const USUAL_THRESHOLD = 5;

/** Below such a share of what was given, such a threshold is suggested. Nothing ever applies it. */
export interface ThresholdStep {
  /** Percent of the fund that remains. */
  below: number;
  threshold: number;
}

/** Requirements, R18. */
export const USUAL_STEPS: readonly ThresholdStep[] = [
  { below: 50, threshold: 8 },
  { below: 20, threshold: 12 },
];
/** Rows of the form. */
export const MOST_STEPS = 4;

export interface ThresholdChange {
  id: string;
  before: number;
  after: number;
  reason: string;
  /** Cents, at that moment. */
  remaining: number;
  endowed: number;
  changedBy: string;
  changedAt: Date;
}

export type StepRefusal = 'step-incomplete' | 'step-out-of-bounds' | 'step-twice';

/** What is wrong with the steps, by their row. */
export function checkSteps(
  steps: readonly (Partial<Record<keyof ThresholdStep, number | null>> | null)[],
): Map<number, StepRefusal> {
  const refusals = new Map<number, StepRefusal>();
  const seen = new Set<number>();
  for (const [row, step] of steps.entries()) {
    if (!step) continue;
    const { below = null, threshold = null } = step;
    if (below === null || threshold === null) refusals.set(row, 'step-incomplete');
    else if (!isBetween(below, 1, 100) || !isBetween(threshold, BOUNDS.least, BOUNDS.most))
      refusals.set(row, 'step-out-of-bounds');
    else if (seen.has(below)) refusals.set(row, 'step-twice');
    else seen.add(below);
  }
  return refusals;
}

const isBetween = (number: number, least: number, most: number) =>
  Number.isInteger(number) && number >= least && number <= most;

/**
 * What is suggested for what remains: the lowest step that it is below, else the threshold that the fund began with.
 * Exactly 50 % remaining is not below 50.
 */
export function suggestThreshold(
  steps: readonly ThresholdStep[],
  usual: number,
  { remaining, endowed }: { remaining: number; endowed: number },
): number {
  if (endowed <= 0) return usual;
  const reached = steps
    .filter(({ below }) => remaining * 100 < below * endowed)
    .toSorted((one, other) => one.below - other.below)[0];
  return reached?.threshold ?? usual;
}

/** The threshold that a fund began with. `changes`: the newest first. */
export const firstThreshold = (
  current: number,
  changes: readonly Pick<ThresholdChange, 'before'>[],
): number => changes.at(-1)?.before ?? current;

export type ThresholdRefusal =
  | 'threshold-out-of-bounds'
  | 'threshold-unchanged'
  | 'reason-missing'
  | 'reason-too-long';

/** What is wrong with a change, by its field. */
export function checkThreshold(
  current: number,
  { threshold, reason }: { threshold: number | null; reason: string },
  longest: number,
): Partial<Record<'threshold' | 'reason', ThresholdRefusal>> {
  const refusals: Partial<Record<'threshold' | 'reason', ThresholdRefusal>> = {};
  if (threshold === null || !isBetween(threshold, BOUNDS.least, BOUNDS.most))
    refusals.threshold = 'threshold-out-of-bounds';
  else if (threshold === current) refusals.threshold = 'threshold-unchanged';
  if (reason === '') refusals.reason = 'reason-missing';
  else if ([...reason].length > longest) refusals.reason = 'reason-too-long';
  return refusals;
}
