import * as m from '../../../paraglide/messages.js';
import type { Locale } from '../../../platform/locale/locale.ts';
import { formatNumber } from '../../../ui/format.ts';
import {
  bandsOf,
  DECLINED,
  type FieldProblem,
  type FieldTexts,
  LONGEST,
  MOST_CHOICES,
} from './field.ts';

/** A text of a field as a reader of `locale` meets it, and the language it is in where it is not the page's. */
export function sayQuestion({ question, questionEn }: FieldTexts, locale: Locale): string {
  return locale === 'en' && questionEn !== '' ? questionEn : question;
}

/** The answers to choose from, in order: the first is number 1. */
export function sayChoices(field: FieldTexts, locale: Locale): string[] {
  if (field.kind === 'choice')
    return [...(locale === 'en' && field.choicesEn.length > 0 ? field.choicesEn : field.choices)];
  return bandsOf(field.bounds).map(({ from, to }) => {
    if (from === null) return m.profiles_band_below({ to: formatNumber(to! + 1) });
    if (to === null) return m.profiles_band_above({ from: formatNumber(from) });
    return from === to
      ? formatNumber(from)
      : m.profiles_band({ from: formatNumber(from), to: formatNumber(to) });
  });
}

/** What somebody answered, by its number. */
export const sayChoice = (field: FieldTexts, choice: number, locale: Locale): string =>
  choice === DECLINED ? m.profiles_declined() : (sayChoices(field, locale)[choice - 1] ?? '');

export const fieldProblemWords: Record<FieldProblem, () => string> = {
  'question-missing': m.profiles_problem_question,
  'question-too-long': () => m.profiles_problem_too_long({ max: LONGEST.question }),
  'choices-too-few': m.profiles_problem_choices_few,
  'choices-too-many': () => m.profiles_problem_choices_many({ max: MOST_CHOICES }),
  'choice-too-long': () => m.profiles_problem_choice_long({ max: LONGEST.choice }),
  'choices-twice': m.profiles_problem_choices_twice,
  'choices-en-uneven': m.profiles_problem_choices_en,
  'bounds-unreadable': m.profiles_problem_bounds,
  'bounds-not-growing': m.profiles_problem_bounds_growing,
  'bounds-too-many': m.profiles_problem_bounds_many,
};
