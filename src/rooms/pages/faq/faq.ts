import { pickWords, type Written } from '../languages.ts';

/** Questions that come back, with their answers, under headings (R186). */
export interface FaqHeading {
  id: string;
  title: string;
  /** '' where nobody wrote it in English. */
  titleEn: string;
  version: number;
}

export interface FaqEntry extends EntryTexts {
  id: string;
  headingId: string;
  /** Of its address on the page. */
  slug: string;
  version: number;
  /** null: seen by officers only. */
  publishedAt: Date | null;
}

export interface EntryTexts {
  question: string;
  /** Marked text. */
  answer: string;
  questionEn: string;
  answerEn: string;
}

export type WrittenEntry = EntryTexts & { headingId: string };

/** Characters. */
export const LONGEST = { heading: 100, question: 200, answer: 8_000 };

export const MOST_HEADINGS = 30;
export const MOST_ENTRIES = 300;

export type EntryProblem =
  | 'question-missing'
  | 'question-too-long'
  | 'answer-missing'
  | 'answer-too-long'
  | 'english-question-missing'
  | 'english-answer-missing';

export type EntryProblems = Partial<Record<keyof EntryTexts, EntryProblem>>;

/** English is whole, or not there at all. */
export function checkEntry(texts: EntryTexts): EntryProblems {
  const problems: EntryProblems = {
    ...(texts.question === '' && { question: 'question-missing' as const }),
    ...(texts.answer === '' && { answer: 'answer-missing' as const }),
    ...(texts.questionEn === '' &&
      texts.answerEn !== '' && { questionEn: 'english-question-missing' as const }),
    ...(texts.answerEn === '' &&
      texts.questionEn !== '' && { answerEn: 'english-answer-missing' as const }),
  };
  for (const name of ['question', 'questionEn'] as const)
    if (texts[name].length > LONGEST.question) problems[name] = 'question-too-long';
  for (const name of ['answer', 'answerEn'] as const)
    if (texts[name].length > LONGEST.answer) problems[name] = 'answer-too-long';
  return problems;
}

export type HeadingProblem = 'heading-missing' | 'heading-too-long';

export function checkHeading(title: string): HeadingProblem | null {
  if (title === '') return 'heading-missing';
  return title.length > LONGEST.heading ? 'heading-too-long' : null;
}

/** The question and its answer in one language. */
export function readEntry(texts: EntryTexts, locale: Written) {
  const { words: question, lang } = pickWords(locale, texts.question, texts.questionEn);
  return { question, answer: lang === 'en' ? texts.answerEn : texts.answer, lang };
}

/** The address of a question on the page: `q-qui-peut-voter`. */
export const anchorOf = ({ slug }: Pick<FaqEntry, 'slug'>): string => `q-${slug}`;
