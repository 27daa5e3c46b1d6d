import * as m from '../../../paraglide/messages.js';
import { get, type Route } from '../../../platform/http/route.ts';
import { page, type Visit } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { searchWords } from '../../ideas/index.ts';
import { listEditions } from '../../spaces/index.ts';
import { type Results, SearchPage } from './search.page.tsx';
import { readSearch, SEARCH_KINDS, type Search, SHOWN } from './search.ts';

export const searchRoutes: readonly Route[] = [
  get(urls.search, 'anyone', async (visit) => {
    const { db, organisation, url } = visit;
    const editions = await visit.share('public editions', () => listEditions(db, organisation.id));
    const search = readSearch(url.searchParams, editions);
    const words = searchWords(search.text);
    const found = words.length > 0 ? await find(visit, search, words, editions) : null;
    return page({
      title: search.text ? m.search_title_of({ words: search.text }) : m.search_title(),
      section: 'search',
      body: <SearchPage search={search} editions={editions} found={found} />,
    });
  }),
];

/** Words as typed first; only when they are found nowhere at all, the closest ones. */
async function find(
  visit: Visit,
  search: Search,
  words: readonly string[],
  all: readonly { id: string; slug: string; title: string }[],
): Promise<Results> {
  const editions = search.edition ? all.filter(({ slug }) => slug === search.edition) : all;
  const { from, to } = shownOf(search);
  const kinds = search.kind ? [search.kind] : SEARCH_KINDS;
  const look = async (loosely: boolean) =>
    Promise.all(
      kinds.map(async (kind) => {
        const sources = visit.searchables.filter(
          (one) => one.kind === kind && (one.ofEditions ? editions.length > 0 : !search.edition),
        );
        const asked = {
          organisationId: visit.organisation.id,
          locale: visit.locale,
          words,
          editions,
          loosely,
          most: to + 1,
        };
        const found = (await Promise.all(sources.map((one) => one.find(visit.db, asked)))).flat();
        return { kind, found: found.slice(from, to), more: found.length > to };
      }),
    );
  const exact = await look(false);
  if (exact.some(({ found }) => found.length > 0) || search.page > 1)
    return { approximate: false, groups: exact };
  return { approximate: true, groups: await look(true) };
}

function shownOf({ kind, page }: Search): { from: number; to: number } {
  if (kind === null) return { from: 0, to: SHOWN.together };
  return { from: (page - 1) * SHOWN.onPage, to: page * SHOWN.onPage };
}
