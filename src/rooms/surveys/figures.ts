/** What a questionnaire says once it is over: how many gave each answer, small numbers left out (integrity, part 3). Pure. */
import { keysOf, type Question, type QuestionKind, type Words } from './question.ts';

/** Below this a number of people is not shown. */
export const SMALLEST_SHOWN = 10;

/** In the place of an answer: how many people a question was shown to that is not shown to everybody. */
export const REACHED = '*';

/**
 * How many gave each answer, by question, then by key of the answer; '' : how many answered the question at all; `REACHED`:
 * how many it was shown to.
 */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface ChoiceFigures {
  /** As it is sent: its place, or a mark of the scale. */
  key: string;
  /** null: a mark of the scale without words. */
  words: Words | null;
  /** Of a table: the words of its line. */
  row?: Words;
  /** People; null: too few to be shown, or what would tell of too few. */
  people: number | null;
}

export interface QuestionFigures {
  id: string;
  kind: QuestionKind;
  words: Words;
  /** In order; of words that were written: none. */
  choices: readonly ChoiceFigures[];
  /** People who answered it; null: not shown. */
  answered: number | null;
  /** Whether it was shown to some only, by what they had answered. */
  isBranch: boolean;
}

export interface SurveyFigures {
  /** People who answered the questionnaire; null: fewer than ten, and nothing at all is shown. */
  answers: number | null;
  questions: readonly QuestionFigures[];
}

/** As everybody may read them. */
export function publicFigures(
  questions: readonly Question[],
  counts: Counts,
  answers: number,
): SurveyFigures {
  const plain = questions.map((question) => plainOf(question, counts));
  if (answers < SMALLEST_SHOWN) return { answers: null, questions: plain.map(hide) };
  const told = new Map<string, QuestionFigures>();
  for (const [at, question] of plain.entries()) {
    const people = countPeople(questions[at]!, counts, answers);
    const isTold = isBaseTold(questions[at]!, { questions, counts, answers, told });
    told.set(question.id, isTold ? suppress(question, people) : hide(question));
  }
  return { answers, questions: [...told.values()] };
}

/** As the office reads them, once the questionnaire is over: every number. */
export function officeFigures(
  questions: readonly Question[],
  counts: Counts,
  answers: number,
): SurveyFigures {
  return { answers, questions: questions.map((question) => plainOf(question, counts)) };
}

/** How many people a question was shown to. */
const countPeople = ({ id, shownIf }: Question, counts: Counts, answers: number): number =>
  shownIf ? (counts.get(id)?.get(REACHED) ?? 0) : answers;

/**
 * Of a question that was shown to some only, their number is a part of that of the question before it: where it is too small,
 * or what is told there leaves it out, nothing at all is told here.
 */
function isBaseTold(
  question: Question,
  known: {
    questions: readonly Question[];
    counts: Counts;
    answers: number;
    told: ReadonlyMap<string, QuestionFigures>;
  },
): boolean {
  const { shownIf } = question;
  if (!shownIf) return true;
  const before = known.questions.find(({ id }) => id === shownIf.question)!;
  const people = countPeople(question, known.counts, known.answers);
  const all = countPeople(before, known.counts, known.answers);
  if (people < SMALLEST_SHOWN || suppressCells([people, all - people])[0] === null) return false;
  const { choices } = known.told.get(before.id)!;
  return shownIf.choices.every((key) => choices.find((one) => one.key === key)?.people != null);
}

interface Plain extends Omit<QuestionFigures, 'choices'> {
  answered: number;
  choices: readonly (Omit<ChoiceFigures, 'people'> & { people: number })[];
}

function plainOf({ id, kind, words, shownIf, ...question }: Question, counts: Counts): Plain {
  const people = counts.get(id);
  return {
    id,
    kind,
    words,
    choices: keysOf({ kind, ...question }).map((key, at) => ({
      key,
      ...wordsOf({ kind, ...question }, key, at),
      people: people?.get(key) ?? 0,
    })),
    answered: people?.get('') ?? 0,
    isBranch: shownIf !== undefined,
  };
}

function wordsOf(
  { kind, choices, rows = [] }: Pick<Question, 'kind' | 'choices' | 'rows'>,
  key: string,
  at: number,
): Pick<ChoiceFigures, 'words' | 'row'> {
  if (kind === 'matrix')
    return {
      words: choices[at % choices.length] ?? null,
      row: rows[Math.floor(at / choices.length)]!,
    };
  if (kind !== 'scale') return { words: choices[at] ?? null };
  // of a scale the two ends have words
  return { words: (key === '1' ? choices[0] : key === '5' ? choices[1] : null) ?? null };
}

const hide = (plain: Plain): QuestionFigures => ({
  ...plain,
  choices: plain.choices.map((one) => ({ ...one, people: null })),
  answered: null,
});

/**
 * Everybody whom the question was shown to gave one of the answers, or none: these cells make a total that is public. Of
 * a question with several answers each one is a total of its own: who ticked it, and who did not. Of a table each line is.
 */
function suppress(plain: Plain, answers: number): QuestionFigures {
  const none = answers - plain.answered;
  if (plain.kind === 'one' || plain.kind === 'scale') {
    const shown = suppressCells([...plain.choices.map(({ people }) => people), none]);
    return {
      ...plain,
      choices: plain.choices.map((one, at) => ({ ...one, people: shown[at]! })),
      answered: shown.at(-1) === null ? null : plain.answered,
    };
  }
  if (plain.kind === 'matrix') return suppressRows(plain, answers);
  const whole = (people: number) => suppressCells([people, answers - people])[0]!;
  return {
    ...plain,
    choices: plain.choices.map((one) => ({ ...one, people: whole(one.people) })),
    answered: whole(plain.answered),
  };
}

function suppressRows(plain: Plain, answers: number): QuestionFigures {
  const rows = [...new Set(plain.choices.map(({ row }) => row))];
  const shown = rows.map((row) => {
    const cells = plain.choices.filter((one) => one.row === row).map(({ people }) => people);
    const none = answers - cells.reduce((sum, people) => sum + people, 0);
    return suppressCells([...cells, none]);
  });
  const people = shown.flatMap((cells) => cells.slice(0, -1));
  const isTold =
    shown.every((cells) => cells.at(-1) !== null) &&
    suppressCells([plain.answered, answers - plain.answered])[0] !== null;
  return {
    ...plain,
    choices: plain.choices.map((one, at) => ({ ...one, people: people[at]! })),
    answered: isTold ? plain.answered : null,
  };
}

/**
 * Cells whose sum is public: those too small are left out, and with them the next smallest until those left out are two
 * at least and together ten at least, so that no subtraction tells one of them. Nobody at all tells of nobody.
 */
export function suppressCells(cells: readonly number[]): (number | null)[] {
  const hidden = new Set(
    cells.flatMap((people, at) => (people > 0 && people < SMALLEST_SHOWN ? [at] : [])),
  );
  if (hidden.size === 0) return [...cells];
  const sum = () => [...hidden].reduce((total, at) => total + cells[at]!, 0);
  const left = cells
    .map((people, at) => ({ people, at }))
    .filter(({ people, at }) => people > 0 && !hidden.has(at))
    .sort((a, b) => b.people - a.people);
  while ((hidden.size < 2 || sum() < SMALLEST_SHOWN) && left.length > 0) hidden.add(left.pop()!.at);
  return cells.map((people, at) => (hidden.has(at) ? null : people));
}

/** The mean of a scale, to one decimal; null where a number is left out, or nobody answered. */
export function meanOf({ kind, choices }: QuestionFigures): number | null {
  if (kind !== 'scale' || choices.some(({ people }) => people === null)) return null;
  const people = choices.reduce((sum, one) => sum + one.people!, 0);
  const marks = choices.reduce((sum, one) => sum + Number(one.key) * one.people!, 0);
  return people === 0 ? null : Math.round((marks / people) * 10) / 10;
}
