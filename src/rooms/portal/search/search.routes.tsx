import * as m from '../../../paraglide/messages.js';
import { get, type Route } from '../../../platform/http/route.ts';
import { page } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { listSearchedSpaces } from '../../consultations/index.routes.ts';
import { searchWords } from '../../ideas/index.ts';
import { listEditions } from '../../spaces/index.ts';
import { searchEverywhere } from './everywhere.store.ts';
import { SearchPage } from './search.page.tsx';
import { listSearchKinds, readSearch } from './search.ts';

/** One field for everything that residents may read here (R198). */
export const searchRoutes: readonly Route[] = [
  get(urls.search, 'anyone', async (visit) => {
    const { db, organisation, url, locale, searchables } = visit;
    const editions = await visit.share('public editions', () => listEditions(db, organisation.id));
    const spaces = await listSearchedSpaces(visit);
    const search = readSearch(url.searchParams, editions, spaces);
    const words = searchWords(search.text);
    const asked = { organisationId: organisation.id, locale, words, editions, spaces };
    const found = words.length > 0 ? await searchEverywhere(db, searchables, search, asked) : null;
    return page({
      title: search.text ? m.search_title_of({ words: search.text }) : m.search_title(),
      section: 'search',
      body: (
        <SearchPage
          search={search}
          kinds={listSearchKinds(organisation)}
          editions={editions}
          spaces={spaces}
          found={found}
        />
      ),
    });
  }),
];
