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
 * ones. `asked.editions`, `asked.spaces`: all that the reader sees; the one that was chosen is taken here.
 */
export async function searchEverywhere(
  db: Database,
  searchables: readonly Searchable[],
  search: Search,
  asked: Omit<SearchAsked, 'everyEdition' | 'loosely' | 'most'>,
): Promise<Results> {
  const everyEdition = search.edition === null && search.space === null;
  const editions = asked.editions.filter(({ slug }) => everyEdition || slug === search.edition);
  const spaces = asked.spaces.filter(({ slug }) => everyEdition || slug === search.space);
  const { from, to } = shownOf(search);
  const look = (loosely: boolean) =>
    Promise.all(
      (search.kind ? [search.kind] : SEARCH_KINDS).map(async (kind) => {
        const sources = searchables.filter(
          (one) =>
            one.kind === kind &&
            (mayHold(one, everyEdition, editions.length) || (one.ofSpaces && spaces.length > 0)),
        );
        // one more than fits tells whether others follow
        const all = { ...asked, editions, spaces, everyEdition, loosely, most: to + 1 };
        const found = (await Promise.all(sources.map((one) => one.find(db, all)))).flat();
        return { kind, found: found.slice(from, to), more: found.length > to };
      }),
    );
  const exact = await look(false);
  if (exact.some(({ found }) => found.length > 0) || search.page > 1)
    return { approximate: false, groups: exact };
  return { approximate: true, groups: await look(true) };
}

function mayHold({ ofEditions }: Searchable, every: boolean, editions: number): boolean {
  if (ofEditions === 'some') return every || editions > 0;
  return ofEditions ? editions > 0 : every;
}

function shownOf({ kind, page }: Search): { from: number; to: number } {
  if (kind === null) return { from: 0, to: SHOWN.together };
  return { from: (page - 1) * SHOWN.onPage, to: page * SHOWN.onPage };
}
