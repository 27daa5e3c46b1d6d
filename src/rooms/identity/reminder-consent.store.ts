import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Locale } from '../../platform/locale/locale.ts';

/** Who may be written to about a vote, with what decides whether they may vote. */
export interface ReminderReader {
  id: string;
  email: string;
  mailbox: string;
  locale: Locale;
  /** `YYYY-MM-DD`; null: not declared yet. */
  birthDate: string | null;
  residence: string | null;
  residenceDeclaredOn: string | null;
  /** Ticked « Recevoir les rappels de vote » in their account. */
  agreed: boolean;
}

/** Whether this account receives reminders. Said twice, it is agreed to on the first day (CNIL: a proof of consent). */
export async function saveReminderConsent(
  db: Db,
  organisationId: string,
  id: string,
  agrees: boolean,
): Promise<void> {
  await db
    .updateTable('person')
    .set({
      reminders_agreed_on: agrees
        ? sql<string>`coalesce(reminders_agreed_on, (palabre_now() at time zone 'Europe/Paris')::date)`
        : null,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

export async function findReminderReader(
  db: Db,
  organisationId: string,
  id: string,
): Promise<ReminderReader | null> {
  const row = await readers(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? asReader(row) : null;
}

/** Confirmed accounts that agreed, in order of id, after one of them, page after page. */
export async function listAgreedReaders(
  db: Db,
  organisationId: string,
  afterId: string | null,
  limit: number,
): Promise<ReminderReader[]> {
  let query = readers(db, organisationId)
    .where('reminders_agreed_on', 'is not', null)
    .orderBy('id')
    .limit(limit);
  if (afterId) query = query.where('id', '>', afterId);
  return (await query.execute()).map(asReader);
}

/** Confirmed accounts of a list, in no order. */
export async function listReaders(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<ReminderReader[]> {
  if (ids.length === 0) return [];
  const rows = await readers(db, organisationId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return rows.map(asReader);
}

function readers(db: Db, organisationId: string) {
  return db
    .selectFrom('person')
    .select([
      'id',
      'email',
      'mailbox',
      'locale',
      'birth_date',
      'residence',
      'residence_declared_on',
      'reminders_agreed_on',
    ])
    .where('organisation_id', '=', organisationId)
    .where('confirmed_at', 'is not', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof readers>['execute']>>[number];

function asReader(row: Row): ReminderReader {
  return {
    id: row.id,
    email: row.email,
    mailbox: row.mailbox,
    locale: row.locale as Locale,
    birthDate: row.birth_date,
    residence: row.residence,
    residenceDeclaredOn: row.residence_declared_on,
    agreed: row.reminders_agreed_on !== null,
  };
}
