/**
 * The questionnaire of an edition (R64) or of a component of a space (R98): one, open between two dates, published once it is
 * closed. Pure; instants in UTC.
 */
import { LENGTHS, type Question, type Words } from './question.ts';

/** What a questionnaire is of: an edition, or a component of a space. */
export interface PlaceKey {
  kind: 'edition' | 'component';
  id: string;
}

export interface Survey {
  id: string;
  place: PlaceKey;
  /** Said before the questions. */
  introduction: Words;
  /** In order. */
  questions: readonly Question[];
  /** Counts the changes of what is asked. */
  version: number;
  /** null: being prepared. */
  opensAt: Date | null;
  closesAt: Date | null;
  /** Whether those who took part are written to as it opens. */
  invites: boolean;
  /** People who answered. */
  answers: number;
  publishedAt: Date | null;
}

export type SurveyState = 'draft' | 'planned' | 'open' | 'closed' | 'published';

export function stateOf(
  { opensAt, closesAt, publishedAt }: Pick<Survey, 'opensAt' | 'closesAt' | 'publishedAt'>,
  now: Date,
): SurveyState {
  if (publishedAt) return 'published';
  if (!opensAt || !closesAt) return 'draft';
  if (now < opensAt) return 'planned';
  return now < closesAt ? 'open' : 'closed';
}

/** What is asked may change until somebody answered, or the questionnaire is over. */
export function mayChangeQuestions(survey: Survey, now: Date): boolean {
  return survey.answers === 0 && ['draft', 'planned', 'open'].includes(stateOf(survey, now));
}

/** Until it is over: answers that were read are not added to. */
export function mayChangeDates(survey: Survey, now: Date): boolean {
  return ['draft', 'planned', 'open'].includes(stateOf(survey, now));
}

/** The office too reads answers only once they are all there: one read after the other, they would tell who gave them. */
export function mayReadAnswers(survey: Survey, now: Date): boolean {
  return ['closed', 'published'].includes(stateOf(survey, now));
}

export type DatesRefusal =
  | 'closes-before-it-opens'
  | 'closes-in-the-past'
  | 'opened-already'
  | 'no-question';

/** What does not hold of new dates, by field. Open already, it keeps the day it opened. */
export function checkDates(
  survey: Survey,
  dates: { opensAt: Date; closesAt: Date },
  now: Date,
): Partial<Record<'opensAt' | 'closesAt', DatesRefusal>> {
  const refusals: Partial<Record<'opensAt' | 'closesAt', DatesRefusal>> = {};
  if (survey.questions.length === 0) refusals.opensAt = 'no-question';
  if (stateOf(survey, now) === 'open' && dates.opensAt.getTime() !== survey.opensAt?.getTime())
    refusals.opensAt = 'opened-already';
  if (dates.closesAt <= dates.opensAt) refusals.closesAt = 'closes-before-it-opens';
  else if (dates.closesAt <= now) refusals.closesAt = 'closes-in-the-past';
  return refusals;
}

export const isIntroductionTooLong = (words: string): boolean =>
  [...words].length > LENGTHS.introduction;

/** Answers an hour: from one network (a library, a school), and for the organisation. */
export const ANSWERS_AN_HOUR = { organisation: 6000, withoutWork: 600 } as const;
