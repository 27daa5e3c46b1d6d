/** Who studies an idea, until when: where it stands between departments, and which days can be asked for (R36, R43). */
import { addDays, dayInParis, daysBetween, type Edition, findPhase } from '../../spaces/index.ts';

/**
 * Where an idea stands, each in one stage only:
 * - unassigned: nobody has it
 * - returned: a department said « pas mon service », and the office has done nothing about it yet
 * - asked: at least one department has it in hand
 * - answered: every department that was asked gave its opinion
 * - decided: whatever departments said or did not say
 */
export type StudyStage = 'unassigned' | 'returned' | 'asked' | 'answered' | 'decided';

export type OpinionState = 'asked' | 'given' | 'returned' | 'withdrawn';

/** What one department is asked about one idea. */
export interface Assignment {
  id: string;
  editionId: string;
  ideaId: string;
  departmentId: string;
  state: OpinionState;
  version: number;
  askedAt: Date;
  /** `YYYY-MM-DD`, the last day for it. */
  dueOn: string;
  /** What the office wrote with its question. */
  request: string;
  returnComment: string;
  suggestedDepartmentId: string | null;
  settledAt: Date | null;
  /** A department gave it back, and the office has asked nobody since, nor said that it is well so. */
  isOpenReturn: boolean;
}

/** The idea of an opinion, as lists name it. */
export interface AssignedIdea {
  number: number;
  title: string;
  lang: string;
}

const LONGEST_COMMENT = 2000;
export const REQUEST_LENGTH = LONGEST_COMMENT;
export const RETURN_LENGTH = LONGEST_COMMENT;

export const isTooLong = (comment: string): boolean => [...comment].length > LONGEST_COMMENT;

export type DueRefusal = 'due-missing' | 'due-past' | 'due-far';

/** null: a department can be given until this day. `null` for a day: none that exists was typed. */
export function checkDueDay(day: string | null, today: string): DueRefusal | null {
  if (day === null) return 'due-missing';
  if (day < today) return 'due-past';
  return day > addDays(today, 731) ? 'due-far' : null;
}

/** Two weeks for the office to read what departments said, before the study ends. */
const OFFICE_DAYS = 14;
/** No department is given less without somebody meaning it. */
const LEAST_DAYS = 7;
const DAYS_WITHOUT_CALENDAR = 30;

/** The day that a department is usually given: so many days, or two weeks before the study ends, a week at least. */
export function usualDueDay(
  edition: Pick<Edition, 'phases'>,
  today: string,
  delayDays: number | null,
): string {
  if (delayDays !== null) return addDays(today, delayDays);
  const end = lastStudyDay(edition);
  if (end === null) return addDays(today, DAYS_WITHOUT_CALENDAR);
  const wanted = addDays(end, -OFFICE_DAYS);
  const least = addDays(today, LEAST_DAYS);
  return wanted < least ? least : wanted;
}

/** The last day of the study; null: the calendar says none. A study that ends at midnight ends the day before. */
export function lastStudyDay(edition: Pick<Edition, 'phases'>): string | null {
  const end = findPhase(edition as Edition, 'study')?.endsAt ?? null;
  return end === null ? null : dayInParis(new Date(end.getTime() - 1));
}

/** Days until something is due: 0 on its day, less once it is late. Days are `YYYY-MM-DD`. */
export const daysLeft = (dueOn: string, today: string): number => daysBetween(today, dueOn);
