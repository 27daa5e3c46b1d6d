import { readNow } from '../../../platform/database/database.ts';
import type { Contribution } from '../../../platform/http/contribution.ts';
import { found, Refused } from '../../../platform/http/refused.ts';
import type { ReplyPart } from '../../../platform/http/space-answers.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { urls } from '../../../urls.ts';
import { listSearchedSpaces } from '../../consultations/index.routes.ts';
import { stateOf } from '../../consultations/index.ts';
import { readNumber } from '../../spaces/index.ts';
import { findPlacedOf, loadPlacedOf, mayJudge, type Placed } from '../placed.routes.ts';
import { findTopic, listTopicsAbout } from './topic.store.ts';
import { type Article, type Topic, writeArticle } from './topic.ts';
import { topicSegment } from './topic-words.page.ts';

export interface PlacedTopic extends Placed {
  topic: Topic;
}

/** What waits is its author's and the moderators'. */
const seesHeld = (visit: Visit, { topic, space }: PlacedTopic): boolean =>
  topic.authorId === visit.visitor?.id || mayJudge(visit.visitor, space);

/** The topic of the address, hidden or not, as far as this visitor may know of it. */
export async function loadAnyTopic(visit: Visit<'topic'>): Promise<PlacedTopic> {
  const number = found(readNumber(visit.params.topic), 'topic');
  const topic = found(await findTopic(visit.db, visit.organisation.id, { number }), 'topic');
  const placed = { ...(await loadPlacedOf(visit, topic.componentId)), topic };
  return found(!topic.heldAt || seesHeld(visit, placed) ? placed : null, 'topic');
}

/** The same, in sight. */
export async function loadTopic(visit: Visit<'topic'>): Promise<PlacedTopic> {
  const placed = await loadAnyTopic(visit);
  if (placed.topic.hiddenAt) throw new Refused(410, 'hidden');
  return placed;
}

/** A topic as rooms that attach to it may know it, where this visitor may see it. */
export async function findTopicContribution(
  visit: Visit,
  id: string,
): Promise<Contribution | null> {
  if (!isUuid(id)) return null;
  const topic = await findTopic(visit.db, visit.organisation.id, { id });
  const placed = topic && (await findPlacedOf(visit, topic.componentId));
  if (!topic || !placed || (topic.heldAt && !seesHeld(visit, { ...placed, topic }))) return null;
  return asTopicContribution(visit, { ...placed, topic });
}

/** The same of a topic that the visitor sees, read already. */
export async function asTopicContribution(
  { db }: Visit,
  { topic, space, component }: PlacedTopic,
): Promise<Contribution> {
  const isOpen = topic.closedAt === null && stateOf(component, space, await readNow(db)) === 'open';
  return {
    kind: 'topic',
    id: topic.id,
    title: topic.title,
    text: topic.message,
    isHidden: topic.hiddenAt !== null,
    href: urls.forumTopic({ topic: topic.hiddenAt ? topic.number : topicSegment(topic) }),
    authorId: topic.authorId,
    spaceId: space.id,
    componentId: component.id,
    lang: topic.lang,
    comments: { isOpen, aligned: false, depth: 2, rated: true },
  };
}

/** What was begun about an article in forums that this visitor reads, and where they may begin (R155). */
export async function findReplies(visit: Visit, article: Article): Promise<ReplyPart | null> {
  const { db, organisation, visitor } = visit;
  const spaces = await listSearchedSpaces(visit);
  const forums = spaces.flatMap((space) =>
    space.components.flatMap((one) => (one.kind === 'topics' ? { ...one, space } : [])),
  );
  if (forums.length === 0) return null;
  const ids = forums.map(({ id }) => id);
  const topics = await listTopicsAbout(db, organisation.id, article, ids);
  return {
    topics: topics.map((topic) => ({
      title: topic.title,
      href: urls.forumTopic({ topic: topicSegment(topic) }),
      lang: topic.lang,
      at: topic.writtenAt,
      place: forums.find(({ id }) => id === topic.componentId)!.space.title,
    })),
    begin: visitor
      ? forums.map(({ slug, space }) => ({
          place: space.title,
          href: urls.beginTopic(
            { space: space.slug, component: slug },
            { sujet: writeArticle(article) },
          ),
        }))
      : [],
  };
}
