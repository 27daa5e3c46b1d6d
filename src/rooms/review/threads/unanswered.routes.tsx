import * as m from '../../../paraglide/messages.js';
import { get, type Route } from '../../../platform/http/route.ts';
import { page } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { listIdeaTitles } from '../../ideas/index.ts';
import { findOfficeEdition } from '../../spaces/index.routes.ts';
import { listUnanswered } from './thread.store.ts';
import { UnansweredPage } from './unanswered.page.tsx';

/** The exchanges of an edition in which a holder waits for an answer (R197). */
export const unansweredRoutes: readonly Route[] = [
  get(urls.adminExchanges, 'officer', async (visit) => {
    const { db, organisation, url } = visit;
    const edition = await findOfficeEdition(visit);
    const { waiting, next } = await listUnanswered(
      db,
      organisation.id,
      edition.id,
      url.searchParams.get('apres'),
    );
    const ids = waiting.map(({ ideaId }) => ideaId);
    const titles = await listIdeaTitles(db, organisation.id, ids);
    const byId = new Map(titles.map((idea) => [idea.id, idea]));
    return page({
      title: m.dash_exchanges_title(),
      section: 'admin',
      body: (
        <UnansweredPage
          edition={edition}
          waiting={waiting.flatMap(({ ideaId, since }) => {
            const idea = byId.get(ideaId);
            return idea ? [{ idea, since }] : [];
          })}
          nextHref={
            next === null
              ? undefined
              : urls.adminExchanges({ edition: edition.slug }, { apres: next })
          }
        />
      ),
    });
  }),
];
