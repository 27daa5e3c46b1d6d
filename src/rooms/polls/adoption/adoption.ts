/**
 * The final vote of a space of participation (« vote d'adoption », R104): a text, one question or several answered by yes, no
 * or a blank, by those of a verified list, between two dates. The ballot box is that of every poll; this is what it asks.
 */
import type { Admission } from '../../electorate/index.ts';
import { LABEL_LENGTH, type PollTerms } from '../opening/terms.ts';

export interface WrittenAdoption {
  /** What is put to the vote: marked text (ui/markup.ts); '' where the questions say all. */
  body: string;
  /** In order. One: the text is adopted or not. Several: each is answered apart. */
  questions: readonly string[];
  opensAt: Date;
  closesAt: Date;
}

export interface Adoption extends WrittenAdoption {
  editionId: string;
  componentId: string;
  version: number;
}

const MOST_QUESTIONS = 30;
const BODY_LENGTH = 60_000;

export type AdoptionRefusal =
  | 'questions-missing'
  | 'too-many-questions'
  | 'question-too-long'
  | 'question-twice'
  | 'text-too-long'
  | 'closes-before-opening'
  | 'closes-in-the-past';
export type AdoptionField = 'body' | 'questions' | 'closesAt';

/** What does not hold, by field. */
export function checkAdoption(
  { body, questions, opensAt, closesAt }: WrittenAdoption,
  now: Date,
): Partial<Record<AdoptionField, AdoptionRefusal>> {
  const refusals: Partial<Record<AdoptionField, AdoptionRefusal>> = {};
  if ([...body].length > BODY_LENGTH) refusals.body = 'text-too-long';
  if (questions.length === 0) refusals.questions = 'questions-missing';
  else if (questions.length > MOST_QUESTIONS) refusals.questions = 'too-many-questions';
  else if (new Set(questions).size < questions.length) refusals.questions = 'question-twice';
  else if (questions.some((one) => [...one].length > LABEL_LENGTH))
    refusals.questions = 'question-too-long';
  if (closesAt <= opensAt) refusals.closesAt = 'closes-before-opening';
  else if (closesAt <= now) refusals.closesAt = 'closes-in-the-past';
  return refusals;
}

/** One on each line, as its form is typed. */
export const readQuestions = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '');

/** What stands in the way of its opening. */
export type AdoptionOpeningRefusal =
  | 'space-not-open'
  | 'component-hidden'
  | 'list-empty'
  | 'closes-in-the-past'
  | 'opened-already'
  | 'changed-meanwhile';

/** Whether the vote may be opened: where people find it, with somebody who may vote, and time to. */
export function listAdoptionRefusals(
  facts: {
    isSpaceOpen: boolean;
    isHidden: boolean;
    /** On the verified list. */
    entries: number;
    closesAt: Date;
    isOpened: boolean;
  },
  now: Date,
): AdoptionOpeningRefusal[] {
  if (facts.isOpened) return ['opened-already'];
  const refusals: AdoptionOpeningRefusal[] = [];
  if (!facts.isSpaceOpen) refusals.push('space-not-open');
  if (facts.isHidden) refusals.push('component-hidden');
  if (facts.entries === 0) refusals.push('list-empty');
  if (facts.closesAt <= now) refusals.push('closes-in-the-past');
  return refusals;
}

/** An account says who writes, the list who may vote: neither is enough alone. */
const ADOPTION_ADMISSION: Admission = {
  required: ['email', 'roll'],
  oneOf: [],
  withoutAccount: false,
};

/** The terms of its poll: secret, online, nothing at stake but the answers. */
export const termsOf = (
  title: string,
  { questions, opensAt, closesAt }: WrittenAdoption,
): PollTerms => ({
  title,
  kind: 'yes-no',
  rule: 'yes-no',
  tieBreak: ['smaller-id'],
  // who answers nothing votes blank
  minimumChoices: 0,
  maximumChoices: questions.length,
  labels: questions,
  opensAt,
  closesAt,
  settings: { subject: 'questions', admission: ADOPTION_ADMISSION, paper: 'none' },
});
