/** « Suivi global »: what is asked of the list of every realisation, across editions (R81, R85). */
import { STAGES, type Stage } from '../realisation.ts';
import type { WrittenRealisation } from '../sets/written-realisation.ts';

export const PAGE_SIZE = 30;

const SORTS = ['recents', 'budget'] as const;
/** The newest edition first, by number · the dearest first · those with a picture first, as the showcase has them. */
export type Sort = (typeof SORTS)[number] | 'pictures';

export const VIEWS = ['liste', 'vitrine', 'carte', 'chiffres'] as const;
export type View = (typeof VIEWS)[number];

export const STANDINGS = {
  'en-retard': 'late',
  suspendu: 'suspended',
  abandonne: 'abandoned',
} as const;
export type StandingSlug = keyof typeof STANDINGS;

/** As addresses say the six stages. */
export const STAGE_SLUGS: Record<Stage, string> = {
  'to-launch': 'a-lancer',
  study: 'etude',
  procurement: 'marche',
  works: 'travaux',
  delivered: 'livre',
  inaugurated: 'inaugure',
};

/** Where a page begins or ends. `key`: what it is sorted by. */
export interface Cursor {
  direction: 'after' | 'before';
  key: number;
  number: number;
  id: string;
}

export interface FollowedFilter {
  view: View;
  sort: Sort;
  /** Slug of an edition. */
  edition: string;
  theme: string;
  /** As the edition names it; WHOLE_TOWN: those that stand nowhere in particular. */
  district: string;
  /** Id. */
  department: string;
  stage: Stage | null;
  standing: StandingSlug | null;
  search: string;
  cursor: Cursor | null;
}

/** No district has this name: `-` is what addresses say of none. */
export const WHOLE_TOWN = '-';
export const NO_DEPARTMENT = '-';

/** What an address asks for; what makes no sense is left out. */
export function readFollowed(query: URLSearchParams): FollowedFilter {
  const text = (name: string, most = 120) =>
    (query.get(name) ?? '')
      .normalize('NFC')
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, most)
      .replace(/[\ud800-\udbff]$/, '');
  const view = VIEWS.find((one) => one === query.get('vue')) ?? 'liste';
  const sort = SORTS.find((one) => one === query.get('tri')) ?? 'recents';
  const standing = query.get('situation') ?? '';
  return {
    view,
    sort: view === 'vitrine' ? 'pictures' : sort,
    edition: text('edition'),
    theme: text('theme'),
    district: text('quartier'),
    department: text('service'),
    stage: STAGES.find((one) => STAGE_SLUGS[one] === query.get('etape')) ?? null,
    standing: Object.hasOwn(STANDINGS, standing) ? (standing as StandingSlug) : null,
    search: text('recherche', 100),
    cursor: readCursor(query.get('page') ?? ''),
  };
}

/** The same as an address says it; nothing that is usual. */
export function typeFollowed(filter: Partial<FollowedFilter>): Record<string, string | undefined> {
  const { view, sort, stage, standing, cursor } = filter;
  return {
    vue: view === 'liste' ? undefined : view,
    tri: sort === 'budget' ? sort : undefined,
    edition: filter.edition,
    theme: filter.theme,
    quartier: filter.district,
    service: filter.department,
    etape: stage ? STAGE_SLUGS[stage] : undefined,
    situation: standing ?? undefined,
    recherche: filter.search,
    page: cursor ? writeCursor(cursor) : undefined,
  };
}

export const writeCursor = ({ direction, key, number, id }: Cursor): string =>
  [direction === 'after' ? 'a' : 'b', key, number, id].join('.');

export function readCursor(text: string): Cursor | null {
  const match =
    /^([ab])\.(\d{1,15})\.(\d{1,9})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text);
  if (!match) return null;
  const [, direction, key, number, id] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    direction: direction === 'a' ? 'after' : 'before',
    key: Number(key),
    number: Number(number),
    id,
  };
}

/** A realisation as the list shows it. `nextOn`: the first planned day still to be met, `YYYY-MM-DD`. */
export interface Followed extends WrittenRealisation {
  id: string;
  /** Of `nextOn` one knows the month only. */
  nextIsMonth: boolean;
}

/** How many stand together, and their money in cents. */
export interface FollowedGroup {
  year: number;
  stage: Stage;
  halted: 'suspended' | 'abandoned' | null;
  count: number;
  late: number;
  voted: number;
  committed: number;
  spent: number;
  /** How many say what is committed, and what is spent. */
  withCommitted: number;
  withSpent: number;
}

export interface FollowedFigures {
  groups: readonly FollowedGroup[];
  /** Of those delivered whose planned day is known: months after it, rounded down; below zero: before. */
  delays: readonly { months: number; count: number }[];
}

export const sumOf = (groups: readonly FollowedGroup[], pick: (group: FollowedGroup) => number) =>
  groups.reduce((sum, group) => sum + pick(group), 0);

/** Delays as a chart shows them: on time, then by half a year, a year, two years, more. */
export const DELAY_BANDS = [
  { upTo: 0, name: 'on-time' },
  { upTo: 6, name: 'half-year' },
  { upTo: 12, name: 'year' },
  { upTo: 24, name: 'two-years' },
  { upTo: Number.POSITIVE_INFINITY, name: 'more' },
] as const;
export type DelayBand = (typeof DELAY_BANDS)[number]['name'];

export function bandDelays(delays: FollowedFigures['delays']): Record<DelayBand, number> {
  const counts = { 'on-time': 0, 'half-year': 0, year: 0, 'two-years': 0, more: 0 };
  for (const { months, count } of delays)
    counts[DELAY_BANDS.find(({ upTo }) => months <= upTo)!.name] += count;
  return counts;
}
