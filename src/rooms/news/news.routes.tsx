import * as m from '../../paraglide/messages.js';
import { answerFile, findFile, openStorage } from '../../platform/files/index.ts';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findEditionById, listEditions, readNumber } from '../spaces/index.ts';
import { NewsItemPage, NewsPage, WithdrawnNewsPage } from './news.page.tsx';
import { findNews, findPublicNews, listPublicNews } from './news.store.ts';
import { newsPictureAddress } from './news-words.page.ts';

/** What everybody reads of the news; drafts, later dates and other organisations are not there. */
export const newsRoutes: readonly Route[] = [
  get(
    urls.news,
    'anyone',
    async ({ db, organisation, url }) => {
      const editions = await listEditions(db, organisation.id);
      const slug = url.searchParams.get('edition');
      const edition = editions.find((one) => one.slug === slug) ?? null;
      // an edition that is not there has no news
      if (slug && !edition) found(null, 'edition');
      const listed = await listPublicNews(db, organisation.id, {
        editionId: edition?.id ?? null,
        after: url.searchParams.get('apres'),
      });
      return page({
        title: m.news_title(),
        section: 'news',
        description: m.news_lead(),
        feeds: [{ title: m.news_title(), href: urls.newsFeed({ edition: edition?.slug }) }],
        body: <NewsPage {...listed} editions={editions} edition={edition} />,
      });
    },
    { cached: true },
  ),

  get(
    urls.newsItem,
    'anyone',
    async (visit) => {
      const { db, organisation, params } = visit;
      const number = found(readNumber(params.news), 'news');
      const news = await findPublicNews(db, organisation.id, { number });
      const edition = async (id: string | null) =>
        id ? await findEditionById(db, organisation.id, id) : null;
      if (!news) {
        const kept = await findNews(db, organisation.id, { number });
        const wasShown = kept?.withdrawnAt && kept.showsAt && kept.showsAt <= kept.withdrawnAt;
        // of an edition that is in preparation again, or never was public: not a word
        const open = kept?.editionId ? (await edition(kept.editionId))?.openedAt : true;
        const { withdrawReason, withdrawnAt } = found(wasShown && open ? kept : null, 'news');
        return page({
          title: m.news_withdrawn_title(),
          section: 'news',
          status: 410,
          body: <WithdrawnNewsPage reason={withdrawReason} at={withdrawnAt!} />,
        });
      }
      return page({
        title: news.title,
        section: 'news',
        description: news.summary,
        ...(news.picture && {
          picture: { path: newsPictureAddress(news.number), alt: news.picture.alt || news.title },
        }),
        feeds: [{ title: m.news_title(), href: urls.newsFeed() }],
        body: (
          <NewsItemPage
            news={news}
            edition={await edition(news.editionId)}
            replies={await visit.findReplies({ kind: 'news', id: news.id })}
          />
        ),
      });
    },
    { cached: true },
  ),

  get(urls.newsPicture, 'anyone', async ({ db, organisation, params, request, config, url }) => {
    const number = found(readNumber(params.news), 'news');
    const news = found(await findPublicNews(db, organisation.id, { number }), 'news');
    const { fileId } = found(news.picture, 'picture');
    const file = found(await findFile(db, organisation.id, fileId), 'file');
    const size = url.searchParams.get('taille') === 'petite' ? 'small' : 'whole';
    const answer = await answerFile(request, openStorage(config), file, size);
    // mail programs in a browser show it from their own address
    answer.headers.set('cross-origin-resource-policy', 'cross-origin');
    return answer;
  }),
];
