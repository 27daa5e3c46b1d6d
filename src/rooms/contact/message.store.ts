import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { ContactMessage, ContactReply, MessageState, MessageTopic } from './message.ts';

interface NewMessage {
  organisationId: string;
  topic: MessageTopic;
  name: string;
  email: string;
  body: string;
  lang: 'fr' | 'en';
  /** Of the form it was written in: sent twice, it is one message. */
  formId: string;
}

/** Keeps a message under the next number; null: it was kept already. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<ContactMessage | null> {
  const { organisationId } = message;
  // numbers follow each other: one is given at a time
  await sql`select pg_advisory_xact_lock(hashtextextended('contact-message ' || ${organisationId}::text, 0))`.execute(
    tx,
  );
  const row = await tx
    .insertInto('contact_message')
    .values({
      organisation_id: organisationId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from contact_message
        where organisation_id = ${organisationId})`,
      topic: message.topic,
      name: message.name,
      email: message.email,
      body: message.body,
      lang: message.lang,
      form_id: message.formId,
    })
    .onConflict((conflict) => conflict.constraint('contact_message_once').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) return null;
  await record(tx, 'message.received', { organisationId, by: null }, row);
  return asMessage(row);
}

/** Messages on one page of the office's list. */
export const PAGE_SIZE = 30;

/** The latest first, from below a number; one more than fits, so that the page knows whether others follow. */
export async function listMessages(
  db: Db,
  organisationId: string,
  asked: { state: MessageState; before: number | null },
): Promise<ContactMessage[]> {
  let query = db
    .selectFrom('contact_message')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('closed_at', asked.state === 'closed' ? 'is not' : 'is', null)
    .orderBy('number', 'desc')
    .limit(PAGE_SIZE + 1);
  if (asked.state !== 'closed')
    query = query.where('answered_at', asked.state === 'answered' ? 'is not' : 'is', null);
  if (asked.before !== null) query = query.where('number', '<', asked.before);
  return (await query.execute()).map(asMessage);
}

/** How many stand where; of those closed none are counted. */
export async function countMessages(
  db: Db,
  organisationId: string,
): Promise<{ new: number; answered: number }> {
  const row = await db
    .selectFrom('contact_message')
    .select([
      sql<number>`count(*) filter (where answered_at is null)`.as('new'),
      sql<number>`count(*) filter (where answered_at is not null)`.as('answered'),
    ])
    .where('organisation_id', '=', organisationId)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { new: Number(row.new), answered: Number(row.answered) };
}

export async function findMessage(
  db: Db,
  organisationId: string,
  id: string,
): Promise<ContactMessage | null> {
  if (!isUuid(id)) return null;
  const row = await db
    .selectFrom('contact_message')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? asMessage(row) : null;
}

export async function listReplies(
  db: Db,
  organisationId: string,
  messageId: string,
): Promise<ContactReply[]> {
  const rows = await db
    .selectFrom('contact_reply')
    .select(['id', 'body', 'written_by', 'written_at'])
    .where('organisation_id', '=', organisationId)
    .where('message_id', '=', messageId)
    .orderBy('written_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    body: row.body,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
  }));
}

interface Act {
  organisationId: string;
  by: string;
}

/** false: this very reply was kept already, or the message was erased meanwhile. The caller writes the mail. */
export async function insertReply(
  tx: Tx,
  { organisationId, by }: Act,
  message: Pick<ContactMessage, 'id' | 'number'>,
  reply: { id: string; body: string },
): Promise<boolean> {
  const standing = await tx
    .selectFrom('contact_message')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', message.id)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!standing) return false;
  const written = await tx
    .insertInto('contact_reply')
    .values({
      organisation_id: organisationId,
      id: reply.id,
      message_id: message.id,
      body: reply.body,
      written_by: by,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) return false;
  await tx
    .updateTable('contact_message')
    .set({ answered_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', message.id)
    .execute();
  await record(tx, 'message.answered', { organisationId, by }, message);
  return true;
}

/** Closed or taken up again; nothing is recorded when it stands so already. */
export async function setClosed(
  tx: Tx,
  { organisationId, by }: Act,
  message: Pick<ContactMessage, 'id' | 'number'>,
  closed: boolean,
): Promise<void> {
  const changed = await tx
    .updateTable('contact_message')
    .set(
      closed
        ? { closed_by: by, closed_at: sql<Date>`palabre_now()` }
        : { closed_by: null, closed_at: null },
    )
    .where('organisation_id', '=', organisationId)
    .where('id', '=', message.id)
    .where('closed_at', closed ? 'is' : 'is not', null)
    .returning('id')
    .executeTakeFirst();
  const kind = closed ? 'message.closed' : 'message.reopened';
  if (changed) await record(tx, kind, { organisationId, by }, message);
}

/** A year after the last act, words, name and address are erased with the replies; number and dates stay. */
export async function forgetMessages(db: Db): Promise<void> {
  await sql`with old as (
      update contact_message set name = '', email = '', body = '', erased_at = palabre_now()
      where erased_at is null
        and greatest(received_at, answered_at, closed_at) < palabre_now() - interval '1 year'
      returning organisation_id, id
    )
    update contact_reply r set body = '' from old
    where r.organisation_id = old.organisation_id and r.message_id = old.id`.execute(db);
}

const record = (
  tx: Tx,
  kind: `message.${string}`,
  { organisationId, by }: { organisationId: string; by: string | null },
  { id, number }: Pick<ContactMessage, 'id' | 'number'>,
) =>
  recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'message', id },
    detail: { number },
  });

function asMessage(row: {
  id: string;
  number: number;
  topic: string;
  name: string;
  email: string;
  body: string;
  lang: string;
  received_at: Date;
  answered_at: Date | null;
  closed_at: Date | null;
  erased_at: Date | null;
}): ContactMessage {
  return {
    id: row.id,
    number: row.number,
    topic: row.topic as MessageTopic,
    name: row.name,
    email: row.email,
    body: row.body,
    lang: row.lang as 'fr' | 'en',
    receivedAt: row.received_at,
    answeredAt: row.answered_at,
    closedAt: row.closed_at,
    erasedAt: row.erased_at,
  };
}
