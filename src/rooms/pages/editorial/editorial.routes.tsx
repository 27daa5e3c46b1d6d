import { found } from '../../../platform/http/refused.ts';
import { get, holdsRight, type Route } from '../../../platform/http/route.ts';
import { page as answerPage } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { PublicPage } from './editorial.page.tsx';
import { findPage } from './editorial.store.ts';
import { readPage } from './editorial.ts';
import { listPictures } from './picture.store.ts';

/** Pages of the organisation (R98), as everybody reads them. */
export const editorialRoutes: readonly Route[] = [
  get(
    urls.page,
    'anyone',
    async ({ db, organisation, params, visitor, locale }) => {
      const page = found(await findPage(db, organisation.id, params.page), 'page');
      // whoever writes it looks at it as readers will
      const isSeen = page.publishedAt !== null || holdsRight('officer', visitor);
      found(isSeen || null, 'page');
      const { title, summary } = readPage(page, locale);
      return answerPage({
        title,
        ...(summary && { description: summary }),
        body: (
          <PublicPage
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
