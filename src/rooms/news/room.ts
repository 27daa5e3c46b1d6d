import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { feedRoutes } from './feeds/feeds.routes.ts';
import { newsletterJobs } from './letters/newsletter.jobs.ts';
import { newsletterRoutes } from './letters/newsletter.routes.tsx';
import { planRoutes } from './letters/plan.routes.tsx';
import { newsRoutes } from './news.routes.tsx';
import { findPublicNews } from './news.store.ts';
import { searchedNews } from './news-search.store.ts';
import { newsSet } from './news-set.routes.ts';
import { newsAddress } from './news-words.page.ts';
import { officeNewsRoutes } from './office/office.routes.tsx';
import { eraseSubscriber, SUBSCRIBER_COLUMNS, subscriberRows } from './personal.store.ts';
import { subscribeRoutes } from './subscribers/subscribe.routes.tsx';

/** What the town tells: news on its pages, in feeds, in the search, in a newsletter (R41). */
export const newsRoom: Room = {
  name: 'news',
  routes: [
    ...newsRoutes,
    ...feedRoutes,
    ...subscribeRoutes,
    ...officeNewsRoutes,
    ...newsletterRoutes,
    ...planRoutes,
  ],
  jobs: newsletterJobs,
  articles: {
    async news({ db, organisation }, id) {
      const news = isUuid(id) ? await findPublicNews(db, organisation.id, { id }) : null;
      return news && { title: news.title, href: newsAddress(news) };
    },
  },
  searchables: [searchedNews],
  dataSets: [newsSet],
  personalData: {
    columns: SUBSCRIBER_COLUMNS,
    sections: [
      { key: 'newsletter', title: m.personal_newsletter, read: subscriberRows.subscriptions },
    ],
    erase: eraseSubscriber,
  },
  notices: {
    'news-saved': { tone: 'success', words: m.news_notice_saved },
    'news-published': { tone: 'success', words: m.news_notice_published },
    'news-planned': { tone: 'success', words: m.news_notice_planned },
    'news-withdrawn': { tone: 'success', words: m.news_notice_withdrawn },
    'news-picture-kept': { tone: 'success', words: m.news_notice_picture },
    'newsletter-saved': { tone: 'success', words: m.newsletter_notice_saved },
    'newsletter-tried': { tone: 'success', words: m.newsletter_notice_tried },
    'newsletter-begun': { tone: 'success', words: m.newsletter_notice_begun },
    'newsletter-planned': { tone: 'success', words: m.newsletter_notice_planned },
    'newsletter-unplanned': { tone: 'success', words: m.newsletter_notice_unplanned },
    'newsletter-not-planned': { tone: 'info', words: m.newsletter_notice_not_planned },
    'newsletter-sent-already': { tone: 'info', words: m.newsletter_notice_sent_already },
    'newsletter-stopped': { tone: 'success', words: m.newsletter_notice_stopped },
    'newsletter-over': { tone: 'info', words: m.newsletter_notice_over },
  },
};
