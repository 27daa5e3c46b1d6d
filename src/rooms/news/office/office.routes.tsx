import * as m from '../../../paraglide/messages.js';
import { dayInParis, readDay, readTime, toInstant } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import { answerFile, findFile, openStorage, takePicture } from '../../../platform/files/index.ts';
import { PICTURE_LIMITS } from '../../../platform/files/upload.ts';
import { type Form, UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { found, notFound } from '../../../platform/http/refused.ts';
import { get, mayEverywhere, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { sayPictureProblems } from '../../../ui/picture-fields.tsx';
import { urls } from '../../../urls.ts';
import { findPromotionPause } from '../../organisations/index.ts';
import { findEditionById } from '../../spaces/index.ts';
import { NewsItemPage } from '../news.page.tsx';
import { listOfficeNews } from '../news.store.ts';
import {
  checkDate,
  checkNews,
  checkReason,
  checkWhole,
  type NewsProblems,
  stateOf,
} from '../news.ts';
import { NEWS_NAMES, sayNewsProblems } from '../news-words.page.ts';
import {
  insertNews,
  keepNewsPicture,
  publishNews,
  removeNewsPicture,
  rewriteNews,
  withdrawNews,
} from '../news-writing.store.ts';
import type { TypedNews } from './news-form.page.tsx';
import { OfficeNewsPage } from './office-news.page.tsx';
import { actOf, listOwnEditions, loadNews, showNews } from './office-visit.routes.tsx';

/** News as the office writes them: officers, and whoever holds the role of communication. */
export const officeNewsRoutes: readonly Route[] = [
  get(urls.adminNews, 'communicator', async (visit) => {
    const { db, organisation, url, visitor } = visit;
    const everywhere = mayEverywhere('communicator', visitor);
    const editions = await listOwnEditions(visit);
    const own = everywhere ? null : editions.map(({ id }) => id);
    const listed = await listOfficeNews(db, organisation.id, own, url.searchParams.get('apres'));
    const now = await readNow(db);
    return page({
      title: m.news_office_title(),
      section: 'admin',
      body: <OfficeNewsPage {...listed} editions={editions} now={now} everywhere={everywhere} />,
    });
  }),

  get(urls.adminNewNews, 'communicator', (visit) => showNews(visit, null)),

  post(urls.adminNewNews, 'communicator', async (visit) => {
    const typed = readTyped(await visit.form());
    const { problems, editionId } = await checkTyped(visit, typed, null);
    if (Object.keys(problems).length > 0)
      return showNews(visit, null, { typed, problems: sayNewsProblems(problems) });
    const news = await insertNews(visit.db, actOf(visit), { ...typed, editionId });
    return seeOther(visit, urls.adminNewsItem({ news: news.number }), 'news-saved');
  }),

  get(urls.adminNewsItem, 'communicator', async (visit) => showNews(visit, await loadNews(visit))),

  post(urls.adminNewsItem, 'communicator', async (visit) => {
    const news = await loadNews(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const { problems, editionId } = await checkTyped(visit, typed, news);
    if (Object.keys(problems).length > 0)
      return showNews(visit, news, { typed, problems: sayNewsProblems(problems) });
    const text = { ...typed, editionId };
    const at = { id: news.id, version: Number(form.text('version')) || 0 };
    const isOut = stateOf(news, await readNow(visit.db)) === 'shown';
    const correction = isOut ? typed.correction : '';
    const saved = await rewriteNews(visit.db, actOf(visit), at, text, correction);
    if (saved.ok) return seeOther(visit, urls.adminNewsItem({ news: news.number }), 'news-saved');
    const theirs = found(saved.news, 'news');
    const fields = (['title', 'summary', 'body'] as const).filter(
      (field) => typed[field] !== theirs[field],
    );
    const said = fields.map((field) => [
      NEWS_NAMES[field],
      theirs[field] === ''
        ? m.decide_conflict_empty()
        : m.decide_conflict_field({ saved: theirs[field] }),
    ]);
    return showNews(visit, theirs, { typed, problems: Object.fromEntries(said), conflict: true });
  }),

  get(urls.adminNewsPreview, 'communicator', async (visit) => {
    const news = await loadNews(visit);
    const { db, organisation } = visit;
    const edition = news.editionId
      ? await findEditionById(db, organisation.id, news.editionId)
      : null;
    return page({
      title: news.title,
      section: 'admin',
      body: (
        <NewsItemPage
          news={news}
          edition={edition}
          pictureHref={urls.adminNewsPictureFile({ news: news.number })}
        />
      ),
    });
  }),

  post(urls.adminNewsPublish, 'communicator', async (visit) => {
    const news = await loadNews(visit);
    const { db, organisation } = visit;
    const form = await visit.form();
    const when = form.text('quand');
    const moment = {
      day: form.text('date-day'),
      month: form.text('date-month'),
      year: form.text('date-year'),
      time: form.text('date-time'),
    };
    const pauseReason = form.text(NEWS_NAMES.pause);
    const now = await readNow(db);
    const problems: NewsProblems = checkWhole(news);
    let showsAt: Date | null = null;
    if (when === 'date') {
      const [day, time] = [readDay(moment), readTime(moment.time || '08:00')];
      showsAt = day && time ? toInstant({ day, time }) : null;
      const refusal = showsAt ? checkDate(showsAt, now) : 'date-unreadable';
      if (refusal) problems.date = refusal;
    }
    const pause = await findPromotionPause(db, organisation.id, dayInParis(showsAt ?? now));
    const unexplained = pause && checkReason(pauseReason);
    if (unexplained) problems.pause = unexplained === 'missing' ? 'pause-unexplained' : unexplained;
    if (Object.keys(problems).length > 0)
      return showNews(visit, news, {
        problems: sayNewsProblems(problems),
        others: { when, moment, pause: pauseReason },
        pause,
      });
    const how = { showsAt, pauseReason: pause ? pauseReason : '' };
    const done = await publishNews(db, actOf(visit), news.id, how);
    const notice = showsAt ? 'news-planned' : 'news-published';
    return seeOther(visit, urls.adminNewsItem({ news: news.number }), done ? notice : undefined);
  }),

  post(urls.adminNewsWithdraw, 'communicator', async (visit) => {
    const news = await loadNews(visit);
    const reason = (await visit.form()).text(NEWS_NAMES.reason);
    const refusal = checkReason(reason);
    if (refusal)
      return showNews(visit, news, {
        problems: sayNewsProblems({ reason: refusal }),
        others: { reason },
      });
    const done = await withdrawNews(visit.db, actOf(visit), news.id, reason);
    const address = urls.adminNewsItem({ news: news.number });
    return seeOther(visit, address, done ? 'news-withdrawn' : undefined);
  }),

  post(
    urls.adminNewsPicture,
    'communicator',
    async (visit) => {
      const news = await loadNews(visit);
      const sent = await takePicture(visit);
      const { alt } = sent;
      if (!sent.ok) {
        const problems = sayPictureProblems(sent.refusals, PICTURE_LIMITS);
        return showNews(visit, news, { problems, others: { alt } });
      }
      const storage = openStorage(visit.config);
      const act = actOf(visit);
      const kept = await keepNewsPicture(visit.db, storage, act, news.id, sent.upload, alt);
      if (!kept) throw notFound('news');
      const address = `${urls.adminNewsItem({ news: news.number })}#image`;
      return seeOther(visit, address, 'news-picture-kept');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  // also what is not shown yet, which nobody else may see
  get(urls.adminNewsPictureFile, 'communicator', async (visit) => {
    const news = await loadNews(visit);
    const { db, organisation, config, request } = visit;
    const { fileId } = found(news.picture, 'picture');
    const file = found(await findFile(db, organisation.id, fileId), 'file');
    return answerFile(request, openStorage(config), file, 'whole');
  }),

  post(urls.adminNewsPictureRemove, 'communicator', async (visit) => {
    const news = await loadNews(visit);
    await removeNewsPicture(visit.db, openStorage(visit.config), actOf(visit), news.id);
    return seeOther(visit, `${urls.adminNewsItem({ news: news.number })}#image`, 'news-saved');
  }),
];

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

const readTyped = (form: Form): TypedNews => ({
  title: oneLine(form.text(NEWS_NAMES.title)),
  summary: oneLine(form.text(NEWS_NAMES.summary)),
  body: form.text(NEWS_NAMES.body),
  edition: form.text(NEWS_NAMES.edition),
  correction: oneLine(form.text(NEWS_NAMES.correction)),
});

/** An edition that the writer may speak of; none only for whoever speaks for all. */
async function checkTyped(
  visit: SignedInVisit,
  typed: TypedNews,
  news: Awaited<ReturnType<typeof loadNews>> | null,
) {
  const state = news && stateOf(news, await readNow(visit.db));
  const changed =
    news !== null &&
    (['title', 'summary', 'body'] as const).some((field) => news[field] !== typed[field]);
  const problems = checkNews(typed, state, { changed, words: typed.correction });
  const editions = await listOwnEditions(visit);
  const edition = editions.find(({ id }) => id === typed.edition);
  const whole = typed.edition === '' && mayEverywhere('communicator', visit.visitor);
  if (!edition && !whole) problems.edition = 'edition-unknown';
  return { problems, editionId: edition?.id ?? null };
}
