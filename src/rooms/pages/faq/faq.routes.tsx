import * as m from '../../../paraglide/messages.js';
import { get, type Route } from '../../../platform/http/route.ts';
import { page } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { FaqPage } from './faq.page.tsx';
import { listEntries, listHeadings } from './faq.store.ts';

/** Questions that come back (R186), as everybody reads them. */
export const faqRoutes: readonly Route[] = [
  get(
    urls.faq,
    'anyone',
    async ({ db, organisation, locale }) => {
      const [headings, entries] = await Promise.all([
        listHeadings(db, organisation.id),
        listEntries(db, organisation.id, { published: true }),
      ]);
      return page({
        title: m.pages_faq_title(),
        description: m.pages_faq_lead(),
        scripts: ['open-details.js'],
        body: <FaqPage headings={headings} entries={entries} locale={locale} />,
      });
    },
    { cached: true },
  ),
];
