import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { found, notFound } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findEdition } from '../spaces/index.ts';
import { choosePublicColumns } from './columns.ts';
import { compare, matchPublished, outcomeOf } from './comparison.ts';
import { publicDesk } from './counting-desk.jobs.ts';
import { countColumns, findPublishedGround } from './simulator-ground.routes.ts';
import { WhatIfPage } from './what-if.page.tsx';

/** The same few counts for everybody: whoever comes first starts them, and they are kept. */
export const whatIfRoutes: readonly Route[] = [
  get(
    urls.whatIf,
    'anyone',
    async ({ db, organisation, params }) => {
      const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
      if (edition.openedAt === null) throw notFound('edition');
      const ground = await findPublishedGround(db, organisation.id, edition.id);
      const { terms, published } = ground;
      const columns = await countColumns(
        publicDesk,
        ground,
        choosePublicColumns(terms),
        terms.settings,
      );
      const official = columns[0] ? outcomeOf(columns[0]) : null;
      const comparison = compare(terms.options, columns);
      return page({
        title: m.insights_what_if_title(),
        description: m.insights_what_if_description(),
        section: 'editions',
        ...(comparison.waiting > 0 && { scripts: ['fresh-part.js'], passing: true }),
        body: (
          <WhatIfPage
            edition={edition}
            now={await readNow(db)}
            comparison={comparison}
            terms={terms}
            currency={edition.currency}
            match={official && matchPublished(official, published)}
            hash={published.hash}
            totals={published.totals}
          />
        ),
      });
    },
    { cached: true },
  ),
];
