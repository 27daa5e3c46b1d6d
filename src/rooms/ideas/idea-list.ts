/**
 * Lists of ideas: how they are sorted, filtered and paged (R198). A page ends with a cursor, never with a
 * page number: what others write meanwhile neither repeats nor hides an idea.
 */

export const PAGE_SIZE = 20;

export const SORTS = ['recentes', 'soutenues', 'a-decouvrir'] as const;
/** Newest first · most supported first · fewest supports first, the longest waiting before. */
export type Sort = (typeof SORTS)[number];

/**
 * The moment a reader began to page through a sort by supports: which transactions had ended (as
 * PostgreSQL's pg_snapshot says it), the time in microseconds since 1970, the last number given.
 */
export interface Moment {
  snapshot: string;
  at: number;
  lastNumber: number;
}

export interface Cursor {
  direction: 'after' | 'before';
  /** Of the idea at the edge of the page: microseconds of publication, or supports at the moment. */
  key: number;
  number: number;
  /** Sorts by supports only. */
  moment: Moment | null;
}

/** What everybody may ask of a list: kept for the vote, refused, brought together with others, not decided yet. */
export const OUTCOMES = {
  retenue: 'to-vote',
  'non-retenue': 'refused',
  regroupee: 'merged',
  'a-l-etude': 'under-study',
} as const;
type OutcomeSlug = keyof typeof OUTCOMES;
export type AskedOutcome = (typeof OUTCOMES)[OutcomeSlug];

/** What was decided, once it is public; an idea that was merged has its own besides. */
type PublicOutcome = Exclude<AskedOutcome, 'merged'>;

/** An idea as lists show it. */
export interface ListedIdea {
  id: string;
  number: number;
  title: string;
  /** The beginning of its text, on one line, cut between words. */
  excerpt: string;
  lang: string;
  categoryId: string;
  authorId: string | null;
  authorNickname: string;
  /** Under which label its author speaks (R136). */
  official: string | null;
  publishedAt: Date;
  supportCount: number;
  /** Taken back by its author (R116). */
  isWithdrawn: boolean;
  picture: { fileId: string; alt: string; width: number; height: number } | null;
  outcome: PublicOutcome;
  /** Stands in an accepted merge. */
  isMerged: boolean;
  /** Why it was refused, in both languages; '' where there is no translation. */
  reason: { french: string; english: string } | null;
}

export interface IdeaPage {
  ideas: ListedIdea[];
  /** Ideas of the edition, or of the category and outcome chosen. */
  total: number;
  now: Date;
  /** Cursors of the pages beside this one, as addresses carry them. */
  previous: string | null;
  next: string | null;
  /** Some word stands nowhere as typed: these ideas hold the closest ones. */
  approximate: boolean;
}

export interface ListFilter {
  sort: Sort;
  /** Slug of a category. */
  category: string | null;
  outcome: OutcomeSlug | null;
  /** Code of a language that some idea of the board is written in. */
  language: string | null;
  /** As typed, cut to a sensible length. */
  search: string;
  cursor: Cursor | null;
  /** The cursor as the address carries it; '' on the first page. */
  page: string;
}

const SEARCH_LENGTH = 100;
const SEARCH_WORDS = 8;

/** What an address asks for. What makes no sense is left out, never an error: an address is often half copied. */
export function readFilter(
  query: URLSearchParams,
  categories: readonly { slug: string }[],
  languages: readonly string[] = [],
): ListFilter {
  const sort = query.get('tri');
  const category = query.get('categorie');
  const outcome = query.get('issue') ?? '';
  const cursor = readCursor(query.get('page') ?? '');
  const known = SORTS.find((name) => name === sort) ?? 'recentes';
  const fits = cursor !== null && (known === 'recentes') === (cursor.moment === null);
  return {
    sort: known,
    category: categories.find(({ slug }) => slug === category)?.slug ?? null,
    language: languages.find((one) => one === query.get('langue')) ?? null,
    outcome: Object.hasOwn(OUTCOMES, outcome) ? (outcome as OutcomeSlug) : null,
    search: (query.get('recherche') ?? '')
      .normalize('NFC')
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, SEARCH_LENGTH)
      .replace(/[\ud800-\udbff]$/, ''),
    cursor: fits ? cursor : null,
    page: fits ? (query.get('page') ?? '') : '',
  };
}

/** The words of a search: letters and figures only, eight at most. Elisions fall apart (l’école → école). */
export function readWords(search: string): string[] {
  const words = search.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return words
    .filter(
      (word) => (word.length > 1 || /\p{N}/u.test(word)) && !SMALL_WORDS.has(word.toLowerCase()),
    )
    .slice(0, SEARCH_WORDS);
}

/** Said by everyone, and unknown to PostgreSQL's list of French small words. */
const SMALL_WORDS = new Set(['les', 'cette', 'plus']);

/** A cursor as it stands in an address. */
export function writeCursor(cursor: Cursor): string {
  const { direction, key, number, moment } = cursor;
  const parts = [direction === 'after' ? 'a' : 'b', key, number];
  if (moment) parts.push(moment.lastNumber, moment.at, moment.snapshot);
  return btoa(parts.join('~')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const CURSOR_LENGTH = 2000;

/** null for anything that this list did not write itself. */
export function readCursor(text: string): Cursor | null {
  if (text === '' || text.length > CURSOR_LENGTH || !/^[\w-]+$/.test(text)) return null;
  let parts: string[];
  try {
    parts = atob(text.replaceAll('-', '+').replaceAll('_', '/')).split('~');
  } catch {
    return null;
  }
  const [direction, key, number, lastNumber, at, snapshot, ...rest] = parts;
  if (direction !== 'a' && direction !== 'b') return null;
  if (!isCount(key) || !isNumber(number) || rest.length > 0) return null;
  const cursor: Cursor = {
    direction: direction === 'a' ? 'after' : 'before',
    key: Number(key),
    number: Number(number),
    moment: null,
  };
  if (parts.length === 3) return cursor;
  if (!isNumber(lastNumber) || !isCount(at) || !isSnapshot(snapshot) || !isNumber(key)) return null;
  return { ...cursor, moment: { snapshot, at: Number(at), lastNumber: Number(lastNumber) } };
}

/** A whole number that an `int` column holds. */
function isNumber(text: string | undefined): text is string {
  return text !== undefined && /^(0|[1-9]\d{0,8})$/.test(text);
}

/** A whole number that JavaScript counts exactly. */
function isCount(text: string | undefined): text is string {
  return text !== undefined && /^(0|[1-9]\d{0,15})$/.test(text) && Number(text) <= 4e15;
}

/** `xmin:xmax:xip,xip,…` as PostgreSQL accepts it: 0 < xmin ≤ xip (rising) < xmax. */
function isSnapshot(text: string | undefined): text is string {
  const match = /^([1-9]\d{0,15}):([1-9]\d{0,15}):((?:[1-9]\d{0,15}(?:,[1-9]\d{0,15})*)?)$/.exec(
    text ?? '',
  );
  if (!match) return false;
  const [from, to] = [Number(match[1]), Number(match[2])];
  const running = match[3] ? match[3].split(',').map(Number) : [];
  return (
    from <= to &&
    running.every((one, index) => one >= (index === 0 ? from : running[index - 1]! + 1) && one < to)
  );
}
