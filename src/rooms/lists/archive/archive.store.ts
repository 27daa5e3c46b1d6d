import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { searchWords } from '../../ideas/index.ts';
import { asMessage } from '../message.store.ts';
import type { Message, Thread } from '../message.ts';

const THREADS_A_PAGE = 20;
const MESSAGES_A_PAGE = 50;

/** Threads, the one in which somebody wrote last first: one page after a thread, and the key of the next. */
export async function listThreads(
  db: Db,
  organisationId: string,
  listId: string,
  after: string | null,
): Promise<{ threads: Thread[]; next: string | null }> {
  const edge =
    after && isUuid(after)
      ? sql`and (last_at, id) < (select last_at, id from list_message
          where organisation_id = ${organisationId} and list_id = ${listId} and id = ${after}::uuid)`
      : sql``;
  const { rows } = await sql<Thread>`
    select id, subject, author_id as "authorId", sender_name as "senderName", body, published_at as "publishedAt",
      last_at as "lastAt", replies, withdrawn_at as "withdrawnAt"
    from list_message
    where organisation_id = ${organisationId} and list_id = ${listId} and parent_id is null and published_at is not null
      ${edge}
    order by last_at desc, id desc limit ${THREADS_A_PAGE + 1}`.execute(db);
  const threads = rows.slice(0, THREADS_A_PAGE);
  return { threads, next: rows.length > THREADS_A_PAGE ? threads.at(-1)!.id : null };
}

/** What a thread holds, in the order in which it was written: one page after a message, and the key of the next. */
export async function listMessages(
  db: Db,
  organisationId: string,
  threadId: string,
  after: string | null,
): Promise<{ messages: Message[]; next: string | null }> {
  let query = db
    .selectFrom('list_message')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('thread_id', '=', threadId)
    .where('published_at', 'is not', null)
    .orderBy('published_at')
    .orderBy('id')
    .limit(MESSAGES_A_PAGE + 1);
  if (after && isUuid(after))
    query = query.where(
      sql<boolean>`(published_at, id) > (select published_at, id from list_message
        where organisation_id = ${organisationId} and thread_id = ${threadId} and id = ${after}::uuid)`,
    );
  const found = (await query.execute()).map(asMessage);
  const messages = found.slice(0, MESSAGES_A_PAGE);
  return { messages, next: found.length > MESSAGES_A_PAGE ? messages.at(-1)!.id : null };
}

/** Messages that hold all these words, the newest first. */
export async function searchMessages(
  db: Db,
  organisationId: string,
  listId: string,
  words: string,
  after: string | null,
): Promise<{ messages: Message[]; next: string | null }> {
  const stems = searchWords(words);
  if (stems.length === 0) return { messages: [], next: null };
  let query = db
    .selectFrom('list_message')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('list_id', '=', listId)
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`words @@ (select words_query(${stems}::text[]))`)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(THREADS_A_PAGE + 1);
  if (after && isUuid(after))
    query = query.where(
      sql<boolean>`(published_at, id) < (select published_at, id from list_message
        where organisation_id = ${organisationId} and list_id = ${listId} and id = ${after}::uuid)`,
    );
  const found = (await query.execute()).map(asMessage);
  const messages = found.slice(0, THREADS_A_PAGE);
  return { messages, next: found.length > THREADS_A_PAGE ? messages.at(-1)!.id : null };
}

/** How many messages everybody who reads the space finds in each of some lists, by component. */
export async function countMessagesIn(
  db: Db,
  organisationId: string,
  componentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; messages: number }>`
    select l.component_id as id, count(*)::int as messages from mailing_list l
    join list_message m on m.organisation_id = l.organisation_id and m.list_id = l.id and m.published_at is not null
      and m.withdrawn_at is null
    where l.organisation_id = ${organisationId} and l.component_id = any(${[...componentIds]}::uuid[])
    group by l.component_id`.execute(db);
  return new Map(rows.map(({ id, messages }) => [id, messages]));
}

/** What waits for the team, the oldest first; what waits for its author's word is not theirs to judge. */
export async function listWaiting(
  db: Db,
  organisationId: string,
  listId: string,
): Promise<Message[]> {
  const rows = await db
    .selectFrom('list_message')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('list_id', '=', listId)
    .where('published_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('waits_for', '<>', 'proof')
    .orderBy('received_at')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(asMessage);
}

/** What the team knows of a list in numbers: never who reads. */
export interface ListFigures {
  messages: number;
  threads: number;
  /** Of the last thirty days. */
  recent: number;
  /** How many people wrote. */
  writers: number;
  /** For the team. */
  waiting: number;
  /** For their authors' word. */
  unproven: number;
  /** Letters that came back in thirty days. */
  bounced: number;
}

export async function measureList(
  db: Db,
  organisationId: string,
  listId: string,
): Promise<ListFigures> {
  const { rows } = await sql<ListFigures>`
    select (count(*) filter (where published_at is not null))::int as messages,
      (count(*) filter (where published_at is not null and parent_id is null))::int as threads,
      (count(*) filter (where published_at > palabre_now() - interval '30 days'))::int as recent,
      (count(distinct coalesce(author_id::text, sender_email)) filter (where published_at is not null))::int as writers,
      (count(*) filter (where published_at is null and refused_at is null and waits_for <> 'proof'))::int as waiting,
      (count(*) filter (where published_at is null and refused_at is null and waits_for = 'proof'))::int as unproven,
      (select count(*)::int from list_letter e
        join list_subscription s on s.organisation_id = e.organisation_id and s.id = e.subscription_id
        where e.organisation_id = ${organisationId} and s.list_id = ${listId}
          and e.bounced_at > palabre_now() - interval '30 days') as bounced
    from list_message where organisation_id = ${organisationId} and list_id = ${listId}`.execute(
    db,
  );
  return rows[0]!;
}
