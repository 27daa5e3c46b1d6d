import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';

/** A message as a digest tells it. */
export interface DigestedMessage {
  id: string;
  threadId: string;
  /** Of its thread. */
  subject: string;
  authorId: string | null;
  senderName: string;
  body: string;
  publishedAt: Date;
}

/**
 * The digest of what was published since the last one; null: nothing was, or another one is being written. What it tells begins where
 * the last one ended, so that nothing is told twice nor left out.
 */
export async function insertDigest(
  tx: Tx,
  organisationId: string,
  listId: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with list as (
      select digested_until, palabre_now() as now from mailing_list
      where organisation_id = ${organisationId} and id = ${listId} for update),
    moved as (
      update mailing_list set digested_until = list.now from list
      where mailing_list.organisation_id = ${organisationId} and mailing_list.id = ${listId})
    insert into list_digest (organisation_id, list_id, from_at, until_at)
    select ${organisationId}, ${listId}, digested_until, now from list
    where exists (select from list_message where organisation_id = ${organisationId} and list_id = ${listId}
      and published_at > digested_until and published_at <= now)
    on conflict on constraint list_digest_once do nothing
    returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** What a digest tells, thread by thread, in the order in which it was written; `most`: the others are counted. */
export async function listDigested(
  db: Db,
  organisationId: string,
  digestId: string,
): Promise<DigestedMessage[]> {
  const { rows } = await sql<DigestedMessage>`
    select m.id, m.thread_id as "threadId", t.subject, m.author_id as "authorId", m.sender_name as "senderName",
      m.body, m.published_at as "publishedAt"
    from list_digest d
    join list_message m on m.organisation_id = d.organisation_id and m.list_id = d.list_id
      and m.published_at > d.from_at and m.published_at <= d.until_at and m.withdrawn_at is null
    join list_message t on t.organisation_id = m.organisation_id and t.id = m.thread_id
    where d.organisation_id = ${organisationId} and d.id = ${digestId}
    order by m.published_at, m.id limit 200`.execute(db);
  return rows;
}
