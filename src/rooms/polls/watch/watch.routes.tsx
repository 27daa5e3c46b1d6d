import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { page, type Visit } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { loadPoll } from '../ballot/voter.routes.tsx';
import { findReport } from './report.store.ts';
import { WatchPage } from './watch.page.tsx';
import { writeWatchCsv } from './watch-csv.page.ts';

/** « Vigilance »: what the office looks at before it proclaims anything. */
export const watchRoutes: readonly Route[] = [
  get(urls.adminPollWatch, 'officer', async (visit) => {
    const { edition, poll, report } = await loadReport(visit);
    return page({
      title: m.watch_title(),
      section: 'admin',
      body: <WatchPage edition={edition} poll={poll} report={report} />,
    });
  }),

  get(urls.adminPollWatchCsv, 'officer', async (visit) => {
    const { edition, poll, report } = await loadReport(visit);
    return new Response(writeWatchCsv(report, poll), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${m.watch_csv_name()}-${edition.slug}.csv"`,
        'cache-control': 'no-store',
      },
    });
  }),
];

async function loadReport(visit: Visit<'edition'>) {
  const { edition, poll: loaded, state } = await loadPoll(visit);
  // an archived poll was watched where it was held
  const poll = found(loaded?.imported ? null : loaded, 'poll');
  return { edition, poll, report: await findReport(visit.db, visit.organisation.id, poll, state) };
}
