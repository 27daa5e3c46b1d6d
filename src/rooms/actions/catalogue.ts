/** Which actions of a fund are asked for, as the address of its catalogue says it (R13, R29). Never by rank (R16). */

export interface CatalogueFilter {
  /** As typed; '' : no words. */
  words: string;
  kind: 'union' | 'solidarity' | null;
  state: 'seeking' | 'fundable' | null;
  /** Cents that it costs at most; null: whatever. */
  most: number | null;
  /** Number of the département of the group that proposes; null: all. */
  county: string | null;
  /** The action after which the page begins: its id. */
  after: string | null;
}

export const NO_FILTER: CatalogueFilter = {
  words: '',
  kind: null,
  state: null,
  most: null,
  county: null,
  after: null,
};

/** Actions on a page. */
export const CATALOGUE_SIZE = 18;

export const CATALOGUE_KINDS = { union: 'syndicale', solidarity: 'solidarite' } as const;
export const CATALOGUE_STATES = { seeking: 'cherche-des-groupes', fundable: 'financable' } as const;

/** Steps of a budget that are offered, in cents; those under the maximum of the fund. */
export const listBudgets = (cap: number): number[] =>
  [5_000, 10_000, 15_000, 20_000, 30_000, 50_000, 100_000].filter((step) => step < cap);

type Query = Record<
  'q' | 'type' | 'statut' | 'budget' | 'departement' | 'apres',
  string | undefined
>;

export function readCatalogueFilter(get: (name: string) => string | null): CatalogueFilter {
  const [budget, county, after] = [
    get('budget') ?? '',
    get('departement') ?? '',
    get('apres') ?? '',
  ];
  return {
    words: (get('q') ?? '').trim().slice(0, 100),
    kind: keyOf(CATALOGUE_KINDS, get('type')),
    state: keyOf(CATALOGUE_STATES, get('statut')),
    most: /^[1-9]\d{0,6}$/.test(budget) ? Number(budget) * 100 : null,
    county: /^(\d{2,3}|2[AB])$/.test(county) ? county : null,
    after: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after) ? after : null,
  };
}

/** The same as a query; what is usual is left out. */
export function writeCatalogueFilter(filter: Partial<CatalogueFilter>): Query {
  return {
    q: filter.words || undefined,
    type: filter.kind ? CATALOGUE_KINDS[filter.kind] : undefined,
    statut: filter.state ? CATALOGUE_STATES[filter.state] : undefined,
    budget: filter.most ? String(filter.most / 100) : undefined,
    departement: filter.county ?? undefined,
    apres: filter.after ?? undefined,
  };
}

/** Words to look for, eight at most. */
export const splitWords = (words: string): string[] =>
  words
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 8);

const keyOf = <Key extends string>(
  segments: Readonly<Record<Key, string>>,
  asked: string | null,
): Key | null => (Object.keys(segments) as Key[]).find((key) => segments[key] === asked) ?? null;
