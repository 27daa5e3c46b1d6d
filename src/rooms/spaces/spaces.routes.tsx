import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { get, holdsRight, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { listEditions } from './edition.store.ts';
import { EditionsPage } from './editions.page.tsx';

/** What everybody may read of an edition, apart from its own page (portal). */
export const publicRoutes: readonly Route[] = [
  get(
    urls.editions,
    'anyone',
    async ({ db, organisation, visitor }) =>
      page({
        title: m.spaces_editions_title(),
        section: 'editions',
        body: (
          <EditionsPage
            editions={await listEditions(db, organisation.id)}
            now={await readNow(db)}
            canPrepare={holdsRight('officer', visitor)}
          />
        ),
      }),
    { cached: true },
  ),
];
