import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { TOPICS, type Topic } from '../letter.ts';
import { findNotice, listNoticedTopics, listNotices, markRead } from './notice.store.ts';
import { NoticesPage } from './notices.page.tsx';

const readTopic = (asked: string | null): Topic | null =>
  TOPICS.find((topic) => topic === asked) ?? null;

/** One's own notices, and nobody else's; no log tells when they were read. */
export const noticesRoutes: readonly Route[] = [
  get(
    urls.notices,
    'signed-in',
    async ({ db, organisation, visitor, url }) => {
      const topic = readTopic(url.searchParams.get('sujet'));
      const after = url.searchParams.get('apres');
      const [{ notices, next }, topics] = await Promise.all([
        listNotices(db, organisation.id, visitor.id, { topic, after }),
        listNoticedTopics(db, organisation.id, visitor.id),
      ]);
      return page({
        title: m.notices_title(),
        section: 'my-space',
        body: (
          <NoticesPage
            notices={notices}
            unread={visitor.unread ?? 0}
            topics={topics}
            topic={topic}
            nextHref={
              next ? urls.notices({ apres: next, ...(topic && { sujet: topic }) }) : undefined
            }
          />
        ),
      });
    },
    { unlogged: true },
  ),

  // before `/mon-espace/notifications/:notice`
  post(
    urls.readNotices,
    'signed-in',
    async (visit) => {
      const { db, organisation, visitor } = visit;
      const topic = readTopic((await visit.form()).text('sujet'));
      await markRead(db, organisation.id, visitor.id, { topic });
      return seeOther(visit, urls.notices({ ...(topic && { sujet: topic }) }), 'notices-read');
    },
    { unlogged: true },
  ),

  get(
    urls.notice,
    'signed-in',
    async (visit) => {
      const { db, organisation, visitor, params, request } = visit;
      const notice = found(
        await findNotice(db, organisation.id, visitor.id, params.notice),
        'notice',
      );
      // fetched ahead by a browser, it was not read
      if (!/prefetch/.test(request.headers.get('sec-purpose') ?? ''))
        await markRead(db, organisation.id, visitor.id, { id: notice.id });
      return seeOther(visit, notice.href);
    },
    { unlogged: true },
  ),
];
