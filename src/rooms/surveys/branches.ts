/**
 * The order of questions, and the branches that lead through them: forwards only, so that every path ends. Pure.
 */
import type { TypedAnswers } from './answer.ts';
import { holdsAfter, type Question } from './question.ts';

/** Whether every question that depends on another still stands after it, and on answers that it has. */
export const areBranchesKept = (questions: readonly Question[]): boolean =>
  questions.every(({ shownIf }, at) => !shownIf || holdsAfter(shownIf, questions.slice(0, at)));

/** Ids of the questions that these answers lead to. */
export function findShown(
  questions: readonly Question[],
  typed: TypedAnswers,
): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const { id, shownIf } of questions) {
    const given = shownIf && shown.has(shownIf.question) ? typed.get(shownIf.question) : undefined;
    if (!shownIf || given?.choices.some((choice) => shownIf.choices.includes(choice)))
      shown.add(id);
  }
  return shown;
}

/** The questions page by page: none stands on the page of the one that decides whether it is shown. */
export function splitPages(questions: readonly Question[]): Question[][] {
  const pages: Question[][] = [[]];
  for (const question of questions) {
    const page = pages.at(-1)!;
    if (page.some(({ id }) => id === question.shownIf?.question)) pages.push([question]);
    else page.push(question);
  }
  return pages;
}

/** The next page, forwards (1) or back (-1), that has something to show; null: there is none. */
export function findPage(
  pages: readonly (readonly Question[])[],
  shown: ReadonlySet<string>,
  from: number,
  by: -1 | 1,
): number | null {
  for (let at = from + by; at >= 0 && at < pages.length; at += by)
    if (pages[at]!.some(({ id }) => shown.has(id))) return at;
  return null;
}

/** In the place of the one with the same id; at the end when there is none. */
export function putQuestion(questions: readonly Question[], question: Question): Question[] {
  return questions.some(({ id }) => id === question.id)
    ? questions.map((one) => (one.id === question.id ? question : one))
    : [...questions, question];
}

/** One place up (-1) or down (1); at an end it stays. */
export function moveQuestion(
  questions: readonly Question[],
  id: string,
  by: -1 | 1,
): readonly Question[] {
  const at = questions.findIndex((one) => one.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= questions.length) return questions;
  const moved = [...questions];
  [moved[at], moved[to]] = [moved[to]!, moved[at]!];
  return moved;
}
