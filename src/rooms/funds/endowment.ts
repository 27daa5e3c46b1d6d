/** Money that a movement gives to a fund of its own, and takes back (R1); how much of it is used (R26). */

/** Where the money of a fund is: cents. */
export interface FundUse {
  endowed: number;
  remaining: number;
}

/** Percent used at which the office and the treasury are told. */
const ALERT_LEVELS = [80, 100] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

/** Levels that are reached: what is promised, owed or paid is used. A fund without money alerts nobody. */
export const reachedLevels = ({ endowed, remaining }: FundUse): AlertLevel[] =>
  endowed <= 0
    ? []
    : ALERT_LEVELS.filter((level) => (endowed - remaining) * 100 >= level * endowed);

/** Cents: one act at most. */
const GREATEST_ENDOWMENT = 10_000_000_000;

export type EndowmentRefusal =
  | 'amount-out-of-bounds'
  | 'words-missing'
  | 'words-too-long'
  | 'not-a-day'
  | 'day-to-come';

/** What is wrong with an endowment, or with what is taken back, by its field. */
export function checkEndowment(
  asked: { amount: number; words: string; day: string | null },
  /** `YYYY-MM-DD` */
  today: string,
  longest: number,
): Partial<Record<'amount' | 'words' | 'day', EndowmentRefusal>> {
  const refusals: Partial<Record<'amount' | 'words' | 'day', EndowmentRefusal>> = {};
  if (asked.amount < 1 || asked.amount > GREATEST_ENDOWMENT)
    refusals.amount = 'amount-out-of-bounds';
  if (asked.words === '') refusals.words = 'words-missing';
  else if ([...asked.words].length > longest) refusals.words = 'words-too-long';
  if (asked.day === null) refusals.day = 'not-a-day';
  else if (asked.day > today) refusals.day = 'day-to-come';
  return refusals;
}
