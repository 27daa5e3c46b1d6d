/** What a questionnaire asks, and how its questions are written, moved and removed. Pure. */

/** In French and in English; an English left empty is said in French. */
export interface Words {
  fr: string;
  en: string;
}

/** One of several answers; any of them; one to five; words of one's own. */
export const KINDS = ['one', 'several', 'scale', 'text'] as const;
export type QuestionKind = (typeof KINDS)[number];

export interface Question {
  id: string;
  kind: QuestionKind;
  words: Words;
  /** Answers to choose from, in order; of a scale: what 1 and 5 mean; of a text: none. */
  choices: readonly Words[];
  required: boolean;
}

/** Characters, as a person counts them. */
export const LENGTHS = { question: 200, choice: 120, introduction: 1000, text: 1000 } as const;
export const MOST_QUESTIONS = 20;
export const MOST_CHOICES = 30;
/** A scale goes from one to this. */
const SCALE = 5;

export const say = ({ fr, en }: Words, locale: 'fr' | 'en'): string =>
  locale === 'en' && en !== '' ? en : fr;

/** The answers that a question takes, as they are sent and counted; none where words are written. */
export function keysOf({ kind, choices }: Pick<Question, 'kind' | 'choices'>): string[] {
  const count = kind === 'text' ? 0 : kind === 'scale' ? SCALE : choices.length;
  return Array.from({ length: count }, (_, at) => String(at + 1));
}

/** A question as its form holds it: answers are lines. */
export interface TypedQuestion {
  kind: string;
  fr: string;
  en: string;
  choicesFr: string;
  choicesEn: string;
  required: boolean;
}

export type QuestionField = 'kind' | 'fr' | 'en' | 'choicesFr' | 'choicesEn';
export type QuestionRefusal =
  | 'kind-missing'
  | 'words-missing'
  | 'words-too-long'
  | 'choices-too-few'
  | 'choices-too-many'
  | 'choice-too-long'
  | 'choice-twice'
  | 'scale-needs-two'
  | 'lines-differ';

const lengthOf = (text: string) => [...text].length;
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** What was typed, as a question; or what does not hold, by field. */
export function readQuestion(
  typed: TypedQuestion,
  id: string,
):
  | { ok: true; question: Question }
  | { ok: false; refusals: Partial<Record<QuestionField, QuestionRefusal>> } {
  const refusals: Partial<Record<QuestionField, QuestionRefusal>> = {};
  const kind = KINDS.find((one) => one === typed.kind);
  if (!kind) refusals.kind = 'kind-missing';
  if (typed.fr === '') refusals.fr = 'words-missing';
  for (const field of ['fr', 'en'] as const)
    if (lengthOf(typed[field]) > LENGTHS.question) refusals[field] = 'words-too-long';
  const fr = kind === 'text' ? [] : linesOf(typed.choicesFr);
  const en = kind === 'text' ? [] : linesOf(typed.choicesEn);
  const refusal = kind && refuseChoices(kind, fr);
  if (refusal) refusals.choicesFr = refusal;
  if (en.length > 0 && en.length !== fr.length) refusals.choicesEn = 'lines-differ';
  else if (en.some((line) => lengthOf(line) > LENGTHS.choice))
    refusals.choicesEn = 'choice-too-long';
  else if (new Set(en).size !== en.length) refusals.choicesEn = 'choice-twice';
  if (!kind || Object.keys(refusals).length > 0) return { ok: false, refusals };
  const choices = fr.map((line, at) => ({ fr: line, en: en[at] ?? '' }));
  const words = { fr: typed.fr, en: typed.en };
  return { ok: true, question: { id, kind, words, choices, required: typed.required } };
}

function refuseChoices(kind: QuestionKind, lines: readonly string[]): QuestionRefusal | null {
  if (kind === 'text') return null;
  // a scale may leave its ends unsaid
  if (kind === 'scale' && lines.length !== 0 && lines.length !== 2) return 'scale-needs-two';
  if (kind !== 'scale' && lines.length < 2) return 'choices-too-few';
  if (lines.length > MOST_CHOICES) return 'choices-too-many';
  if (lines.some((line) => lengthOf(line) > LENGTHS.choice)) return 'choice-too-long';
  return new Set(lines).size === lines.length ? null : 'choice-twice';
}

export function typeQuestion({ kind, words, choices, required }: Question): TypedQuestion {
  const lines = (locale: 'fr' | 'en') => choices.map((one) => one[locale]).join('\n');
  const choicesEn = choices.some(({ en }) => en !== '') ? lines('en') : '';
  return { kind, ...words, choicesFr: lines('fr'), choicesEn, required };
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
