import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/tables.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { listFileIds } from './file.store.ts';
import type { Waiting } from './list.ts';
import type { Dropped, Message, WrittenMessage } from './message.ts';

export const asMessage = (row: Omit<Selectable<DB['list_message']>, 'words'>): Message => ({
  id: row.id,
  listId: row.list_id,
  threadId: row.thread_id,
  parentId: row.parent_id,
  authorId: row.author_id,
  senderName: row.sender_name,
  senderEmail: row.sender_email,
  mailId: row.mail_id,
  subject: row.subject,
  body: row.body,
  quoted: row.quoted,
  cameBy: row.came_by as 'mail' | 'web',
  dropped: row.dropped as unknown as Dropped[],
  receivedAt: row.received_at,
  waitsFor: row.waits_for as Waiting | null,
  publishedAt: row.published_at,
  refusedAt: row.refused_at,
  refusal: row.refusal,
  withdrawnAt: row.withdrawn_at,
});

/** The message of a mail of this name; null: it is not there. A server that gives one again is told yes again. */
export async function findMail(
  db: Db,
  organisationId: string,
  listId: string,
  mailId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('list_message')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('list_id', '=', listId)
    .where('mail_id', '=', mailId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** How many messages in somebody's name wait for their word. */
export async function countUnproven(
  db: Db,
  organisationId: string,
  listId: string,
  personId: string,
): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from list_message
    where organisation_id = ${organisationId} and list_id = ${listId} and author_id = ${personId}
      and waits_for = 'proof' and published_at is null and refused_at is null`.execute(db);
  return rows[0]!.waiting;
}

/** Keeps a message, not published yet; null: a mail of this name is there already (`list_message_once`). */
export async function insertMessage(
  tx: Tx,
  organisationId: string,
  listId: string,
  written: WrittenMessage,
  waits: Waiting | null,
): Promise<string | null> {
  const parent = await findAnswered(tx, organisationId, listId, written.answers);
  const { rows } = await sql<{ id: string }>`
    with named as (select gen_random_uuid() as id)
    insert into list_message (organisation_id, id, list_id, thread_id, parent_id, author_id, sender_name, sender_email,
      mail_id, subject, body, quoted, came_by, dropped, waits_for, published_at)
    select ${organisationId}, id, ${listId}, coalesce(${parent?.threadId ?? null}::uuid, id), ${parent?.id ?? null}::uuid,
      ${written.authorId}::uuid, ${written.senderName}, ${written.senderEmail}, ${written.mailId}, ${written.subject},
      ${written.body}, ${written.quoted}, ${written.cameBy}, ${JSON.stringify(written.dropped)}::jsonb, ${waits},
      case when ${waits}::text is null then palabre_now() end
    from named
    on conflict on constraint list_message_once do nothing
    returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** What a message answers: the nearest of those it names that everybody reads here. */
async function findAnswered(
  tx: Tx,
  organisationId: string,
  listId: string,
  mailIds: readonly string[],
): Promise<{ id: string; threadId: string } | null> {
  if (mailIds.length === 0) return null;
  const { rows } = await sql<{ id: string; threadId: string }>`
    select m.id, m.thread_id as "threadId" from list_message m
    join unnest(${[...mailIds]}::text[]) with ordinality as a (mail_id, nearness) on a.mail_id = m.mail_id
    where m.organisation_id = ${organisationId} and m.list_id = ${listId} and m.published_at is not null
    order by a.nearness desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

export async function findMessage(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Message | null> {
  if (!isUuid(id)) return null;
  const row = await db
    .selectFrom('list_message')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? asMessage(row) : null;
}

/** Held until the transaction ends, so that of two who judge it one does. */
export async function lockMessage(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<Message | null> {
  if (!isUuid(id)) return null;
  const row = await tx
    .selectFrom('list_message')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? asMessage(row) : null;
}

/** It was proven to be theirs; it may wait for the team from now on. */
export async function moveWaiting(
  tx: Tx,
  organisationId: string,
  id: string,
  waits: Waiting,
): Promise<void> {
  await tx
    .updateTable('list_message')
    .set({ waits_for: waits })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

export async function markRefused(
  tx: Tx,
  organisationId: string,
  id: string,
  { by, reason }: { by: string | null; reason: string },
): Promise<void> {
  await tx
    .updateTable('list_message')
    .set({ refused_at: sql<Date>`palabre_now()`, refused_by: by, refusal: reason })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** Out of sight from now on. */
export async function markWithdrawn(
  tx: Tx,
  organisationId: string,
  id: string,
  { by, reason }: { by: string | null; reason: string },
): Promise<void> {
  await tx
    .updateTable('list_message')
    .set({ withdrawn_at: sql<Date>`palabre_now()`, withdrawn_by: by, withdrawal: reason })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** From now on it stands in the archive, and moves its thread to the top. */
export async function markPublished(
  tx: Tx,
  organisationId: string,
  id: string,
  acceptedBy: string | null,
): Promise<Message> {
  const row = await tx
    .updateTable('list_message')
    .set({
      published_at: sql<Date>`coalesce(published_at, palabre_now())`,
      accepted_by: acceptedBy,
      last_at: sql<Date | null>`case when parent_id is null then palabre_now() end`,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (row.parent_id)
    await sql`update list_message set last_at = palabre_now(), replies = replies + 1
      where organisation_id = ${organisationId} and id = ${row.thread_id}`.execute(tx);
  return asMessage(row);
}

/** Names of those whom a message answers, the first of the thread first: what mail programs thread by. */
export async function listAnswered(
  db: Db,
  organisationId: string,
  message: Pick<Message, 'id' | 'threadId' | 'parentId'>,
): Promise<string[]> {
  if (!message.parentId) return [];
  const { rows } = await sql<{ id: string; mailId: string }>`
    select id, mail_id as "mailId" from list_message
    where organisation_id = ${organisationId} and id in (${message.threadId}::uuid, ${message.parentId}::uuid)
    order by parent_id is not null`.execute(db);
  return rows.map(({ mailId }) => mailId);
}

/** A message that nobody said was theirs goes; gives the ids of its files, which are nobody's then. */
export async function forgetUnproven(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<string[]> {
  const files = (await listFileIds(tx, organisationId, [id])).get(id) ?? [];
  const gone = await tx
    .deleteFrom('list_message')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('waits_for', '=', 'proof')
    .where('published_at', 'is', null)
    .where('refused_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return gone ? files : [];
}
