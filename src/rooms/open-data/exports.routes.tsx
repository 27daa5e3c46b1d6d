import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { recordTakenExport } from '../../platform/journal/taken-export.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { urls } from '../../urls.ts';
import { findPollState } from '../polls/index.ts';
import { findOfficeEdition } from '../spaces/index.routes.ts';
import { askFor, findFile, writeSet } from './asking.routes.ts';
import { ExportsPage } from './exports.page.tsx';
import { answerOfficeFile } from './file-answer.routes.ts';
import { inOrder } from './open-data.ts';

/** Everything of an edition as files, for its officers (R66, R192); each that is taken is told in the journal. */
export const exportRoutes: readonly Route[] = [
  get(urls.adminExports, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const asked = askFor(visit, [edition]);
    const hasPoll = (await findPollState(visit.db, visit.organisation.id, edition.id)) !== null;
    const sets = await Promise.all(
      inOrder(visit.dataSets).map(async (set) => ({
        set,
        rows: (await set.count(visit.db, asked)).rows,
      })),
    );
    return page({
      title: m.opendata_exports(),
      section: 'admin',
      body: <ExportsPage edition={edition} sets={sets} hasPoll={hasPoll} />,
    });
  }),

  get(urls.adminExport, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const { set, format } = found(findFile(visit.dataSets, visit.params.file), 'export');
    const asked = askFor(visit, [edition]);
    const title = withLocale(visit.organisation.defaultLocale, set.title);
    // told before a byte leaves: a download that breaks off was taken too
    await recordTakenExport(visit, edition.id, { title, format });
    return answerOfficeFile(visit, {
      name: `${set.ofEditions ? `${edition.slug}-` : ''}${visit.params.file}`,
      ...writeSet(visit, set, format, asked, { edition: edition.title }),
    });
  }),
];
