/** Search across everything (R198): what an address asks for, and what is shown of what was found. */

/** In the order in which they are shown. */
export const SEARCH_KINDS = [
  'project',
  'realisation',
  'post',
  'idea',
  'meeting',
  'group',
  'edition',
  'space',
  'news',
  'action',
  'document',
  'page',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** As addresses say them: `?dans=projets`. */
export const KIND_SLUGS: Record<SearchKind, string> = {
  project: 'projets',
  realisation: 'realisations',
  post: 'nouvelles',
  idea: 'idees',
  meeting: 'agenda',
  group: 'groupes',
  edition: 'editions',
  space: 'espaces',
  news: 'actualites',
  action: 'actions',
  document: 'documents',
  page: 'pages',
};

/** Only a movement has groups and their actions: elsewhere nobody is asked to choose them. */
export const listSearchKinds = (organisation: { kind: string }): readonly SearchKind[] =>
  organisation.kind === 'movement'
    ? SEARCH_KINDS
    : SEARCH_KINDS.filter((one) => one !== 'group' && one !== 'action');

/** Of each kind, where all are shown; on a page, where one is; and how many pages of one are turned. */
export const SHOWN = { together: 4, onPage: 15, pages: 10 } as const;

const SEARCH_LENGTH = 100;

export interface Search {
  /** As typed, cut to a sensible length; '' before anything is asked. */
  text: string;
  /** null: everything. */
  kind: SearchKind | null;
  /** Slug; null: every edition. */
  edition: string | null;
  /** Slug; null: every space. Never beside an edition. */
  space: string | null;
  /** From 1; beyond the first only where one kind is shown. */
  page: number;
}

/** As its address says where one searches: an edition, or a space, whose slugs may be alike. */
export const placeOf = ({
  edition,
  space,
}: Pick<Search, 'edition' | 'space'>): string | undefined =>
  space === null ? (edition ?? undefined) : `espace/${space}`;

/** What makes no sense is left out, never an error: an address is often half copied. */
export function readSearch(
  query: URLSearchParams,
  editions: readonly { slug: string }[],
  spaces: readonly { slug: string }[],
): Search {
  const place = query.get('edition');
  const slug = query.get('dans');
  const kind = SEARCH_KINDS.find((one) => KIND_SLUGS[one] === slug) ?? null;
  const page = /^([1-9]|10)$/.exec(query.get('page') ?? '')?.[0] ?? '1';
  return {
    text: (query.get('q') ?? '')
      .normalize('NFC')
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, SEARCH_LENGTH)
      .replace(/[\ud800-\udbff]$/, ''),
    kind,
    edition: editions.find((edition) => edition.slug === place)?.slug ?? null,
    space:
      spaces.find((space) => placeOf({ edition: null, space: space.slug }) === place)?.slug ?? null,
    page: kind === null ? 1 : Number(page),
  };
}

/** A piece of text: words that were searched, or those between them. */
export interface Piece {
  words: string;
  marked: boolean;
}

/** As the database folds a word before it finds its stem (palabre_fold, migration 0001). */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replace(/([aiou])s$/, '$1');
}

/** A stem is the beginning of its words, and what follows is an ending: short after a short stem. */
function holds(word: string, stems: readonly string[]): boolean {
  const folded = foldWord(word);
  return stems.some(
    (stem) =>
      folded.startsWith(stem) &&
      folded.length - stem.length <= (stem.length < 3 ? 0 : stem.length < 5 ? 3 : 8),
  );
}

/** A text in pieces, the words that hold one of the stems marked. */
export function markWords(text: string, stems: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text.split(/([\p{L}\p{M}\p{N}]+)/u)) {
    if (part === '') continue;
    const marked = /^[\p{L}\p{N}]/u.test(part) && holds(part, stems);
    const last = pieces.at(-1);
    if (last?.marked === marked) last.words += part;
    else pieces.push({ words: part, marked });
  }
  return pieces;
}

const EXCERPT_LENGTH = 200;
/** Characters before the first word found, so that one sees what it is about. */
const BEFORE = 60;

/** Some two lines of a text around the first word that was found, else its beginning; on one line. */
export function excerptAround(text: string, stems: readonly string[]): Piece[] {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  let at = 0;
  for (const piece of markWords(line, stems)) {
    if (piece.marked) break;
    at += piece.words.length;
  }
  const first = at >= line.length || at <= BEFORE ? 0 : line.indexOf(' ', at - BEFORE) + 1;
  const begin = first > at ? at : first;
  const rest = line.slice(begin);
  const space = rest.lastIndexOf(' ', EXCERPT_LENGTH);
  const cut =
    rest.length <= EXCERPT_LENGTH ? rest : `${rest.slice(0, space > 0 ? space : EXCERPT_LENGTH)}…`;
  return markWords(begin > 0 ? `…${cut}` : cut, stems);
}
