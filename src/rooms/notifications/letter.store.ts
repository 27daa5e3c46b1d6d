import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { Locale } from '../../platform/locale/locale.ts';
import type { Letter } from './letter.ts';

/**
 * Writes a letter and the job that sends it, in the writer's transaction: it leaves if and only if the rows are kept.
 * Line breaks in a subject or an address would let a writer add recipients (W13).
 */
export async function queueLetter(tx: Tx, letter: Letter): Promise<void> {
  if (/[\r\n\0]/.test(letter.address) || /[\r\n\0]/.test(letter.subject))
    throw new Error('A line break in a mail header.');
  const written = await tx
    .insertInto('letter')
    .values({
      organisation_id: letter.organisationId,
      topic: letter.topic,
      person_id: letter.personId,
      address: letter.address,
      locale: letter.locale,
      subject: letter.subject,
      body: letter.text,
      target_kind: letter.target?.kind ?? null,
      target_id: letter.target?.id ?? null,
      once_key: letter.onceKey ?? null,
    })
    .onConflict((conflict) => conflict.constraint('letter_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) return;
  const payload = { organisationId: letter.organisationId, letterId: written.id };
  await queueJob(tx, 'send-letter', payload, { priority: -10 });
}

/** A letter that is still to be sent; null when it has been. */
export async function findUnsent(
  db: Db,
  organisationId: string,
  id: string,
): Promise<{ to: string; subject: string; text: string; locale: Locale } | null> {
  const row = await db
    .selectFrom('letter')
    .select(['address', 'subject', 'body', 'locale'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
  return row
    ? { to: row.address, subject: row.subject, text: row.body, locale: row.locale as Locale }
    : null;
}

export async function markSent(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .updateTable('letter')
    .set({ sent_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}
