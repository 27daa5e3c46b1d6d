import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';

/** The HTML that many letters share: kept once, however many readers it has. */
export async function keepHtml(tx: Tx, organisationId: string, html: string): Promise<string> {
  const { id } = await tx
    .insertInto('letter_html')
    .values({ organisation_id: organisationId, html })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Kept as long as the words of letters: a year. */
export async function forgetOldHtml(db: Db): Promise<void> {
  await db
    .updateTable('letter_html')
    .set({ html: '' })
    .where('html', '<>', '')
    .where('kept_at', '<', sql<Date>`palabre_now() - interval '365 days'`)
    .execute();
}
