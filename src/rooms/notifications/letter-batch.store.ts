import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { queueJobs } from '../../platform/jobs/queue.ts';
import type { Locale } from '../../platform/locale/locale.ts';
import { OF_MANY } from './letter.store.ts';
import { ASKED_TOPICS, type Letter, type LetterReader } from './letter.ts';
import { keepHtml } from './letter-html.store.ts';

/** What readers of one language are written alike. */
export type SharedLetter = Pick<Letter, 'organisationId' | 'subject' | 'text' | 'target'> & {
  locale: Locale;
  /** What stands in the body of its HTML: kept once for all of them. */
  html?: string;
};

/**
 * The same letter to many, in two statements whatever their number: the letters, then their jobs. Not written: to who
 * does not want its topic or never asked for it (who has no account asked where they gave their address), nor a second time under one `onceKey`. Answers how many were.
 */
export async function queueLetters(
  tx: Tx,
  shared: SharedLetter,
  readers: readonly LetterReader[],
): Promise<number> {
  const { organisationId, locale, subject, text, target } = shared;
  const unsafe = /[\r\n\0]/;
  if (unsafe.test(subject) || readers.some(({ address }) => unsafe.test(address)))
    throw new Error('A line break in a mail header.');
  if (readers.length === 0) return 0;
  const column = (key: 'topic' | 'personId' | 'address' | 'onceKey') =>
    readers.map((reader) => reader[key]);
  const htmlId = shared.html ? await keepHtml(tx, organisationId, shared.html) : null;
  const stopPaths = readers.map(({ stopPath }) => stopPath ?? null);
  const { rows } = await sql<{ id: string }>`
    insert into letter (organisation_id, topic, person_id, address, locale, subject, body, target_kind, target_id,
      once_key, html_id, stop_path)
    select ${organisationId}, r.topic, r.person_id, r.address, ${locale}, ${subject}, ${text},
      ${target?.kind ?? null}, ${target?.id ?? null}::uuid, r.once_key, ${htmlId}::uuid, r.stop_path
    from unnest(${column('topic')}::text[], ${column('personId')}::uuid[], ${column('address')}::text[],
      ${column('onceKey')}::text[], ${stopPaths}::text[]) as r (topic, person_id, address, once_key, stop_path)
    left join letter_preference p on p.organisation_id = ${organisationId} and p.person_id = r.person_id
      and p.topic = r.topic
    where r.person_id is null or coalesce(p.wanted, r.topic <> all(${[...ASKED_TOPICS]}::text[]))
    on conflict on constraint letter_once do nothing
    returning id`.execute(tx);
  await queueJobs(
    tx,
    'send-letter',
    rows.map(({ id }) => ({ organisationId, letterId: id })),
    { keys: rows.map(({ id }) => `letter:${id}`), priority: OF_MANY },
  );
  return rows.length;
}
