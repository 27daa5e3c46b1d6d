/** Which groups of the directory are asked for, as its address says it. */
import { readCounty } from './counties.ts';
import { type GroupKind, KIND_SEGMENTS, readGroupKind } from './group.ts';

export interface DirectoryFilter {
  /** As typed; '' : no words. */
  words: string;
  kind: GroupKind | null;
  /** Number of a département; null: all. */
  county: string | null;
  /** yes: certified ones only; requested, warned: for the office. */
  certified: 'yes' | 'no' | 'requested' | 'warned' | null;
  /** The group after which the page begins: its id. */
  after: string | null;
}

/** Groups of one département on a map: how many, and the middle of where they are. */
export interface GroupSpot {
  county: string;
  count: number;
  latitude: number;
  longitude: number;
}

/** Asks for everything. */
export const NO_FILTER: DirectoryFilter = {
  words: '',
  kind: null,
  county: null,
  certified: null,
  after: null,
};

/** Groups on a page. */
export const PAGE_SIZE = 24;

const CERTIFIED_SEGMENTS = {
  yes: 'oui',
  no: 'non',
  requested: 'demandee',
  warned: 'avertis',
} as const;
export const STANDINGS = ['yes', 'no', 'requested', 'warned'] as const;
export const standingSegment = (certified: (typeof STANDINGS)[number]): string =>
  CERTIFIED_SEGMENTS[certified];

type Query = Record<'q' | 'genre' | 'departement' | 'certifie' | 'apres', string | undefined>;

export function readFilter(get: (name: string) => string | null): DirectoryFilter {
  const after = get('apres') ?? '';
  return {
    words: (get('q') ?? '').trim().slice(0, 100),
    kind: readGroupKind(get('genre') ?? ''),
    county: readCounty(get('departement') ?? ''),
    certified: STANDINGS.find((one) => CERTIFIED_SEGMENTS[one] === get('certifie')) ?? null,
    after: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after) ? after : null,
  };
}

/** The same as a query; what is usual is left out. */
export function writeFilter(filter: Partial<DirectoryFilter>): Query {
  return {
    q: filter.words || undefined,
    genre: filter.kind ? KIND_SEGMENTS[filter.kind] : undefined,
    departement: filter.county ?? undefined,
    certifie: filter.certified ? CERTIFIED_SEGMENTS[filter.certified] : undefined,
    apres: filter.after ?? undefined,
  };
}

/** Words to look for, eight at most. */
export const splitWords = (words: string): string[] =>
  words
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 8);
