import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { countHit } from '../../../platform/http/limits.ts';
import { notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import {
  type Answer,
  type FollowedThing,
  page,
  seeOther,
  type Visit,
} from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { COMMENTS_SCRIPT } from '../../comments/index.page.ts';
import { loadComments } from '../../comments/index.routes.ts';
import { countCommentsUnder } from '../../comments/index.ts';
import { showBeside } from '../../consultations/index.routes.ts';
import { stateOf } from '../../consultations/index.ts';
import { listPublicNicknames } from '../../identity/index.ts';
import { admitWritten, showHidden } from '../../moderation/index.routes.ts';
import { loadPlaced, type Placed } from '../placed.routes.ts';
import { HeldTopic, TopicPage } from './topic.page.tsx';
import { asTopicContribution, loadAnyTopic, loadTopic, type PlacedTopic } from './topic.routes.ts';
import { listOwnHeld, listTopics } from './topic.store.ts';
import { type Article, checkTopic, readArticle, writeArticle } from './topic.ts';
import { TopicFormPage, type TypedTopic } from './topic-form.page.tsx';
import { topicProblems, topicSegment } from './topic-words.page.ts';
import { actOnTopic, beginTopic, type TopicAct } from './topic-writing.store.ts';
import { TopicsPage } from './topics.page.tsx';

/** Topics that one account begins in an hour: more is a program. */
const TOPICS = { hits: 20, seconds: 3600 };
const ACTS: readonly TopicAct[] = ['pinned', 'unpinned', 'closed', 'reopened'];

/** A forum: topics, what is said in one, and a new one, that may answer an article (R155). */
export const topicRoutes: readonly Route[] = [
  get(urls.forum, 'anyone', async (visit) => {
    const { space, component } = await loadPlaced(visit, 'topics');
    const { db, organisation, visitor, url } = visit;
    const after = url.searchParams.get('apres');
    const [listed, held, beside, now] = await Promise.all([
      listTopics(db, organisation.id, component.id, after),
      visitor && after === null ? listOwnHeld(db, organisation.id, component.id, visitor.id) : [],
      showBeside(visit, space, component),
      readNow(db),
    ]);
    const all = [...held, ...listed.pinned, ...listed.topics];
    const authors = [...new Set(all.map(({ authorId }) => authorId))];
    const ids = all.map(({ id }) => id);
    return page({
      title: component.title,
      section: 'participation',
      body: (
        <TopicsPage
          {...{ space, component, beside, held }}
          {...listed}
          nicknames={await listPublicNicknames(db, organisation.id, authors)}
          answers={await countCommentsUnder(db, organisation.id, 'topic', ids)}
          mayBegin={visitor !== null && stateOf(component, space, now) === 'open'}
        />
      ),
    });
  }),

  get(urls.beginTopic, 'signed-in', async (visit) => {
    const placed = await loadPlaced(visit, 'topics');
    if (!(await isOpen(visit, placed))) return refuseClosed(visit, placed);
    const about = readArticle(visit.url.searchParams.get('sujet'));
    const article = about && (await findArticle(visit, about));
    const titre = article ? m.forum_answer_to({ title: article.title }).slice(0, 140) : '';
    const sujet = article ? writeArticle(about) : '';
    return showForm(placed, { titre, message: '', sujet }, article);
  }),

  post(urls.beginTopic, 'signed-in', async (visit) => {
    const placed = await loadPlaced(visit, 'topics');
    const { db, organisation, visitor } = visit;
    const { space, component } = placed;
    const form = await visit.form();
    const typed = {
      titre: form.text('titre').replaceAll(/\s+/g, ' '),
      message: form.text('message'),
      sujet: form.text('sujet'),
    };
    const madeFrom = isUuid(form.text('formulaire')) ? form.text('formulaire') : randomUUID();
    const about = readArticle(typed.sujet);
    const article = about && (await findArticle(visit, about));
    const written = { title: typed.titre, message: typed.message };
    const refusals = checkTopic(written);
    if (refusals.title || refusals.message)
      return showForm(placed, typed, article, madeFrom, {
        ...(refusals.title && { titre: topicProblems[refusals.title]() }),
        ...(refusals.message && { message: topicProblems[refusals.message]() }),
      });
    await countHit(db, { key: `begin-topic:${visitor.id}`, ...TOPICS });
    const done = await beginTopic(
      db,
      { organisationId: organisation.id, by: visitor.id },
      component.id,
      { ...written, lang: visit.locale, about: article ? about : null },
      {
        madeFrom,
        admit: (tx, { id, title, text }) =>
          admitWritten(visit, tx, { kind: 'topic', targetId: id, spaceId: space.id, title, text }),
      },
    );
    if (done.ok)
      return seeOther(
        visit,
        urls.forumTopic({ topic: topicSegment(done.topic) }),
        done.topic.heldAt ? 'topic-held' : 'topic-begun',
      );
    if (done.refusal === 'not-open') return refuseClosed(visit, placed);
    const words =
      done.refusal === 'suspended' ? m.mutual_problem_suspended() : m.mutual_problem_new_account();
    return showForm(placed, typed, article, madeFrom, { form: words });
  }),

  get(urls.forumTopic, 'anyone', async (visit) => {
    const placed = await loadAnyTopic(visit);
    const { topic, space } = placed;
    if (topic.heldAt)
      return page({
        title: topic.title,
        section: 'participation',
        body: <HeldTopic topic={topic} />,
      });
    if (topic.hiddenAt)
      return showHidden(visit, {
        kind: 'topic',
        id: topic.id,
        authorId: topic.authorId,
        spaceId: space.id,
        address: urls.forumTopic({ topic: topic.number }),
      });
    return showTopic(visit, placed);
  }),

  post(urls.actOnTopic, 'signed-in', async (visit) => {
    const { topic, space } = await loadTopic(visit);
    const typed = (await visit.form()).text('geste');
    const kind = ACTS.find((one) => one === typed);
    if (!space.isTeam || !kind) throw notFound('topic');
    const { db, organisation, visitor } = visit;
    const acting = { organisationId: organisation.id, by: visitor.id };
    await db.transaction().execute((tx) => actOnTopic(tx, acting, topic.id, kind));
    return seeOther(visit, urls.forumTopic({ topic: topicSegment(topic) }), `topic-${kind}`);
  }),
];

/** An article of whatever room, or a document: as this visitor may see it. */
async function findArticle(visit: Visit, { kind, id }: Article): Promise<FollowedThing | null> {
  const article = await visit.findArticle(kind, id);
  if (article) return article;
  const contribution = kind === 'document' ? await visit.findContribution(kind, id) : null;
  return contribution && !contribution.isHidden ? contribution : null;
}

const isOpen = async ({ db }: Visit, { component, space }: Placed): Promise<boolean> =>
  stateOf(component, space, await readNow(db)) === 'open';

const refuseClosed = (visit: Visit, { space, component }: Placed): Response =>
  seeOther(visit, urls.forum({ space: space.slug, component: component.slug }), 'topic-not-open');

async function showTopic(visit: Visit, placed: PlacedTopic): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const { topic, space, component } = placed;
  const [contribution, nicknames, article] = await Promise.all([
    asTopicContribution(visit, placed),
    listPublicNicknames(db, organisation.id, [topic.authorId]),
    topic.about && findArticle(visit, topic.about),
  ]);
  return page({
    title: topic.title,
    section: 'participation',
    scripts: [COMMENTS_SCRIPT],
    body: (
      <TopicPage
        {...{ topic, space, component, article }}
        author={nicknames.get(topic.authorId) ?? null}
        comments={await loadComments(visit, contribution)}
        isOwn={visitor?.id === topic.authorId}
        isTeam={space.isTeam}
      />
    ),
  });
}

function showForm(
  { space, component }: Placed,
  typed: TypedTopic,
  article: FollowedThing | null,
  madeFrom: string = randomUUID(),
  problems: Problems = {},
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.forum_begin(),
    section: 'participation',
    ...(faulty && { status: 422 as const, faulty }),
    body: <TopicFormPage {...{ space, component, typed, article, madeFrom, problems }} />,
  });
}
