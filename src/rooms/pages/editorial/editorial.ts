import { pickWords, type Written } from '../languages.ts';

/**
 * A page that an organisation writes about itself, or the team of a space in one of its components (R98): in French and,
 * where somebody wrote it, in English.
 */
export interface EditorialPage extends PageTexts {
  id: string;
  slug: string;
  /** null: the organisation's own. */
  componentId: string | null;
  shownIn: Place;
  /** Of the newest version, which is the one shown. */
  version: number;
  /** null: seen by those who write it only. */
  publishedAt: Date | null;
  writtenAt: Date;
}

export interface PageTexts {
  title: string;
  /** One sentence under the title; '' for none. */
  summary: string;
  /** Marked text. */
  body: string;
  /** '' where nobody wrote it in English. */
  titleEn: string;
  summaryEn: string;
  bodyEn: string;
}

/** Which navigation leads to a page. */
export const PLACES = ['menu', 'footer', 'nowhere'] as const;
export type Place = (typeof PLACES)[number];

export type WrittenPage = PageTexts & { shownIn: Place };

/** Characters. */
export const LONGEST = { title: 120, summary: 300, body: 20_000 };

/** Pages that an organisation may have, or a component; of an organisation's, in the menu that stands on every page. */
export const MOST_PAGES = 200;
export const MOST_IN_MENU = 3;

export type PageProblem =
  | 'title-missing'
  | 'title-too-long'
  | 'summary-too-long'
  | 'body-missing'
  | 'body-too-long'
  | 'english-title-missing'
  | 'english-body-missing';

export type PageProblems = Partial<Record<keyof PageTexts, PageProblem>>;

/** English is whole, or not there at all. */
export function checkPage(texts: PageTexts): PageProblems {
  const problems: PageProblems = {
    ...(texts.title === '' && { title: 'title-missing' as const }),
    ...(texts.body === '' && { body: 'body-missing' as const }),
  };
  if (texts.titleEn + texts.summaryEn + texts.bodyEn !== '') {
    if (texts.titleEn === '') problems.titleEn = 'english-title-missing';
    if (texts.bodyEn === '') problems.bodyEn = 'english-body-missing';
  }
  for (const name of ['title', 'titleEn'] as const)
    if (texts[name].length > LONGEST.title) problems[name] = 'title-too-long';
  for (const name of ['summary', 'summaryEn'] as const)
    if (texts[name].length > LONGEST.summary) problems[name] = 'summary-too-long';
  for (const name of ['body', 'bodyEn'] as const)
    if (texts[name].length > LONGEST.body) problems[name] = 'body-too-long';
  return problems;
}

/** The page as somebody reads it: all of it in one language. */
export function readPage(texts: PageTexts, locale: Written) {
  const { words: title, lang } = pickWords(locale, texts.title, texts.titleEn);
  const isEnglish = lang === 'en';
  return {
    title,
    summary: isEnglish ? texts.summaryEn : texts.summary,
    body: isEnglish ? texts.bodyEn : texts.body,
    lang,
  };
}
