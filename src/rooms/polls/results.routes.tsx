import * as m from '../../paraglide/messages.js';
import { get, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { getManifest } from './poll.store.ts';
import { findResult } from './result.store.ts';
import { ResultsNotYetPage, ResultsPage } from './results.page.tsx';
import { loadPoll } from './voter.routes.tsx';

export const resultsRoutes: readonly Route[] = [
  get(
    urls.results,
    'anyone',
    async (visit) => {
      const { edition, poll, state, now } = await loadPoll(visit);
      const kept =
        poll && state === 'published'
          ? await findResult(visit.db, visit.organisation.id, poll.id)
          : null;
      if (!poll || !kept) {
        return page({
          title: m.polls_result_not_yet_title(),
          section: 'editions',
          status: 404,
          body: <ResultsNotYetPage edition={edition} now={now} />,
        });
      }
      return page({
        title: m.polls_result_title(),
        section: 'editions',
        body: (
          <ResultsPage
            edition={edition}
            now={now}
            poll={poll}
            kept={kept}
            manifest={await getManifest(visit.db, visit.organisation.id, poll.id)}
          />
        ),
      });
    },
    { cached: true },
  ),
];
