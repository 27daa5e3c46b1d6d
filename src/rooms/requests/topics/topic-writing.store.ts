import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  type Db,
  readNow,
  type Tx,
  violatedConstraint,
} from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFacts } from '../../../platform/journal/journal.ts';
import {
  findComponentById,
  findSpaceById,
  lockComponent,
  noteParticipation,
  stateOf,
} from '../../consultations/index.ts';
import { isSuspended } from '../../moderation/index.ts';
import type { Admit } from '../request-writing.store.ts';
import { findTopic } from './topic.store.ts';
import type { Topic, WrittenTopic } from './topic.ts';

type Begun =
  | { ok: true; topic: Topic }
  | { ok: false; refusal: 'not-open' | 'suspended' | 'too-many-texts' };

interface Acting {
  organisationId: string;
  by: string;
}

/** Begins a topic; the caller has checked its words. */
export async function beginTopic(
  db: Db,
  { organisationId, by }: Acting,
  componentId: string,
  { about, ...written }: WrittenTopic,
  { madeFrom, admit = async () => 'published' }: { madeFrom: string; admit?: Admit },
): Promise<Begun> {
  try {
    return await inTransaction(db, async (tx): Promise<Begun> => {
      await lockComponent(tx, organisationId, componentId);
      const component = await findComponentById(tx, organisationId, componentId);
      const space = component && (await findSpaceById(tx, organisationId, component.spaceId));
      if (!space || stateOf(component, space, await readNow(tx)) !== 'open')
        return { ok: false, refusal: 'not-open' };
      if (await isSuspended(tx, organisationId, by)) return { ok: false, refusal: 'suspended' };
      const known = await findTopic(tx, organisationId, { madeFrom });
      if (known?.authorId === by) return { ok: true, topic: known };
      const id = randomUUID();
      const state = await admit(tx, { id, title: written.title, text: written.message });
      if (state === 'too-many-texts') return { ok: false, refusal: state };
      const held = state === 'held' ? sql<Date>`palabre_now()` : null;
      await sql`select pg_advisory_xact_lock(hashtextextended('forum topics ' || ${organisationId}::text, 0))`.execute(
        tx,
      );
      await tx
        .insertInto('forum_topic')
        .values({
          organisation_id: organisationId,
          id,
          number: sql<number>`(select coalesce(max(number), 0) + 1 from forum_topic where organisation_id = ${organisationId})`,
          component_id: componentId,
          author_id: by,
          made_from: madeFrom,
          about_kind: about?.kind ?? null,
          about_id: about?.id ?? null,
          held_at: held,
          hidden_at: held,
          ...written,
        })
        .execute();
      const topic = (await findTopic(tx, organisationId, { id }))!;
      if (!held) await announce(tx, organisationId, topic);
      return { ok: true, topic };
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'forum_topic_made_once') throw error;
    const topic = await findTopic(db, organisationId, { madeFrom });
    if (topic?.authorId !== by) throw error;
    return { ok: true, topic };
  }
}

async function announce(tx: Tx, organisationId: string, topic: Topic): Promise<void> {
  const component = await findComponentById(tx, organisationId, topic.componentId);
  await noteParticipation(tx, organisationId, component!.spaceId, topic.authorId);
  await tell(tx, { organisationId, by: topic.authorId }, 'topic.begun', topic);
}

/** Titles stay out: what is spoken of in a private space is told to its readers alone. */
const tell = (tx: Tx, { organisationId, by }: Acting, kind: `topic.${string}`, { id }: Topic) =>
  recordFacts(tx, [
    { organisationId, kind, actorId: by, subject: { kind: 'topic', id }, detail: {} },
  ]);

export type TopicAct = 'pinned' | 'unpinned' | 'closed' | 'reopened';

/** What the team does with a topic; false: it stood so already. */
export async function actOnTopic(
  tx: Tx,
  acting: Acting,
  id: string,
  kind: TopicAct,
): Promise<boolean> {
  const { organisationId, by } = acting;
  const topic = await findTopic(tx, organisationId, { id }, true);
  if (!topic || topic.hiddenAt) return false;
  const stands = {
    pinned: topic.pinnedAt !== null,
    unpinned: topic.pinnedAt === null,
    closed: topic.closedAt !== null,
    reopened: topic.closedAt === null,
  }[kind];
  if (stands) return false;
  const change = {
    pinned: sql`pinned_at = palabre_now()`,
    unpinned: sql`pinned_at = null`,
    closed: sql`closed_at = palabre_now()`,
    reopened: sql`closed_at = null`,
  }[kind];
  await sql`update forum_topic set ${change}
    where organisation_id = ${organisationId} and id = ${id}::uuid`.execute(tx);
  await tx
    .insertInto('forum_topic_act')
    .values({ organisation_id: organisationId, topic_id: id, kind, by_person: by })
    .execute();
  await tell(tx, acting, `topic.${kind}`, topic);
  return true;
}

/** A message was written under it: it moves up, and never down. */
export async function moveUp(db: Db, organisationId: string, id: string, at: Date): Promise<void> {
  await sql`update forum_topic set last_at = ${at}
    where organisation_id = ${organisationId} and id = ${id}::uuid and last_at < ${at}`.execute(db);
}

/** Takes a topic out of sight, or back, as it is judged; what waited is then seen for the first time. */
export async function hideTopic(
  tx: Tx,
  organisationId: string,
  id: string,
  isHidden: boolean,
): Promise<void> {
  if (!isHidden && (await showHeldTopic(tx, organisationId, id))) return;
  await sql`update forum_topic set hidden_at = case when ${isHidden} then palabre_now() end
    where organisation_id = ${organisationId} and id = ${id} and (hidden_at is null) = ${isHidden}`.execute(
    tx,
  );
}

/** Shows a topic that waited; false: none of that id waits. */
export async function showHeldTopic(tx: Tx, organisationId: string, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update forum_topic set hidden_at = null, held_at = null, refused_at = null
      where organisation_id = ${organisationId} and id = ${id} and held_at is not null`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  await announce(tx, organisationId, (await findTopic(tx, organisationId, { id }))!);
  return true;
}

export async function withholdTopics(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update forum_topic set hidden_at = palabre_now(), held_at = palabre_now()
    where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[]) and hidden_at is null`.execute(
    tx,
  );
}

export async function refuseTopics(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update forum_topic set refused_at = palabre_now()
    where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[]) and held_at is not null`.execute(
    tx,
  );
}
