/** What an organisation may ask people about themselves, at their leave (R95, R106). */

export type FieldKind = 'choice' | 'band';

export interface FieldTexts {
  kind: FieldKind;
  question: string;
  /** '' where nobody wrote it in English. */
  questionEn: string;
  /** Of a choice, in order. */
  choices: readonly string[];
  /** As many, or none. */
  choicesEn: readonly string[];
  /** Of a band of numbers: where each band but the first begins, growing. */
  bounds: readonly number[];
}

export interface ProfileField extends FieldTexts {
  id: string;
  /** null: it is asked. */
  closedAt: Date | null;
}

/** What is sent and kept for « Je ne souhaite pas répondre ». */
export const DECLINED = 0;

export const MOST_FIELDS = 20;
export const MOST_CHOICES = 80;
const MOST_BOUNDS = 20;
/** Characters. */
export const LONGEST = { question: 200, choice: 100 };

/** How many answers there are to choose from, numbered from 1. */
const countChoices = ({ kind, choices, bounds }: FieldTexts): number =>
  kind === 'choice' ? choices.length : bounds.length + 1;

/** A line each; lines without a word are nothing. */
export const readLines = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** « 15, 25, 35 »; null: something that is no whole number of people's lives. */
export function readBounds(typed: string): number[] | null {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.some((part) => !/^\d{1,6}$/.test(part))) return null;
  return parts.map(Number);
}

export type FieldProblem =
  | 'question-missing'
  | 'question-too-long'
  | 'choices-too-few'
  | 'choices-too-many'
  | 'choice-too-long'
  | 'choices-twice'
  | 'choices-en-uneven'
  | 'bounds-unreadable'
  | 'bounds-not-growing'
  | 'bounds-too-many';

export type FieldProblems = Partial<
  Record<'question' | 'questionEn' | 'choices' | 'choicesEn' | 'bounds', FieldProblem>
>;

/** `bounds` null: they could not be read. */
export function checkField(
  texts: Omit<FieldTexts, 'bounds'> & { bounds: readonly number[] | null },
): FieldProblems {
  const { kind, question, questionEn } = texts;
  const choices = kind === 'choice' ? checkChoices(texts.choices) : null;
  const choicesEn = kind === 'choice' ? checkEnglish(texts) : null;
  const bounds = kind === 'band' ? checkBounds(texts.bounds) : null;
  return {
    ...(question === '' && { question: 'question-missing' as const }),
    ...(question.length > LONGEST.question && { question: 'question-too-long' as const }),
    ...(questionEn.length > LONGEST.question && { questionEn: 'question-too-long' as const }),
    ...(choices && { choices }),
    ...(choicesEn && { choicesEn }),
    ...(bounds && { bounds }),
  };
}

function checkChoices(choices: readonly string[]): FieldProblem | null {
  if (choices.length < 2) return 'choices-too-few';
  if (choices.length > MOST_CHOICES) return 'choices-too-many';
  if (choices.some((choice) => choice.length > LONGEST.choice)) return 'choice-too-long';
  const different = new Set(choices.map((choice) => choice.toLowerCase()));
  return different.size < choices.length ? 'choices-twice' : null;
}

function checkEnglish({ choices, choicesEn }: Pick<FieldTexts, 'choices' | 'choicesEn'>) {
  if (choicesEn.length === 0) return null;
  if (choicesEn.length !== choices.length) return 'choices-en-uneven';
  return choicesEn.some((choice) => choice.length > LONGEST.choice) ? 'choice-too-long' : null;
}

function checkBounds(bounds: readonly number[] | null): FieldProblem | null {
  if (bounds === null || bounds.length === 0) return 'bounds-unreadable';
  if (bounds.length > MOST_BOUNDS) return 'bounds-too-many';
  return bounds.some((bound, at) => bound <= (bounds[at - 1] ?? 0)) ? 'bounds-not-growing' : null;
}

/** Bands as people read them: `from` and `to` included; the first has no beginning and the last no end. */
export function bandsOf(bounds: readonly number[]): { from: number | null; to: number | null }[] {
  return [null, ...bounds].map((from, at) => ({
    from,
    to: at < bounds.length ? bounds[at]! - 1 : null,
  }));
}

/** What a form sends for a field: '' for nothing, `refus`, or the place of an answer. null: none of these. */
export function readChoice(field: FieldTexts, typed: string): number | 'nothing' | null {
  if (typed === '') return 'nothing';
  if (typed === 'refus') return DECLINED;
  if (!/^[1-9]\d{0,2}$/.test(typed)) return null;
  return Number(typed) <= countChoices(field) ? Number(typed) : null;
}
