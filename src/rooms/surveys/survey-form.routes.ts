import * as m from '../../paraglide/messages.js';
import type { Form } from '../../platform/http/form.ts';
import type { Problems } from '../../ui/form.tsx';
import { countInRow, type readAnswers, type TypedAnswer, type TypedAnswers } from './answer.ts';
import { findPage, findShown, splitPages } from './branches.ts';
import type { Question } from './question.ts';
import { fieldOf, namesOf, type Step } from './survey.page.tsx';
import { answerRefusalWords } from './survey-words.page.ts';

/** What was sent, as it was typed; what was answered on another page comes under the name of its question. */
export function readTyped(questions: readonly Question[], form: Form): TypedAnswers {
  return new Map(
    questions.map((question): [string, TypedAnswer] => {
      const names = new Set([...namesOf(question), fieldOf(question)]);
      const values = [...names].flatMap((name) => form.all(name)).filter((value) => value !== '');
      return [
        question.id,
        question.kind === 'text'
          ? { choices: [], text: values.join('\n') }
          : { choices: values, text: '' },
      ];
    }),
  );
}

/** Beside each question that does not hold; of a table beside its first line that does not. `shown`: in the order counted. */
export function sayRefusals(
  shown: readonly Question[],
  refusals: ReturnType<typeof readAnswers>['refusals'],
  typed: TypedAnswers,
): Problems {
  const problems: Problems = {};
  for (const [at, question] of shown.entries()) {
    const refusal = refusals.get(question.id);
    if (!refusal) continue;
    const { choices = [] } = typed.get(question.id) ?? {};
    const names = namesOf(question);
    const wrong = names.findIndex((_, row) => countInRow(choices, row) !== 1);
    const name = question.kind === 'matrix' ? names[Math.max(wrong, 0)]! : fieldOf(question);
    problems[name] = m.survey_refused_at({
      number: at + 1,
      problem: answerRefusalWords[refusal](),
    });
  }
  return problems;
}

/** What is asked on one page; `page` null: all that answers led to, at once. */
export function findStep(
  questions: readonly Question[],
  typed: TypedAnswers,
  page: number | null,
): Step {
  const shown = findShown(questions, typed);
  const pages = splitPages(questions);
  const here = page === null ? questions : (pages[page] ?? []);
  return {
    page: pages.length === 1 ? null : page,
    questions: here.filter(({ id }) => shown.has(id)),
    shown: questions.filter(({ id }) => shown.has(id)).map(({ id }) => id),
    isFirst: page === null || findPage(pages, shown, page, -1) === null,
    // what is answered here may lead on
    isLast: page === null || page === pages.length - 1,
  };
}
