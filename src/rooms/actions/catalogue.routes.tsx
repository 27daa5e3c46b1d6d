import * as m from '../../paraglide/messages.js';
import { get, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import { inMovements } from '../groups/index.routes.ts';
import { listGroupIdsOf, listGroupsById } from '../groups/index.ts';
import { CataloguePage } from './catalogue.page.tsx';
import { countCatalogue, listCatalogue } from './catalogue.store.ts';
import { readCatalogueFilter } from './catalogue.ts';
import { ClosedCatalogue } from './catalogue-closed.page.tsx';
import { readCardPictures } from './catalogue-picture.routes.ts';
import { loadFundToRead } from './commitment-load.routes.ts';

/** The actions of a fund, for those who may see them (R13, R16, R29). */
export const catalogueRoutes: readonly Route[] = inMovements([
  get(urls.fundActions, 'anyone', async (visit) => {
    const { fund, sees, reader } = await loadFundToRead(visit);
    if (!sees) return answerClosed(visit, fund);
    const { db, organisation, url } = visit;
    const filter = readCatalogueFilter((name) => url.searchParams.get(name));
    const groupIds = filter.county
      ? await listGroupIdsOf(db, organisation.id, filter.county)
      : null;
    const [{ actions, next }, counts] = await Promise.all([
      listCatalogue(db, organisation.id, fund.id, filter, { groupIds }),
      countCatalogue(db, organisation.id, fund.id),
    ]);
    const [groups, pictures] = await Promise.all([
      listGroupsById(
        db,
        organisation.id,
        actions.map(({ groupId }) => groupId),
      ),
      readCardPictures(visit, fund, actions),
    ]);
    return page({
      title: m.commit_catalogue_title(),
      section: 'funds',
      description: m.commit_catalogue_lead({ fund: fund.name, count: counts.all }),
      ...(fund.visibleTo === 'public' && {
        feeds: [{ title: m.commit_feed_title(), href: urls.fundActionsFeed({ fund: fund.slug }) }],
      }),
      body: (
        <CataloguePage
          fund={fund}
          filter={filter}
          actions={actions}
          next={next}
          counts={counts}
          groups={groups}
          pictures={pictures}
          mayPropose={reader.inCertifiedGroup}
        />
      ),
    });
  }),
]);

/** Who may not see the actions of a fund is told who may, and how one comes to (R13). */
export function answerClosed(visit: Visit, fund: Fund): Answer {
  return page({
    title: m.commit_closed_title(),
    section: 'funds',
    status: 403,
    body: (
      <ClosedCatalogue
        fund={fund}
        signInHref={visit.visitor ? null : urls.signIn({ vers: visit.url.pathname })}
      />
    ),
  });
}
