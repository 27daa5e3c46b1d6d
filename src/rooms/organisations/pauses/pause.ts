/**
 * Pre-electoral period: from the first day of the sixth month before the month of a general election, no advertising
 * campaign may promote what a local authority has achieved or how it is run (electoral code, article L52-1, second
 * paragraph). Informing residents goes on; what only puts forward is switched off. Days are `YYYY-MM-DD` in Paris.
 */

export interface PromotionPause {
  id: string;
  startsOn: string;
  /** Included. */
  endsOn: string;
  /** Why, as residents read it: « Élections municipales de mars 2026 ». */
  reason: string;
  /** null: in force. */
  liftedAt: Date | null;
}

/** The period that a day falls in; of several, the one that lasts longest. */
export function findPause(pauses: readonly PromotionPause[], today: string): PromotionPause | null {
  const [found] = pauses
    .filter(({ startsOn, endsOn, liftedAt }) => !liftedAt && startsOn <= today && today <= endsOn)
    .sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1));
  return found ?? null;
}

/** Whether what promotes is off on a day. */
export const isPromotionOff = (pauses: readonly PromotionPause[], today: string): boolean =>
  findPause(pauses, today) !== null;

/** The day from which article L52-1 holds, of an election's (first) day: 2026-03-15 → 2025-09-01. */
export function firstDayBefore(electionDay: string): string {
  const [year = 0, month = 0] = electionDay.split('-').map(Number);
  const months = year * 12 + (month - 1) - 6;
  const first = (months % 12) + 1;
  return `${Math.floor(months / 12)}-${String(first).padStart(2, '0')}-01`;
}

export interface TypedPause {
  /** null: not a day; '' : left out, to be found from the last day. */
  startsOn: string | null;
  endsOn: string | null;
  reason: string;
}

export type PauseField = keyof TypedPause;
export type PauseRefusal =
  | 'not-a-day'
  | 'ends-before-start'
  | 'too-far-apart'
  | 'over-already'
  | 'reason-missing'
  | 'reason-too-long';

const REASON_LENGTH = 200;
/** Days: six months before, the month itself, and a second round. */
const LONGEST = 366;

/** What does not hold, by field; nothing when the period can be kept as it is. */
export function checkPause(
  { startsOn, endsOn, reason }: TypedPause,
  today: string,
): Partial<Record<PauseField, PauseRefusal>> {
  const refusals: Partial<Record<PauseField, PauseRefusal>> = {};
  if (startsOn === null) refusals.startsOn = 'not-a-day';
  if (!endsOn) refusals.endsOn = 'not-a-day';
  else if (endsOn < today) refusals.endsOn = 'over-already';
  else if (startsOn) {
    if (endsOn < startsOn) refusals.endsOn = 'ends-before-start';
    else if (Date.parse(endsOn) - Date.parse(startsOn) > LONGEST * 86_400_000)
      refusals.endsOn = 'too-far-apart';
  }
  if (reason === '') refusals.reason = 'reason-missing';
  else if ([...reason].length > REASON_LENGTH || reason.includes('\n'))
    refusals.reason = 'reason-too-long';
  return refusals;
}
