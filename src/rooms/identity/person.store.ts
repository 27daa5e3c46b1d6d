import { sql, type UpdateObject } from 'kysely';
import * as m from '../../paraglide/messages.js';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/tables.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Locale } from '../../platform/locale/locale.ts';
import { acceptCharter } from './charter-acceptance.store.ts';
import type { DeclaredIdentity } from './declared-identity.ts';
import { isOfficialLabel, lockName } from './nickname.store.ts';
import { ERASED_NICKNAME } from './nickname.ts';
import type { Credentials, Person } from './person.ts';
import type { SignUp } from './sign-up.ts';

const columns = [
  'id',
  'nickname',
  'name',
  'email',
  'mailbox',
  'locale',
  'birth_date',
  'residence',
  'residence_declared_on',
  'confirmed_at',
  'password_hash',
] as const;

export async function findPerson(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Person | null> {
  const found = await findCredentials(db, organisationId, { id });
  if (!found) return null;
  const { passwordHash: _, ...person } = found;
  return person;
}

export async function findCredentials(
  db: Db,
  organisationId: string,
  by: { id: string } | { mailbox: string },
): Promise<Credentials | null> {
  const query = db
    .selectFrom('person')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('erased_at', 'is', null);
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : query.where('mailbox', '=', by.mailbox)
  ).executeTakeFirst();
  return row
    ? {
        id: row.id,
        nickname: row.nickname,
        name: row.name,
        email: row.email,
        mailbox: row.mailbox,
        locale: row.locale as Locale,
        birthDate: row.birth_date,
        residence: row.residence,
        residenceDeclaredOn: row.residence_declared_on,
        confirmedAt: row.confirmed_at,
        passwordHash: row.password_hash,
      }
    : null;
}

/** Nicknames for public pages: without those under fifteen, who have no public name (as the view `idea_author`). */
export async function listPublicNicknames(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const names = await listNicknames(db, organisationId, ids);
  if (names.size === 0) return names;
  const children = await db
    .selectFrom('person')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where(
      sql<boolean>`birth_date > (palabre_now() at time zone 'Europe/Paris')::date - interval '15 years'`,
    )
    .execute();
  for (const { id } of children) names.delete(id);
  return names;
}

/** Nicknames by person; those who erased their account are called so. */
export async function listNicknames(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['id', 'nickname'])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      row.nickname === ERASED_NICKNAME ? m.personal_erased_name() : row.nickname,
    ]),
  );
}

/** Confirmed people in order of id, after one of them: for rolls and mailings, page after page. */
export async function listConfirmedPeople(
  db: Db,
  organisationId: string,
  afterId: string | null,
  limit: number,
): Promise<{ id: string; email: string; mailbox: string; locale: Locale }[]> {
  let query = db
    .selectFrom('person')
    .select(['id', 'email', 'mailbox', 'locale'])
    .where('organisation_id', '=', organisationId)
    .where('confirmed_at', 'is not', null)
    .orderBy('id')
    .limit(limit);
  if (afterId) query = query.where('id', '>', afterId);
  return (await query.execute()).map((row) => ({ ...row, locale: row.locale as Locale }));
}

export type Insertion = { ok: true; id: string } | { ok: false; taken: 'nickname' | 'mailbox' };

/** Sign-ups of one mailbox come one after the other until the transaction ends. */
export async function lockMailbox(tx: Tx, organisationId: string, mailbox: string): Promise<void> {
  const key = `mailbox:${organisationId}:${mailbox}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** Whether nobody has this nickname, or only a sign-up of the same mailbox that waits to be confirmed. */
export async function isNicknameFree(
  db: Db,
  organisationId: string,
  wanted: { nicknameKey: string; mailbox: string },
): Promise<boolean> {
  if (await isOfficialLabel(db, organisationId, wanted.nicknameKey)) return false;
  const row = await db
    .selectFrom('person')
    .select(['mailbox', 'confirmed_at'])
    .where('organisation_id', '=', organisationId)
    .where('nickname_key', '=', wanted.nicknameKey)
    .executeTakeFirst();
  return !row || (row.confirmed_at === null && row.mailbox === wanted.mailbox);
}

/** A new person, not confirmed, who accepts the charter in force (R96). Races end in `taken`. */
export async function insertPerson(
  tx: Tx,
  organisationId: string,
  person: SignUp & { passwordHash: string | null; locale: Locale },
): Promise<Insertion> {
  await lockName(tx, organisationId, person.nicknameKey);
  if (await isOfficialLabel(tx, organisationId, person.nicknameKey))
    return { ok: false, taken: 'nickname' };
  const row = await tx
    .insertInto('person')
    .values({
      organisation_id: organisationId,
      name: person.name,
      nickname: person.nickname,
      nickname_key: person.nicknameKey,
      email: person.email,
      mailbox: person.mailbox,
      password_hash: person.passwordHash,
      locale: person.locale,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) {
    const known = await findCredentials(tx, organisationId, { mailbox: person.mailbox });
    return { ok: false, taken: known ? 'mailbox' : 'nickname' };
  }
  await acceptCharter(tx, organisationId, row.id);
  return { ok: true, id: row.id };
}

/** The address is proven: the account begins. False when it had begun already. */
export async function confirmPerson(tx: Tx, organisationId: string, id: string): Promise<boolean> {
  const row = await tx
    .updateTable('person')
    .set({ confirmed_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await recordFact(tx, {
    organisationId,
    kind: 'person.joined',
    actorId: id,
    subject: { kind: 'person', id },
  });
  return true;
}

/** Forgets a sign-up that nobody confirmed, so that its mailbox and nickname are free again. */
export async function deleteUnconfirmed(
  tx: Tx,
  organisationId: string,
  by: { id: string } | { mailbox: string },
): Promise<void> {
  const [column, value] =
    'id' in by ? (['id', by.id] as const) : (['mailbox', by.mailbox] as const);
  const row = await tx
    .selectFrom('person')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where(column, '=', value)
    .where('confirmed_at', 'is', null)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return;
  for (const table of ['mail_proof', 'charter_acceptance'] as const) {
    await tx
      .deleteFrom(table)
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', row.id)
      .execute();
  }
  await tx
    .deleteFrom('person')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', row.id)
    .execute();
}

export async function savePassword(
  db: Db,
  organisationId: string,
  id: string,
  passwordHash: string,
): Promise<void> {
  await update(db, organisationId, id, { password_hash: passwordHash });
}

export async function saveLocale(
  db: Db,
  organisationId: string,
  id: string,
  locale: Locale,
): Promise<void> {
  await update(db, organisationId, id, { locale });
}

/** Throws on `person_mailbox_unique` when another account has this mailbox. */
export async function saveEmail(
  db: Db,
  organisationId: string,
  id: string,
  address: { email: string; mailbox: string },
): Promise<void> {
  await update(db, organisationId, id, address);
}

/** A day, no time: this is often written minutes before a vote (integrity 0.4). */
export async function saveDeclaredIdentity(
  db: Db,
  organisationId: string,
  id: string,
  declared: DeclaredIdentity,
): Promise<void> {
  await update(db, organisationId, id, {
    birth_date: declared.birthDate,
    residence: declared.residence,
    residence_declared_on: sql<string>`(palabre_now() at time zone 'Europe/Paris')::date`,
  });
}

async function update(
  db: Db,
  organisationId: string,
  id: string,
  values: UpdateObject<DB, 'person'>,
): Promise<void> {
  await db
    .updateTable('person')
    .set(values)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}
