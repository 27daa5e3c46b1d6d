/** What somebody answers to a questionnaire. Pure. */
import { findShown } from './branches.ts';
import { keysOf, LENGTHS, type Question } from './question.ts';

/** What was sent for a question: ticked answers, or words. */
export interface TypedAnswer {
  choices: readonly string[];
  text: string;
}

/** By id of question. */
export type TypedAnswers = ReadonlyMap<string, TypedAnswer>;

/** An answer to one question, whoever gave it. */
export interface Given {
  questionId: string;
  /** Keys of the answers chosen; empty: words. */
  choices: readonly string[];
  /** '' : none. */
  text: string;
}

export type AnswerRefusal = 'answer-missing' | 'choice-unknown' | 'one-only' | 'text-too-long';

/**
 * The answers given, question by question; or what does not hold. Questions left out are not among them, nor what was sent
 * for one that the other answers do not lead to.
 */
export function readAnswers(
  questions: readonly Question[],
  typed: TypedAnswers,
): { given: Given[]; refusals: ReadonlyMap<string, AnswerRefusal> } {
  const given: Given[] = [];
  const refusals = new Map<string, AnswerRefusal>();
  const shown = findShown(questions, typed);
  for (const question of questions) {
    if (!shown.has(question.id)) continue;
    const { choices, text } = typed.get(question.id) ?? { choices: [], text: '' };
    const refusal = refuseAnswer(question, choices, text);
    if (refusal) refusals.set(question.id, refusal);
    else if (question.kind === 'text') {
      if (text !== '') given.push({ questionId: question.id, choices: [], text });
    } else if (choices.length > 0)
      given.push({ questionId: question.id, choices: [...new Set(choices)], text: '' });
  }
  return { given, refusals };
}

function refuseAnswer(
  question: Question,
  choices: readonly string[],
  text: string,
): AnswerRefusal | null {
  const { kind, required } = question;
  if (kind === 'text') {
    if ([...text].length > LENGTHS.text) return 'text-too-long';
    return required && !/[\p{L}\p{N}]/u.test(text) ? 'answer-missing' : null;
  }
  const known = keysOf(question);
  if (choices.some((choice) => !known.includes(choice))) return 'choice-unknown';
  if (kind === 'matrix') return refuseRows(question, choices);
  if (kind !== 'several' && choices.length > 1) return 'one-only';
  return required && choices.length === 0 ? 'answer-missing' : null;
}

/** One answer on a line at most; on each, where it must be answered. */
function refuseRows(
  { rows = [], required }: Question,
  choices: readonly string[],
): AnswerRefusal | null {
  const perRow = rows.map((_, row) => countInRow(choices, row));
  if (perRow.some((count) => count > 1)) return 'one-only';
  return required && perRow.includes(0) ? 'answer-missing' : null;
}

export const countInRow = (choices: readonly string[], row: number): number =>
  new Set(choices.filter((choice) => choice.startsWith(`${row + 1}.`))).size;
