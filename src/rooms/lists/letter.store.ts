import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { queueJob } from '../../platform/jobs/queue.ts';

/** A letter that is still to be sent. */
export interface UnsentLetter {
  id: string;
  subscriptionId: string;
  personId: string;
  listId: string;
  messageId: string | null;
  digestId: string | null;
  queuedAt: Date;
  tries: number;
}

/**
 * One letter to each of those who read it so, with its job, in two statements whatever their number, in the transaction of what they
 * bring: they leave if and only if it stands in the archive. Whoever wrote it receives it too, as lists do: it arrived.
 */
export async function queueListLetters(
  tx: Tx,
  organisationId: string,
  listId: string,
  of: { messageId: string } | { digestId: string },
): Promise<number> {
  const delivery = 'messageId' in of ? 'each' : 'digest';
  const { messageId = null, digestId = null } = of as { messageId?: string; digestId?: string };
  const { rows } = await sql<{ letters: number }>`
    with queued as (
      insert into list_letter (organisation_id, subscription_id, message_id, digest_id)
      select organisation_id, id, ${messageId}::uuid, ${digestId}::uuid from list_subscription
      where organisation_id = ${organisationId} and list_id = ${listId} and delivery = ${delivery} and paused_at is null
      on conflict on constraint list_letter_once do nothing
      returning organisation_id, id),
    jobs as (
      select graphile_worker.add_job('send-list-letter',
        json_build_object('organisationId', organisation_id, 'letterId', id),
        job_key => 'list-letter:' || id, priority => 5) from queued)
    select count(*)::int as letters from jobs`.execute(tx);
  return rows[0]!.letters;
}

/** null: it was sent, or nobody is to receive it any more. */
export async function findUnsent(
  db: Db,
  organisationId: string,
  id: string,
): Promise<UnsentLetter | null> {
  const { rows } = await sql<UnsentLetter>`
    select l.id, l.subscription_id as "subscriptionId", s.person_id as "personId", s.list_id as "listId",
      l.message_id as "messageId", l.digest_id as "digestId", l.queued_at as "queuedAt", l.tries
    from list_letter l
    join list_subscription s on s.organisation_id = l.organisation_id and s.id = l.subscription_id
    where l.organisation_id = ${organisationId} and l.id = ${id} and l.sent_at is null and l.failed_at is null
      and s.paused_at is null`.execute(db);
  return rows[0] ?? null;
}

export async function markSent(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .updateTable('list_letter')
    .set({ sent_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** It did not leave: tried again in so many seconds; null: never again. */
export async function markFailed(
  tx: Tx,
  organisationId: string,
  id: string,
  after: number | null,
): Promise<void> {
  await tx
    .updateTable('list_letter')
    .set({
      tries: sql<number>`tries + 1`,
      ...(after === null && { failed_at: sql<Date>`palabre_now()` }),
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
  if (after !== null)
    await queueJob(
      tx,
      'send-list-letter',
      { organisationId, letterId: id },
      { key: `list-letter:${id}`, priority: 5, runAt: new Date(Date.now() + after * 1000) },
    );
}
