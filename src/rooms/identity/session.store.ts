import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { HeldRole } from '../../platform/http/roles.ts';
import type { Visitor } from '../../platform/http/visit.ts';
import type { Locale } from '../../platform/locale/locale.ts';
import { hashSecret, newToken } from '../../platform/secrets/token.ts';
import type { Session } from './device.ts';

export const SESSION_DAYS = 30;

const today = sql<string>`(palabre_now() at time zone 'Europe/Paris')::date`;

/**
 * Who holds this session, in one query: session, person, roles of the moment, whether it has proven a second
 * factor, and whether the charter
 * in force is accepted (R96). The organisation leads: a session of another tenant is nobody.
 */
export async function findVisitor(
  db: Db,
  organisationId: string,
  token: string,
): Promise<Visitor | null> {
  const { rows } = await sql<{
    id: string;
    nickname: string;
    locale: Locale;
    session_id: string;
    factor_proven: boolean;
    held: HeldRole[];
    charter_accepted: boolean;
  }>`
    /* prepared: visitor */
    select p.id, p.nickname, p.locale, s.id as session_id,
      s.second_factor_on is not null as factor_proven,
      coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'editionId', g.edition_id,
            'spaceId', g.space_id, 'departmentId', g.department_id) order by g.role, g.id) from role_grant g
        where g.organisation_id = p.organisation_id and g.person_id = p.id
          and (g.ends_at is null or g.ends_at > palabre_now())), '[]') as held,
      exists (select from charter_acceptance a
        join charter_in_force c on c.organisation_id = a.organisation_id and c.version = a.version
        where a.organisation_id = p.organisation_id and a.person_id = p.id) as charter_accepted
    from session s
    join person p on p.organisation_id = s.organisation_id and p.id = s.person_id
    where s.organisation_id = ${organisationId} and s.token_hash = ${hashSecret(token)}
      and s.expires_on > ${today} and p.confirmed_at is not null`.execute(db);
  const row = rows[0];
  return row
    ? {
        id: row.id,
        nickname: row.nickname,
        locale: row.locale,
        roles: [...new Set(row.held.map(({ role }) => role))],
        held: row.held,
        sessionId: row.session_id,
        factorProven: row.factor_proven,
        charterAccepted: row.charter_accepted,
      }
    : null;
}

/**
 * A new session under a token of its own (W11): only the token's hash stays here. `factorProven`: a second factor
 * has just been proven, and opens the powers of the person's roles in this session.
 */
export async function openSession(
  db: Db,
  organisationId: string,
  personId: string,
  device: string,
  { factorProven = false }: { factorProven?: boolean } = {},
): Promise<string> {
  const token = newToken();
  await db
    .insertInto('session')
    .values({
      organisation_id: organisationId,
      person_id: personId,
      token_hash: hashSecret(token),
      device,
      second_factor_on: factorProven ? today : null,
      expires_on: sql<string>`${today} + ${SESSION_DAYS}::int`,
    })
    .execute();
  return token;
}

export async function listSessions(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<Session[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'device', 'opened_on', 'seen_on'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('expires_on', '>', today)
    .orderBy('seen_on', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    openedOn: row.opened_on,
    seenOn: row.seen_on,
  }));
}

/** At most once a day, and never from a page of a poll (integrity 0.5). */
export async function markSeen(db: Db, organisationId: string, sessionId: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ seen_on: today })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', sessionId)
    .where('seen_on', '<', today)
    .execute();
}

/** Closes one session of this person; false when it is not theirs, or not there. */
export async function closeSession(
  db: Db,
  organisationId: string,
  personId: string,
  sessionId: string,
): Promise<boolean> {
  const row = await db
    .deleteFrom('session')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    // as text: what an address holds may be no id at all
    .where(sql`id::text`, '=', sessionId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Closes every session of a person but one (or none). */
export async function closeOtherSessions(
  db: Db,
  organisationId: string,
  personId: string,
  keptId: string | null,
): Promise<void> {
  let query = db
    .deleteFrom('session')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId);
  if (keptId) query = query.where('id', '!=', keptId);
  await query.execute();
}

/** What a person's sessions had proven counts no more: they prove it again before a role opens anything (W11). */
export async function forgetProvenFactor(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<void> {
  await db
    .updateTable('session')
    .set({ second_factor_on: null })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('second_factor_on', 'is not', null)
    .execute();
}
