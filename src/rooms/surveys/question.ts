/** What a questionnaire asks, and how its questions are written. Pure. */

/** In French and in English; an English left empty is said in French. */
export interface Words {
  fr: string;
  en: string;
}

/** One of several answers; any of them; one to five; one on each line of a table; words of one's own. */
export const KINDS = ['one', 'several', 'scale', 'matrix', 'text'] as const;
export type QuestionKind = (typeof KINDS)[number];

export interface Question {
  id: string;
  kind: QuestionKind;
  words: Words;
  /** Answers to choose from, in order; of a scale: what 1 and 5 mean; of a table: its columns; of a text: none. */
  choices: readonly Words[];
  /** Of a table: what is answered line by line. */
  rows?: readonly Words[];
  required: boolean;
  /** Whom it is shown to: who gave one of these answers to a question before it. Left out: everybody. */
  shownIf?: Condition;
}

export interface Condition {
  /** Its id. */
  question: string;
  /** Keys of its answers. */
  choices: readonly string[];
}

/** Characters, as a person counts them. */
export const LENGTHS = { question: 200, choice: 120, introduction: 1000, text: 1000 } as const;
export const MOST_QUESTIONS = 20;
export const MOST_CHOICES = 30;
/** Of a table. */
export const MOST_ROWS = 12;
export const MOST_COLUMNS = 7;
/** A scale goes from one to this. */
const SCALE = 5;

export const say = ({ fr, en }: Words, locale: 'fr' | 'en'): string =>
  locale === 'en' && en !== '' ? en : fr;

/** The answers that a question takes, as they are sent and counted; none where words are written. */
export function keysOf({
  kind,
  choices,
  rows = [],
}: Pick<Question, 'kind' | 'choices' | 'rows'>): string[] {
  if (kind === 'matrix')
    return rows.flatMap((_, row) => choices.map((_, at) => keyInRow(row, String(at + 1))));
  const count = kind === 'text' ? 0 : kind === 'scale' ? SCALE : choices.length;
  return Array.from({ length: count }, (_, at) => String(at + 1));
}

/** Of a table: line and column, from 1. */
export const keyInRow = (row: number, column: string): string => `${row + 1}.${column}`;

/** A question as its form holds it: answers are lines. */
export interface TypedQuestion {
  kind: string;
  fr: string;
  en: string;
  choicesFr: string;
  choicesEn: string;
  rowsFr: string;
  rowsEn: string;
  required: boolean;
  /** Answers on which it depends: `question:key`. */
  shownIf: readonly string[];
}

export type QuestionField =
  | 'kind'
  | 'fr'
  | 'en'
  | 'choicesFr'
  | 'choicesEn'
  | 'rowsFr'
  | 'rowsEn'
  | 'shownIf';
export type QuestionRefusal =
  | 'kind-missing'
  | 'words-missing'
  | 'words-too-long'
  | 'choices-too-few'
  | 'choices-too-many'
  | 'choice-too-long'
  | 'choice-twice'
  | 'scale-needs-two'
  | 'lines-differ'
  | 'rows-missing'
  | 'rows-too-many'
  | 'columns-too-many'
  | 'condition-of-two'
  | 'condition-unknown';

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
  before: readonly Question[] = [],
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
  const englishRefusal = refuseEnglish(fr, en);
  if (englishRefusal) refusals.choicesEn = englishRefusal;
  const rowsFr = kind === 'matrix' ? linesOf(typed.rowsFr) : [];
  const rowsEn = kind === 'matrix' ? linesOf(typed.rowsEn) : [];
  const rowsRefusal = kind === 'matrix' && refuseRows(rowsFr);
  if (rowsRefusal) refusals.rowsFr = rowsRefusal;
  const rowsEnglishRefusal = refuseEnglish(rowsFr, rowsEn);
  if (rowsEnglishRefusal) refusals.rowsEn = rowsEnglishRefusal;
  const condition = readCondition(typed.shownIf, before);
  if (typeof condition === 'string') refusals.shownIf = condition;
  if (!kind || typeof condition === 'string' || Object.keys(refusals).length > 0)
    return { ok: false, refusals };
  const paired = (lines: readonly string[], english: readonly string[]) =>
    lines.map((line, at) => ({ fr: line, en: english[at] ?? '' }));
  const question: Question = {
    id,
    kind,
    words: { fr: typed.fr, en: typed.en },
    choices: paired(fr, en),
    ...(kind === 'matrix' && { rows: paired(rowsFr, rowsEn) }),
    required: typed.required,
    ...(condition && { shownIf: condition }),
  };
  return { ok: true, question };
}

function refuseEnglish(fr: readonly string[], en: readonly string[]): QuestionRefusal | null {
  if (en.length > 0 && en.length !== fr.length) return 'lines-differ';
  if (en.some((line) => lengthOf(line) > LENGTHS.choice)) return 'choice-too-long';
  return new Set(en).size === en.length ? null : 'choice-twice';
}

function refuseRows(lines: readonly string[]): QuestionRefusal | null {
  if (lines.length === 0) return 'rows-missing';
  if (lines.length > MOST_ROWS) return 'rows-too-many';
  if (lines.some((line) => lengthOf(line) > LENGTHS.choice)) return 'choice-too-long';
  return new Set(lines).size === lines.length ? null : 'choice-twice';
}

/** null: it is shown to everybody. */
function readCondition(
  ticked: readonly string[],
  before: readonly Question[],
): Condition | null | QuestionRefusal {
  if (ticked.length === 0) return null;
  const pairs = ticked.map((one) => one.split(':') as [string, string]);
  const [question] = pairs[0]!;
  if (pairs.some(([of]) => of !== question)) return 'condition-of-two';
  const condition = { question, choices: pairs.map(([, key]) => key) };
  return holdsAfter(condition, before) ? condition : 'condition-unknown';
}

function refuseChoices(kind: QuestionKind, lines: readonly string[]): QuestionRefusal | null {
  if (kind === 'text') return null;
  // a scale may leave its ends unsaid
  if (kind === 'scale' && lines.length !== 0 && lines.length !== 2) return 'scale-needs-two';
  if (kind !== 'scale' && lines.length < 2) return 'choices-too-few';
  if (kind === 'matrix' && lines.length > MOST_COLUMNS) return 'columns-too-many';
  if (lines.length > MOST_CHOICES) return 'choices-too-many';
  if (lines.some((line) => lengthOf(line) > LENGTHS.choice)) return 'choice-too-long';
  return new Set(lines).size === lines.length ? null : 'choice-twice';
}

/** Kinds on whose answers what comes after may depend. */
export const mayDecide = (kind: QuestionKind): boolean =>
  kind === 'one' || kind === 'several' || kind === 'scale';

/** Whether a condition names answers of a question among those that stand before. */
export function holdsAfter({ question, choices }: Condition, before: readonly Question[]): boolean {
  const decides = before.find(({ id }) => id === question);
  if (!decides || !mayDecide(decides.kind) || choices.length === 0) return false;
  const keys = keysOf(decides);
  return choices.every((choice) => keys.includes(choice));
}

export function typeQuestion(question: Question): TypedQuestion {
  const { kind, words, choices, rows = [], required, shownIf } = question;
  const french = (lines: readonly Words[]) => lines.map(({ fr }) => fr).join('\n');
  const english = (lines: readonly Words[]) =>
    lines.some(({ en }) => en !== '') ? lines.map(({ en }) => en).join('\n') : '';
  return {
    kind,
    ...words,
    choicesFr: french(choices),
    choicesEn: english(choices),
    rowsFr: french(rows),
    rowsEn: english(rows),
    required,
    shownIf: shownIf ? shownIf.choices.map((key) => `${shownIf.question}:${key}`) : [],
  };
}
