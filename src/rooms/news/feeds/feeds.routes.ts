import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { FEED_SIZE, type FeedEntry } from '../../../platform/text/atom.ts';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { answerFeed } from '../../../platform/text/feed-answer.ts';
import { urls } from '../../../urls.ts';
import { listRecentPosts } from '../../delivery/index.ts';
import { listEditions } from '../../spaces/index.ts';
import { changedAt, listPublicNews } from '../news.store.ts';
import { newsAddress } from '../news-words.page.ts';

/** What everybody reads anyway, as feed readers take it: the same doors as the pages, so nothing earlier than they show it. */
export const feedRoutes: readonly Route[] = [
  get(urls.newsFeed, 'anyone', async (visit) => {
    const { db, organisation, origin } = visit;
    const edition = await findAskedEdition(visit);
    const entries = await visit.share(`news feed ${edition?.id ?? ''}`, async () => {
      const { news } = await listPublicNews(db, organisation.id, {
        editionId: edition?.id ?? null,
        limit: FEED_SIZE,
      });
      return news.map((one) => ({
        path: newsAddress(one),
        title: one.title,
        summary: one.summary,
        publishedAt: one.showsAt,
        updatedAt: changedAt(one),
      }));
    });
    const at = { edition: edition?.slug };
    return answerFeed(visit, {
      self: origin + urls.newsFeed(at),
      page: origin + urls.news(at),
      title: titleOf(visit, m.news_title(), edition),
      entries: entries.map(({ path, ...entry }) => ({ ...entry, address: origin + path })),
    });
  }),

  get(urls.deliveryFeed, 'anyone', async (visit) => {
    const { db, organisation, origin } = visit;
    const edition = await findAskedEdition(visit);
    const posts = await visit.share(`delivery feed ${edition?.id ?? ''}`, () =>
      listRecentPosts(db, organisation.id, { editionId: edition?.id ?? null, limit: FEED_SIZE }),
    );
    const at = { edition: edition?.slug };
    return answerFeed(visit, {
      self: origin + urls.deliveryFeed(at),
      page: origin + (edition ? urls.deliveries({ edition: edition.slug }) : urls.news()),
      title: titleOf(visit, m.news_feed_delivery(), edition),
      entries: posts.map((post): FeedEntry => {
        const project = urls.delivery({ edition: post.editionSlug, project: post.number });
        return {
          address: `${origin}${project}#${post.id}`,
          title: m.news_feed_post({ project: post.project, title: post.title }),
          summary: excerptOf(post.body, 500),
          publishedAt: post.publishedAt,
          updatedAt: post.publishedAt,
        };
      }),
    });
  }),
];

/** A public one, or none; what is asked for and not there has no feed. */
async function findAskedEdition({ db, organisation, url }: Visit) {
  const slug = url.searchParams.get('edition');
  if (!slug) return null;
  const editions = await listEditions(db, organisation.id);
  return found(editions.find((one) => one.slug === slug) ?? null, 'edition');
}

const titleOf = (
  { organisation }: Visit,
  what: string,
  edition: { title: string } | null,
): string => [what, ...(edition ? [edition.title] : []), organisation.name].join(' · ');
