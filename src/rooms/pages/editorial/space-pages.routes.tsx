import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { page as answerPage } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findPage, listPages } from './editorial.store.ts';
import { readPage } from './editorial.ts';
import { listPictures } from './picture.store.ts';
import { loadSeenShelf } from './shelf-load.routes.ts';
import { SpacePage, SpacePagesPage } from './space-pages.page.tsx';

/**
 * Pages of a component of a space (R98), as its readers read them. Kept for who is not signed in: a private space is never
 * there for them, and what is not there is never kept.
 */
export const spacePagesRoutes: readonly Route[] = [
  get(
    urls.spacePages,
    'anyone',
    async (visit) => {
      const { shelf, ...seen } = await loadSeenShelf(visit);
      const { db, organisation, locale } = visit;
      const all = await listPages(db, organisation.id, shelf.componentId);
      const pages = all.filter(({ publishedAt }) => publishedAt !== null);
      const [first, second] = pages;
      const { title, summary } =
        first && !second ? readPage(first, locale) : { title: seen.component.title, summary: '' };
      return answerPage({
        title,
        section: 'participation',
        ...(summary && { description: summary }),
        // the only one is what the component says
        body:
          first && !second ? (
            <SpacePage
              {...seen}
              page={first}
              pictures={await listPictures(db, organisation.id, first.id)}
              locale={locale}
            />
          ) : (
            <SpacePagesPage {...seen} pages={pages} locale={locale} />
          ),
      });
    },
    { cached: true },
  ),

  get(
    urls.spacePage,
    'anyone',
    async (visit) => {
      const { shelf, ...seen } = await loadSeenShelf(visit);
      const { db, organisation, params, locale } = visit;
      const page = found(
        await findPage(db, organisation.id, params.page, shelf.componentId),
        'page',
      );
      // whoever writes it looks at it as readers will
      found(page.publishedAt !== null || seen.mayWrite || null, 'page');
      const { title, summary } = readPage(page, locale);
      return answerPage({
        title,
        section: 'participation',
        ...(summary && { description: summary }),
        body: (
          <SpacePage
            {...seen}
            page={page}
            pictures={await listPictures(db, organisation.id, page.id)}
            locale={locale}
          />
        ),
      });
    },
    { cached: true },
  ),
];
