import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Locale } from '../../platform/locale/locale.ts';

/** How the office calls somebody, and where they are written to. Never shown to others. */
export interface Contact {
  name: string;
  nickname: string;
  email: string;
  locale: Locale;
}

/** By person; those who are no more, or of another organisation, are absent. */
export async function findContacts(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, Contact>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'nickname', 'email', 'locale'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', [...new Set(ids)])
    .where('erased_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, { ...row, locale: row.locale as Locale }]));
}

/** Ids of the accounts that these mailboxes have; those without one are absent. */
export async function findAccounts(
  db: Db,
  organisationId: string,
  mailboxes: readonly string[],
): Promise<Map<string, string>> {
  if (mailboxes.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['id', 'mailbox'])
    .where('organisation_id', '=', organisationId)
    .where('mailbox', 'in', [...new Set(mailboxes)])
    .where('confirmed_at', 'is not', null)
    .where('erased_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, mailbox }) => [mailbox, id]));
}

/** Whole hours since somebody's account began; null: they are no more. */
export async function findAccountHours(
  db: Db,
  organisationId: string,
  id: string,
): Promise<number | null> {
  const { rows } = await sql<{ hours: number }>`
    select floor(extract(epoch from palabre_now() - joined_at) / 3600)::int as hours from person
    where organisation_id = ${organisationId} and id = ${id} and erased_at is null`.execute(db);
  return rows[0]?.hours ?? null;
}
