/** What members of the network ask each other: a legal question, and the forum. */
import { randomUUID } from 'node:crypto';
import { publishComment } from '../../../rooms/comments/publishing.store.ts';
import type { Space } from '../../../rooms/consultations/index.ts';
import { actOnRequest, askForHelp } from '../../../rooms/requests/request-writing.store.ts';
import { beginTopic } from '../../../rooms/requests/topics/topic-writing.store.ts';
import { confirmHelper, offerHelp } from '../../../rooms/requests/volunteer.store.ts';
import type { Member, Place } from '../../place.ts';
import { expectOk } from '../../story.ts';
import { setFrench } from '../../typography.ts';
import type { Components } from './poles.ts';
import * as words from './words.ts';

export async function helpEachOther(
  { db, organisation }: Place,
  space: Space,
  components: Components,
  seats: readonly Member[],
  office: Member,
): Promise<void> {
  const organisationId = organisation.id;
  const [asker, helper, ...others] = seats as [Member, Member, ...Member[]];
  const at = { organisationId, componentId: components.requests!.id };
  await db.transaction().execute(async (tx) => {
    await offerHelp(tx, at, helper.id, ['legal']);
    await confirmHelper(tx, at, { personId: helper.id, category: 'legal' }, office.id);
  });
  const say = (
    kind: 'request' | 'topic',
    id: string,
    componentId: string,
    author: Member,
    body: string,
  ) =>
    db.transaction().execute((tx) =>
      publishComment(
        tx,
        organisationId,
        { kind, id, spaceId: space.id, componentId },
        {
          authorId: author.id,
          body: setFrench(body),
          lang: 'fr',
          alignment: 'neutral',
          formId: randomUUID(),
          answers: null,
          deepest: 3,
        },
      ),
    );
  const { title, question, answer } = words.request;
  const asked = {
    category: 'legal',
    title: setFrench(title),
    question: setFrench(question),
    deadline: null,
    lang: 'fr',
  } as const;
  const own = { organisationId, by: asker.id };
  const done = await askForHelp(db, own, at.componentId, asked, { madeFrom: randomUUID() });
  const { request } = expectOk(done, title);
  const {
    comment: { id: commentId },
  } = await say('request', request.id, at.componentId, helper, answer);
  await db
    .transaction()
    .execute((tx) => actOnRequest(tx, own, request.id, { kind: 'answered', commentId }));
  for (const [index, topic] of words.topics.entries()) {
    const begun = await beginTopic(
      db,
      { organisationId, by: others[index]!.id },
      components.topics!.id,
      { title: setFrench(topic.title), message: setFrench(topic.body), lang: 'fr', about: null },
      { madeFrom: randomUUID() },
    );
    const { topic: made } = expectOk(begun, topic.title);
    if (index === 0)
      for (const [turn, body] of words.answers.entries())
        await say('topic', made.id, components.topics!.id, seats[turn]!, body);
  }
}
