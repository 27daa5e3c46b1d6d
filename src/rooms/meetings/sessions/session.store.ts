import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { MOST_SESSIONS, type Place, type Session } from './session.ts';

const sessions = sql`s.id, s.meeting_id as "meetingId", s.title, s.description, s.speakers, s.room,
  s.starts_at as "startsAt", s.ends_at as "endsAt", s.capacity, s.version,
  s.cancelled_at as "cancelledAt", s.cancel_message as "cancelMessage",
  coalesce(c.seated, 0) as seated, coalesce(c.waiting, 0) as waiting
  from meeting_session s left join lateral (
    select (count(*) filter (where seated_at is not null))::int as seated,
      (count(*) filter (where seated_at is null))::int as waiting
    from meeting_session_seat r where r.organisation_id = s.organisation_id and r.session_id = s.id) c on true`;

/** The programme of a meeting, in order of time: some hundreds at most, read as one list. */
export async function listSessions(
  db: Db,
  organisationId: string,
  meetingId: string,
): Promise<Session[]> {
  const { rows } = await sql<Session>`select ${sessions}
    where s.organisation_id = ${organisationId} and s.meeting_id = ${meetingId}
    order by s.starts_at, s.id limit ${MOST_SESSIONS}`.execute(db);
  return rows;
}

export async function countSessions(db: Db, organisationId: string, meetingId: string) {
  const { rows } = await sql<{ count: number }>`select count(*)::int from meeting_session
    where organisation_id = ${organisationId} and meeting_id = ${meetingId}`.execute(db);
  return rows[0]!.count;
}

/** null as well where the id is none. */
export async function findSession(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Session | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<Session>`select ${sessions}
    where s.organisation_id = ${organisationId} and s.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** By session of a meeting: where somebody stands in it. */
export async function findOwnPlaces(
  db: Db,
  organisationId: string,
  meetingId: string,
  personId: string,
): Promise<ReadonlyMap<string, Place>> {
  const { rows } = await sql<{ id: string; isSeated: boolean }>`
    select r.session_id as id, r.seated_at is not null as "isSeated"
    from meeting_session_seat r
    join meeting_session s on s.organisation_id = r.organisation_id and s.id = r.session_id
    where r.organisation_id = ${organisationId} and r.person_id = ${personId} and s.meeting_id = ${meetingId}`.execute(
    db,
  );
  return new Map(rows.map(({ id, isSeated }) => [id, isSeated ? 'seated' : 'waiting']));
}

export interface SignedUp {
  personId: string;
  askedAt: Date;
  /** null: on the waiting list. */
  seatedAt: Date | null;
}

/** Who signed up, in the order in which they did, page after page. */
export async function listSignedUp(
  db: Db,
  organisationId: string,
  sessionId: string,
  { after = null, limit }: { after?: string | null; limit: number },
): Promise<SignedUp[]> {
  const rest = after
    ? sql`and (asked_at, person_id) > (select asked_at, person_id from meeting_session_seat
        where organisation_id = ${organisationId} and session_id = ${sessionId} and person_id = ${after}::uuid)`
    : sql``;
  const { rows } = await sql<SignedUp>`select person_id as "personId", asked_at as "askedAt",
      seated_at as "seatedAt" from meeting_session_seat
    where organisation_id = ${organisationId} and session_id = ${sessionId} ${rest}
    order by asked_at, person_id limit ${limit}`.execute(db);
  return rows;
}
