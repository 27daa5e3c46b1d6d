import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Locale } from '../../platform/locale/locale.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { PROFILES, type Profile, type Registration } from './registration.ts';

/** null as well where the id is none. */
export async function findRegistration(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Registration | null> {
  return isUuid(id) ? findOne(registrations(db, organisationId).where('id', '=', id)) : null;
}

/** An account's own, for one meeting. */
export const findOwnRegistration = (
  db: Db,
  organisationId: string,
  meetingId: string,
  personId: string,
): Promise<Registration | null> =>
  findOne(
    registrations(db, organisationId)
      .where('meeting_id', '=', meetingId)
      .where('person_id', '=', personId),
  );

/** A registration given by its mailbox, proven or not. */
export const findByMailbox = (
  db: Db,
  organisationId: string,
  meetingId: string,
  mailbox: string,
): Promise<Registration | null> =>
  findOne(
    registrations(db, organisationId)
      .where('meeting_id', '=', meetingId)
      .where('mailbox', '=', mailbox),
  );

interface AskedPage {
  afterId?: string | null;
  limit: number;
  /** `id`: whoever withdraws meanwhile does not end the walk. */
  by?: 'arrival' | 'id';
}

/** Everybody who is confirmed, in the order in which they came unless told, page after page. */
export async function listRegistrations(
  db: Db,
  organisationId: string,
  meetingId: string,
  { afterId = null, limit, by = 'arrival' }: AskedPage,
): Promise<Registration[]> {
  let query = registrations(db, organisationId)
    .where('meeting_id', '=', meetingId)
    .where('confirmed_at', 'is not', null)
    .limit(limit);
  if (by === 'arrival') query = query.orderBy('confirmed_at');
  query = query.orderBy('id');
  if (afterId && by === 'id') query = query.where('id', '>', afterId);
  else if (afterId)
    query = query.where(
      sql<boolean>`(confirmed_at, id) > (select confirmed_at, id from meeting_registration
        where organisation_id = ${organisationId} and id = ${afterId}::uuid)`,
    );
  return (await query.execute()).map(asRegistration);
}

/** Of those who are confirmed (R87). */
export async function countProfiles(
  db: Db,
  organisationId: string,
  meetingId: string,
): Promise<Record<Profile, number>> {
  const rows = await db
    .selectFrom('meeting_registration')
    .select(['profile', sql<number>`count(*)::int`.as('people')])
    .where('organisation_id', '=', organisationId)
    .where('meeting_id', '=', meetingId)
    .where('confirmed_at', 'is not', null)
    .groupBy('profile')
    .execute();
  const counted = new Map(rows.map(({ profile, people }) => [profile, people]));
  return Object.fromEntries(
    PROFILES.map((profile) => [profile, counted.get(profile) ?? 0]),
  ) as Record<Profile, number>;
}

/** What an account is registered for. */
export async function listOwnRegistrations(db: Db, organisationId: string, personId: string) {
  const rows = await registrations(db, organisationId)
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .execute();
  return rows.map(asRegistration);
}

/** Those of these accounts and mailboxes who are confirmed for a meeting. */
export async function listAmongRegistered(
  db: Db,
  organisationId: string,
  meetingId: string,
  among: { personIds: readonly string[]; mailboxes: readonly string[] },
): Promise<{ personId: string | null; mailbox: string }[]> {
  const rows = await db
    .selectFrom('meeting_registration')
    .select(['person_id', 'mailbox'])
    .where('organisation_id', '=', organisationId)
    .where('meeting_id', '=', meetingId)
    .where('confirmed_at', 'is not', null)
    .where(
      sql<boolean>`(person_id = any(${[...among.personIds]}::uuid[])
        or mailbox = any(${[...among.mailboxes]}::text[]))`,
    )
    .execute();
  return rows.map((row) => ({ personId: row.person_id, mailbox: row.mailbox }));
}

const columns = [
  'id',
  'meeting_id',
  'person_id',
  'name',
  'email',
  'locale',
  'profile',
  'registered_at',
  'confirmed_at',
  'seated_at',
] as const;

const registrations = (db: Db, organisationId: string) =>
  db
    .selectFrom('meeting_registration')
    .select(columns)
    .where('organisation_id', '=', organisationId);

type Asked = ReturnType<typeof registrations>;
type Row = Awaited<ReturnType<Asked['executeTakeFirstOrThrow']>>;

async function findOne(asked: Asked): Promise<Registration | null> {
  const row = await asked.executeTakeFirst();
  return row ? asRegistration(row) : null;
}

function asRegistration(row: Row): Registration {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    personId: row.person_id,
    name: row.name,
    email: row.email,
    locale: row.locale as Locale,
    profile: row.profile as Profile,
    registeredAt: row.registered_at,
    confirmedAt: row.confirmed_at,
    seatedAt: row.seated_at,
  };
}
