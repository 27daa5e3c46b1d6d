import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { hashSecret, newToken } from '../../platform/secrets/token.ts';
import { urls } from '../../urls.ts';

/**
 * A new one-time link, as a path, that makes an organisation and its administrator. It lives a week;
 * only its hash is kept, so it can be told once.
 */
export async function createInstallationLink(db: Db): Promise<string> {
  const token = newToken();
  await db
    .insertInto('installation_link')
    .values({ token_hash: hashSecret(token) })
    .execute();
  return urls.installation({ token });
}

const usable = sql<boolean>`used_at is null and created_at > palabre_now() - interval '7 days'`;

/** Whether the link can still be used. Looking does not use it up. */
export async function isInstallationOpen(db: Db, token: string): Promise<boolean> {
  const row = await db
    .selectFrom('installation_link')
    .select('created_at')
    .where('token_hash', '=', hashSecret(token))
    .where(usable)
    .executeTakeFirst();
  return row !== undefined;
}

/** Spends the link: true for one transaction only, however many come at once. */
export async function useInstallationLink(tx: Tx, token: string): Promise<boolean> {
  const row = await tx
    .updateTable('installation_link')
    .set({ used_at: sql<Date>`palabre_now()` })
    .where('token_hash', '=', hashSecret(token))
    .where(usable)
    .returning('token_hash')
    .executeTakeFirst();
  return row !== undefined;
}
