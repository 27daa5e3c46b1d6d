/** The office's list of ideas under study: what an address asks for, and what counters lead to (R43, R197). */
import type { StudyStage } from './assignment.ts';

export interface StudyFilter {
  /** `late`: something asked of it is past its day. */
  state: StudyStage | 'late' | null;
  /** What the office's sheet says; `unsaid`: nothing yet. */
  admissible: 'yes' | 'no' | 'unsaid' | null;
  categoryId: string | null;
  departmentId: string | null;
  /** As typed, cut to a sensible length. */
  search: string;
}

/** How states stand in addresses. */
const STATES = {
  'sans-service': 'unassigned',
  rendues: 'returned',
  'en-etude': 'asked',
  'avis-rendus': 'answered',
  decidees: 'decided',
  'en-retard': 'late',
} as const;
const ADMISSIBLE = { oui: 'yes', non: 'no', 'a-dire': 'unsaid' } as const;

const SEARCH_LENGTH = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const at = <T>(words: Readonly<Record<string, T>>, word: string): T | null =>
  Object.hasOwn(words, word) ? words[word]! : null;

/** What makes no sense is left out, never an error: an address is often half copied. */
export function readStudyFilter(
  read: (name: string) => string,
  categories: readonly { id: string; slug: string }[],
): StudyFilter {
  const department = read('service');
  return {
    state: at(STATES, read('etat')),
    admissible: at(ADMISSIBLE, read('recevabilite')),
    categoryId: categories.find(({ slug }) => slug === read('categorie'))?.id ?? null,
    departmentId: UUID.test(department) ? department : null,
    search: read('recherche').replaceAll(/\s+/g, ' ').trim().slice(0, SEARCH_LENGTH),
  };
}

/** The same as an address carries it. */
export function writeStudyFilter(
  filter: StudyFilter,
  categories: readonly { id: string; slug: string }[],
): Record<string, string> {
  const written = {
    etat: keyOf(STATES, filter.state),
    recevabilite: keyOf(ADMISSIBLE, filter.admissible),
    categorie: categories.find(({ id }) => id === filter.categoryId)?.slug ?? '',
    service: filter.departmentId ?? '',
    recherche: filter.search,
  };
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== ''));
}

const keyOf = (words: Readonly<Record<string, string>>, value: string | null): string =>
  Object.entries(words).find(([, word]) => word === value)?.[0] ?? '';

export const NO_FILTER: StudyFilter = {
  state: null,
  admissible: null,
  categoryId: null,
  departmentId: null,
  search: '',
};

export const isFiltered = (filter: StudyFilter): boolean =>
  Object.values(filter).some((value) => value !== null && value !== '');

/** An idea as the office sees it between departments. */
export interface StudiedIdea {
  id: string;
  number: number;
  title: string;
  lang: string;
  categoryId: string;
  stage: StudyStage;
  /** The first day that something asked of it is due, `YYYY-MM-DD`. */
  dueOn: string | null;
  admissible: boolean | null;
}

/** How an edition's ideas stand: each number is the length of the list that its state leads to (R197). */
export interface StudyCounts {
  ideas: number;
  unassigned: number;
  returned: number;
  asked: number;
  answered: number;
  decided: number;
  /** Among `asked` and `returned`. */
  late: number;
}
