/** What is reported, who may judge it, and what a judgement must say: facts in, decision or refusal out. */

/** What a contribution is called in addresses. */
export const KIND_SLUGS = {
  idea: 'idee',
  meeting: 'rencontre',
  comment: 'commentaire',
  document: 'document',
  dossier: 'dossier',
  request: 'demande-d-aide',
  topic: 'sujet',
  petition: 'appel',
} as const;
export type Kind = keyof typeof KIND_SLUGS;

export function readKind(slug: string): Kind | null {
  const found = Object.entries(KIND_SLUGS).find(([, own]) => own === slug);
  return found ? (found[0] as Kind) : null;
}

/** An article of the charter: what one may not do, in a sentence. */
export interface Article {
  number: number;
  title: string;
}

/** By which article somebody judged or reported; null: by none (something else, or at its author's request). */
export interface Ground {
  article: number | null;
  articleTitle: string;
}

const MOST_ARTICLES = 30;
const ARTICLE_LENGTH = 200;
export const WORDS_LENGTH = 2000;
/** How many people report something before it is urgent, unless the office says otherwise. */
export const USUAL_REPORTS_TO_RAISE = 3;
/** Reports that one person makes in an hour at most. */
export const REPORTS_AN_HOUR = 30;
/** How long somebody may be suspended, in days. */
export const SUSPENSION_DAYS = [1, 7, 30, 90] as const;

export interface ModerationCase {
  id: string;
  targetKind: Kind;
  targetId: string;
  spaceId: string | null;
  /** As it was called when it was reported. */
  title: string;
  authorId: string | null;
  reports: number;
  openedAt: Date;
  /** Enough people reported it. */
  raisedAt: Date | null;
  /** Its author asks that it be hidden. */
  askedAt: Date | null;
  closedAt: Date | null;
  closedBy: string | null;
  outcome: 'kept' | 'hidden' | null;
}

/** Where the queue is looked at; the first is everything that waits. */
export const QUEUE_STATES = ['waiting', 'urgent', 'asked', 'held', 'closed'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];
export const QUEUE_SLUGS: Readonly<Record<QueueState, string | undefined>> = {
  waiting: undefined,
  urgent: 'urgents',
  asked: 'demandes',
  held: 'retenues',
  closed: 'classes',
};

export const readQueueState = (slug: string | null): QueueState =>
  QUEUE_STATES.find((state) => slug !== null && QUEUE_SLUGS[state] === slug) ?? 'waiting';

export interface Hiding extends Ground {
  id: string;
  caseId: string;
  targetKind: Kind;
  targetId: string;
  words: string;
  hiddenBy: string;
  hiddenAt: Date;
  liftedAt: Date | null;
  liftedWords: string;
}

export interface Appeal {
  hidingId: string;
  words: string;
  appealedAt: Date;
  answeredAt: Date | null;
  answer: string;
  outcome: 'upheld' | 'lifted' | null;
}

export type JudgementRefusal =
  | 'own'
  | 'already-judged'
  | 'not-hidden'
  | 'article-missing'
  | 'words-missing'
  | 'words-too-long'
  | 'gone'
  | 'no-author'
  | 'already-warned'
  | 'already-suspended'
  | 'days-missing'
  | 'same-moderator'
  | 'no-appeal';

/** Nobody judges what they wrote themselves. */
export const refuseJudge = (
  { authorId }: Pick<ModerationCase, 'authorId'>,
  moderatorId: string,
): 'own' | null => (authorId === moderatorId ? 'own' : null);

/** An appeal is answered by somebody else than who judged, as long as there is somebody else. */
export const refuseAnswerer = (
  { hiddenBy }: Pick<Hiding, 'hiddenBy'>,
  moderatorId: string,
  others: number,
): 'same-moderator' | null => (hiddenBy === moderatorId && others > 0 ? 'same-moderator' : null);

export type WordsRefusal = 'words-missing' | 'words-too-long';

export function refuseWords(words: string, required: boolean): WordsRefusal | null {
  if (required && words === '') return 'words-missing';
  return words.length > WORDS_LENGTH ? 'words-too-long' : null;
}

/** « autre » stands for something that no article says: it is then said in words. */
export const OTHER = 'autre';

/** What was chosen among the articles; undefined: nothing that is there. */
export function readGround(
  typed: string,
  articles: readonly Article[],
  other: boolean,
): Ground | undefined {
  if (other && typed === OTHER) return { article: null, articleTitle: '' };
  const found = articles.find(({ number }) => String(number) === typed);
  return found && { article: found.number, articleTitle: found.title };
}

export type ArticlesRefusal =
  | 'articles-missing'
  | 'articles-too-many'
  | 'article-too-long'
  | 'threshold-out-of-range';

/** One article a line, numbered in order. */
export function readArticles(typed: string): Article[] {
  return typed
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((title, at) => ({ number: at + 1, title }));
}

export function refuseArticles(articles: readonly Article[]): ArticlesRefusal | null {
  if (articles.length === 0) return 'articles-missing';
  if (articles.length > MOST_ARTICLES) return 'articles-too-many';
  return articles.some(({ title }) => title.length > ARTICLE_LENGTH) ? 'article-too-long' : null;
}

export const readThreshold = (typed: string): number | null =>
  /^[1-9]\d?$|^100$/.test(typed.trim()) ? Number(typed) : null;

/** What everybody reads of what moderators did. */
export interface LoggedAct extends Ground {
  sequence: number;
  kind:
    | 'hidden'
    | 'restored'
    | 'kept'
    | 'upheld'
    | 'warned'
    | 'suspended'
    | 'published'
    | 'refused';
  /** How many it was about. */
  texts: number;
  targetKind: Kind;
  actedAt: Date;
}
