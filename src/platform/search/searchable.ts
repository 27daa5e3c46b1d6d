import type { Database } from '../database/database.ts';
import type { Locale } from '../locale/locale.ts';

/** What can be found by its words (R198). */
type FoundKind =
  | 'idea'
  | 'project'
  | 'realisation'
  | 'post'
  | 'meeting'
  | 'group'
  | 'edition'
  | 'space'
  | 'news'
  | 'action'
  | 'document'
  | 'page';

/** A space of participation that is searched, with its components. */
export interface SearchedSpace {
  id: string;
  slug: string;
  title: string;
  components: readonly { id: string; kind: string; slug: string }[];
}

export interface SearchAsked {
  organisationId: string;
  locale: Locale;
  /** As typed, without accents or not, small words left out; at least one. All of them must be found. */
  words: readonly string[];
  /** Public editions that are searched, the newest first. What is of another one is never given. */
  editions: readonly { id: string; slug: string; title: string }[];
  /** Opened spaces that the reader sees, with what they see in them. What is of another one is never given. */
  spaces: readonly SearchedSpace[];
  /** Neither an edition nor a space was chosen: what stands in none is searched too. */
  everyEdition: boolean;
  /** false: words as typed, by stem or beginning. true: closest words stand in for those that are found nowhere. */
  loosely: boolean;
  /** How many may be given, the closest first. */
  most: number;
}

/** Something that holds the words asked for, and that the reader may see. */
export interface Found {
  href: string;
  title: string;
  /** Plain text, long: what is shown of it is cut around the words that were found. */
  text: string;
  /** Language of title and text; null: that of the reader. */
  lang: string | null;
  /** null: of no edition. */
  editionId: string | null;
  /** Left out: of no space. */
  spaceId?: string;
  /** « 12 » before the title; null: not numbered. */
  number: number | null;
  /** Folded stems and beginnings that were looked for in it, to mark them. */
  stems: readonly string[];
}

/** What a room lets everybody find. Several rooms may keep things of one kind. */
export interface Searchable {
  kind: FoundKind;
  /** Whether these things belong to editions: those that do not are left out when one edition is asked for. */
  ofEditions: boolean | 'some';
  /** true: there are some in spaces of participation too. Left out: none. */
  ofSpaces?: true;
  find(db: Database, asked: SearchAsked): Promise<Found[]>;
}

/** The stems that a `tsquery` names, as its text says them: `'elagag' | 'elag':*`. */
export function stemsOf(query: string): string[] {
  return [...query.matchAll(/'((?:[^']|'')+)'/g)].map(([, stem]) => stem!.replaceAll("''", "'"));
}
