/** News of the town (R41): written, shown from a date on, corrected in the open, withdrawn with a reason. */

/** Who does something, and where. */
export interface Act {
  organisationId: string;
  by: string;
}

export interface NewsPicture {
  fileId: string;
  alt: string;
  width: number | null;
  height: number | null;
}

export interface NewsText {
  title: string;
  /** A few lines: on cards, in feeds, in letters. */
  summary: string;
  /** With the marks of `splitMarkup`. */
  body: string;
}

/** As the office has it. */
export interface News extends NewsText {
  id: string;
  number: number;
  /** null: of the whole organisation. */
  editionId: string | null;
  picture: NewsPicture | null;
  version: number;
  writtenAt: Date;
  /** null: a draft. */
  publishedAt: Date | null;
  /** From then on everybody reads it. */
  showsAt: Date | null;
  /** '' : nothing was changed after it was shown. */
  correction: string;
  correctedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawReason: string;
}

/** As everybody reads it. */
export type PublicNews = Omit<
  News,
  'version' | 'writtenAt' | 'publishedAt' | 'showsAt' | 'withdrawnAt' | 'withdrawReason'
> & { showsAt: Date };

export type NewsState = 'draft' | 'planned' | 'shown' | 'withdrawn';

export function stateOf(
  { showsAt, withdrawnAt }: Pick<News, 'showsAt' | 'withdrawnAt'>,
  now: Date,
): NewsState {
  if (withdrawnAt) return 'withdrawn';
  if (!showsAt) return 'draft';
  return showsAt <= now ? 'shown' : 'planned';
}

/** Characters at most. */
export const LONGEST = { title: 120, summary: 400, body: 20_000, reason: 500 } as const;

export type NewsField = keyof NewsText | 'correction' | 'reason' | 'pause' | 'date' | 'edition';
export type NewsRefusal =
  | 'missing'
  | 'too-long'
  | 'correction-missing'
  | 'date-unreadable'
  | 'date-past'
  | 'date-far'
  | 'pause-unexplained'
  | 'edition-unknown';
export type NewsProblems = Partial<Record<NewsField, NewsRefusal>>;

/** A draft needs its title alone; what is out says everything, and what was changed in it. */
export function checkNews(
  text: NewsText,
  state: NewsState | null,
  correction: { changed: boolean; words: string },
): NewsProblems {
  const problems: NewsProblems = {};
  const isOut = state === 'planned' || state === 'shown';
  for (const field of ['title', 'summary', 'body'] as const) {
    if (text[field] === '' && (field === 'title' || isOut)) problems[field] = 'missing';
    else if ([...text[field]].length > LONGEST[field]) problems[field] = 'too-long';
  }
  if (state === 'shown' && correction.changed && correction.words === '')
    problems.correction = 'correction-missing';
  if ([...correction.words].length > LONGEST.reason) problems.correction = 'too-long';
  return problems;
}

/** What is missing before a draft may be published. */
export function checkWhole(text: NewsText): NewsProblems {
  const problems: NewsProblems = {};
  for (const field of ['title', 'summary', 'body'] as const)
    if (text[field] === '') problems[field] = 'missing';
  return problems;
}

const YEAR = 366 * 24 * 3_600_000;

/** A date that is chosen is to come, and within a year. */
export function checkDate(at: Date, now: Date): NewsRefusal | null {
  if (at <= now) return 'date-past';
  return at.getTime() - now.getTime() > YEAR ? 'date-far' : null;
}

/** Why something is told during a pre-electoral period, or withdrawn: never nothing. */
export function checkReason(reason: string): 'missing' | 'too-long' | null {
  if (!/[\p{L}\p{N}]/u.test(reason)) return 'missing';
  return [...reason].length > LONGEST.reason ? 'too-long' : null;
}

/** Items on a page of the public list; the latest on a home page. */
export const PAGE_SIZE = 12;
export const LATEST = 3;
