import {
  DOCUMENT_TYPES,
  type DocumentKind,
  type DocumentType,
  LEVELS,
  type Level,
  REACHES,
  RESULTS,
  type Reach,
  type Result,
} from './document.ts';

export const PAGE_SIZE = 30;
/** More pins than that are not told apart. */
export const MOST_ON_MAP = 200;

/** What of a component is asked for; with nothing but a folder, what stands in it. */
export interface DocumentFilter {
  type: DocumentType | null;
  level: Level | null;
  result: Result | null;
  reach: Reach | null;
  theme: string;
  tag: string;
  /** As typed. */
  words: string;
  onlyTemplates: boolean;
  /** Number of a document of one author: theirs alone. */
  author: string | null;
}

export type Look = 'rows' | 'cards';

/** Tools are looked at before they are read: they stand as pictures unless a list is asked for (R146). */
const usualLook = (kind: DocumentKind): Look => (kind === 'tools' ? 'cards' : 'rows');

/** `vue=grille`, `vue=liste` */
export function readLook(kind: DocumentKind, asked: string | null): Look {
  if (asked === 'grille') return 'cards';
  return asked === 'liste' ? 'rows' : usualLook(kind);
}

/** The same as an address says it; left out where it is the usual one. */
export function writeLook(kind: DocumentKind, look: Look): 'grille' | 'liste' | undefined {
  if (look === usualLook(kind)) return undefined;
  return look === 'cards' ? 'grille' : 'liste';
}

const among = <Value extends string>(values: readonly Value[], asked: string | null) =>
  values.find((value) => value === asked) ?? null;

/** What an address asks for; what it says wrong is left out. */
export function readFilter(asked: (name: string) => string | null): DocumentFilter {
  return {
    type: among(DOCUMENT_TYPES, asked('type')),
    level: among(LEVELS, asked('niveau')),
    result: among(RESULTS, asked('resultat')),
    reach: among(REACHES, asked('portee')),
    theme: (asked('theme') ?? '').trim().slice(0, 160),
    tag: (asked('etiquette') ?? '').trim().slice(0, 40),
    words: (asked('mots') ?? '').trim().slice(0, 200),
    onlyTemplates: asked('modeles') === 'oui',
    author: (asked('de') ?? '').trim().slice(0, 80) || null,
  };
}

export type FilterParams = Partial<
  Record<
    'type' | 'niveau' | 'resultat' | 'portee' | 'theme' | 'etiquette' | 'mots' | 'modeles' | 'de',
    string
  >
>;

/** The same as an address says it. */
export function writeFilter(filter: DocumentFilter): FilterParams {
  const said: Record<keyof FilterParams, string | null> = {
    type: filter.type,
    niveau: filter.level,
    resultat: filter.result,
    portee: filter.reach,
    theme: filter.theme,
    etiquette: filter.tag,
    mots: filter.words,
    modeles: filter.onlyTemplates ? 'oui' : null,
    de: filter.author,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value));
}

/** Whether the whole component is looked through, and not one folder. */
export const isFiltered = (filter: DocumentFilter): boolean =>
  Object.keys(writeFilter(filter)).length > 0;
