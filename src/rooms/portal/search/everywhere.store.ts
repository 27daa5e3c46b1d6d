import type { Database } from '../../../platform/database/database.ts';
import type { Found, SearchAsked, Searchable } from '../../../platform/search/searchable.ts';
import { SEARCH_KINDS, type Search, type SearchKind, SHOWN } from './search.ts';

/** What was found, and whether words stand in for others that were found nowhere. */
export interface Results {
  approximate: boolean;
  groups: readonly { kind: SearchKind; found: readonly Found[]; more: boolean }[];
}

/**
 * Asks every room for what it lets be found: words as typed first; only when they are found nowhere at all, the closest
 * ones. `asked.editions`: every public edition; the one that was chosen is taken here.
 */
export async function searchEverywhere(
  db: Database,
  searchables: readonly Searchable[],
  search: Search,
  asked: Omit<SearchAsked, 'everyEdition' | 'loosely' | 'most'>,
): Promise<Results> {
  const editions = search.edition
    ? asked.editions.filter(({ slug }) => slug === search.edition)
    : asked.editions;
  const { from, to } = shownOf(search);
  const look = (loosely: boolean) =>
    Promise.all(
      (search.kind ? [search.kind] : SEARCH_KINDS).map(async (kind) => {
        const sources = searchables.filter(
          (one) => one.kind === kind && mayHold(one, search.edition, editions.length),
        );
        // one more than fits tells whether others follow
        const everyEdition = search.edition === null;
        const all = { ...asked, editions, everyEdition, loosely, most: to + 1 };
        const found = (await Promise.all(sources.map((one) => one.find(db, all)))).flat();
        return { kind, found: found.slice(from, to), more: found.length > to };
      }),
    );
  const exact = await look(false);
  if (exact.some(({ found }) => found.length > 0) || search.page > 1)
    return { approximate: false, groups: exact };
  return { approximate: true, groups: await look(true) };
}

function mayHold({ ofEditions }: Searchable, chosen: string | null, editions: number): boolean {
  if (ofEditions === 'some') return chosen === null || editions > 0;
  return ofEditions ? editions > 0 : chosen === null;
}

function shownOf({ kind, page }: Search): { from: number; to: number } {
  if (kind === null) return { from: 0, to: SHOWN.together };
  return { from: (page - 1) * SHOWN.onPage, to: page * SHOWN.onPage };
}
