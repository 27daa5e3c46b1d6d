import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Locale } from '../../platform/locale/locale.ts';
import type { Letter, Topic, UnsentLetter } from './letter.ts';
import { keepHtml } from './letter-html.store.ts';
import { listUnwanted } from './preference.store.ts';

/**
 * Writes a letter and the job that sends it, in the writer's transaction: it leaves if and only if the rows are kept.
 * Not written: a topic that its reader does not want, unless it is owed; a second one under the same `onceKey`.
 * Line breaks in a subject or an address would let a writer add recipients (W13).
 */
export async function queueLetter(tx: Tx, letter: Letter): Promise<void> {
  if (/[\r\n\0]/.test(letter.address) || /[\r\n\0]/.test(letter.subject))
    throw new Error('A line break in a mail header.');
  const { organisationId, personId, topic, isOwed = false } = letter;
  if (personId && !isOwed && (await listUnwanted(tx, organisationId, personId)).has(topic)) return;
  const written = await tx
    .insertInto('letter')
    .values({
      organisation_id: organisationId,
      topic,
      person_id: personId,
      address: letter.address,
      locale: letter.locale,
      subject: letter.subject,
      body: letter.text,
      is_owed: isOwed,
      target_kind: letter.target?.kind ?? null,
      target_id: letter.target?.id ?? null,
      once_key: letter.onceKey ?? null,
      html_id: letter.html ? await keepHtml(tx, organisationId, letter.html) : null,
    })
    .onConflict((conflict) => conflict.constraint('letter_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  const priority = letter.isOfMany ? OF_MANY : TO_ONE;
  if (written) await queueSending(tx, organisationId, written.id, { priority });
}

/** After codes and links that somebody waits for. */
const TO_ONE = -5;
/** After all of these. */
export const OF_MANY = 10;

/** `after`: seconds. One letter has one job waiting at most. */
export async function queueSending(
  db: Db,
  organisationId: string,
  letterId: string,
  { after = 0, priority = TO_ONE } = {},
): Promise<void> {
  await queueJob(
    db,
    'send-letter',
    { organisationId, letterId },
    {
      priority,
      key: `letter:${letterId}`,
      ...(after > 0 && { runAt: new Date(Date.now() + after * 1000) }),
    },
  );
}

/** A letter that is still to be sent; null when it has been, or was given up. */
export async function findUnsent(
  db: Db,
  organisationId: string,
  id: string,
): Promise<UnsentLetter | null> {
  const row = await db
    .selectFrom('letter')
    .leftJoin('letter_html as h', (join) =>
      join
        .onRef('h.organisation_id', '=', 'letter.organisation_id')
        .onRef('h.id', '=', 'letter.html_id'),
    )
    .select([
      'h.html',
      'stop_path',
      'person_id',
      'topic',
      'is_owed',
      'address',
      'subject',
      'body',
      'locale',
      'queued_at',
      'tries',
    ])
    .where('letter.organisation_id', '=', organisationId)
    .where('letter.id', '=', id)
    .where('sent_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('given_up_at', 'is', null)
    .executeTakeFirst();
  return row
    ? {
        personId: row.person_id,
        html: row.html,
        stopPath: row.stop_path,
        topic: row.topic as Topic,
        isOwed: row.is_owed,
        to: row.address,
        subject: row.subject,
        text: row.body,
        locale: row.locale as Locale,
        queuedAt: row.queued_at,
        tries: row.tries,
      }
    : null;
}

export async function markSent(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .updateTable('letter')
    .set({
      sent_at: sql<Date>`palabre_now()`,
      tried_at: sql<Date>`palabre_now()`,
      tries: sql<number>`tries + 1`,
      failure: '',
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** One more try that failed. `end`: no other will be made. */
export async function markFailed(
  tx: Tx,
  organisationId: string,
  id: string,
  failure: string,
  end: 'refused' | 'given-up' | null,
): Promise<void> {
  const row = await tx
    .updateTable('letter')
    .set({
      tried_at: sql<Date>`palabre_now()`,
      tries: sql<number>`tries + 1`,
      failure: failure.slice(0, 500),
      ...(end === 'refused' && { refused_at: sql<Date>`palabre_now()` }),
      ...(end === 'given-up' && { given_up_at: sql<Date>`palabre_now()` }),
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .returning(['topic', 'target_kind', 'target_id'])
    .executeTakeFirst();
  if (!row || !end) return;
  await recordFact(tx, {
    organisationId,
    kind: 'letter.undelivered',
    actorId: null,
    subject: { kind: 'letter', id },
    detail: { topic: row.topic, end },
  });
}

/** Letters of a past that is told afterwards: each was sent when it was written, and leaves no more. */
export async function settleLetters(db: Db, organisationId: string): Promise<void> {
  await db
    .updateTable('letter')
    .set(({ ref }) => ({ sent_at: ref('queued_at') }))
    .where('organisation_id', '=', organisationId)
    .where('sent_at', 'is', null)
    .execute();
}
