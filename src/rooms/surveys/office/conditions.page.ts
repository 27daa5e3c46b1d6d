import * as m from '../../../paraglide/messages.js';
import { keysOf, mayDecide, type Question, say } from '../question.ts';

type Locale = 'fr' | 'en';

/** The answers of the questions before, on which another may depend: `question:key`, and in words. */
export const conditionOptions = (before: readonly Question[], locale: Locale) =>
  before.flatMap((question, at) =>
    mayDecide(question.kind)
      ? keysOf(question).map((key) => ({
          value: `${question.id}:${key}`,
          label: m.survey_condition_option({
            number: at + 1,
            question: say(question.words, locale),
            answer: answerOf(question, key, locale),
          }),
        }))
      : [],
  );

/** By id, whom a question is shown to, of those that are not shown to everybody. */
export function sayConditions(
  questions: readonly Question[],
  locale: Locale,
): ReadonlyMap<string, string> {
  return new Map(
    questions.flatMap(({ id, shownIf }) => {
      const at = questions.findIndex((one) => one.id === shownIf?.question);
      const before = questions[at];
      if (!shownIf || !before) return [];
      const answers = shownIf.choices.map((key) => answerOf(before, key, locale));
      return [[id, m.survey_shown_if({ number: at + 1, answers: answers.join(' · ') })]];
    }),
  );
}

const answerOf = ({ kind, choices }: Question, key: string, locale: Locale): string => {
  const words = kind === 'scale' ? undefined : choices[Number(key) - 1];
  return words ? say(words, locale) : key;
};
