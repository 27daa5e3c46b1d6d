import * as m from '../../paraglide/messages.js';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { ARTICLE_FIELDS, ArticlesPage } from './articles.page.tsx';
import { findSettings, listArticles, saveArticles } from './articles.store.ts';
import { type Article, readArticles, readThreshold, refuseArticles } from './moderation.ts';
import { articlesWords } from './words.page.ts';

const asLines = (articles: readonly Article[]): string =>
  articles.map(({ title }) => title).join('\n');

/** The office writes the articles by which moderators judge (R137). */
export const articlesRoutes: readonly Route[] = [
  get(urls.charterArticles, 'officer', async ({ db, organisation }) => {
    const [articles, settings] = await Promise.all([
      listArticles(db, organisation),
      findSettings(db, organisation.id),
    ]);
    const typed = { articles: asLines(articles), threshold: String(settings.reportsToRaise) };
    return show(typed, settings.version);
  }),

  post(urls.charterArticles, 'officer', async (visit) => {
    const { db, organisation, visitor } = visit;
    const form = await visit.form();
    const typed = {
      articles: form.text(ARTICLE_FIELDS.articles),
      threshold: form.text(ARTICLE_FIELDS.threshold),
    };
    const sent = form.text(ARTICLE_FIELDS.version);
    const version = /^\d{1,9}$/.test(sent) ? Number(sent) : 0;
    const articles = readArticles(typed.articles);
    const reportsToRaise = readThreshold(typed.threshold);
    const refusal = refuseArticles(articles);
    const problems: Problems = {
      ...(refusal && { [ARTICLE_FIELDS.articles]: articlesWords[refusal]() }),
      ...(reportsToRaise === null && {
        [ARTICLE_FIELDS.threshold]: articlesWords['threshold-out-of-range'](),
      }),
    };
    if (reportsToRaise === null || Object.keys(problems).length > 0)
      return show(typed, version, problems, 422);
    const act = { organisationId: organisation.id, by: visitor.id };
    if (await saveArticles(db, act, { articles, reportsToRaise, version }))
      return seeOther(visit, urls.charterArticles(), 'moderation-articles');
    // what others wrote meanwhile stands beside, and the next save replaces it knowingly
    const [others, settings] = await Promise.all([
      listArticles(db, organisation),
      findSettings(db, organisation.id),
    ]);
    const stale = m.moderation_refused_stale({
      articles: others.map(({ number, title }) => `${number}. ${title}`).join(' '),
    });
    return show(typed, settings.version, { form: stale }, 409);
  }),
];

function show(
  typed: { articles: string; threshold: string },
  version: number,
  problems: Problems = {},
  status: 409 | 422 = 422,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.moderation_articles_title(),
    section: 'admin',
    ...(faulty && { status, faulty }),
    body: <ArticlesPage typed={typed} version={version} problems={problems} />,
  });
}
