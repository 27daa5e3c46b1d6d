import { sql } from 'kysely';
import {
  type Db,
  readNow,
  type Tx,
  violatedConstraint,
} from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { findMeeting } from '../meeting.store.ts';
import { findSession } from './session.store.ts';
import { type Session, standingOf } from './session.ts';
import { queueSessionNews } from './session-news.store.ts';

/** Another session at the same hours: its words say which one is in the way. */
type Other = Pick<Session, 'id' | 'title' | 'startsAt' | 'endsAt'>;

export type SignUp =
  | { ok: true; isSeated: boolean }
  | { ok: false; refusal: 'closed' }
  | { ok: false; refusal: 'overlaps'; other: Other };

/**
 * Somebody comes to a session: seated, or waiting where the seats are taken. Nobody stands in two that overlap, even
 * waiting: a seat that came free would take them out of the other. Asked again, it is as it was.
 */
export async function signUp(
  db: Db,
  organisationId: string,
  sessionId: string,
  personId: string,
): Promise<SignUp> {
  const there = await findSession(db, organisationId, sessionId);
  if (!there) return { ok: false, refusal: 'closed' };
  try {
    return await inTransaction(db, async (tx): Promise<SignUp> => {
      await lockProgramme(tx, organisationId, personId);
      const session = await lockSession(tx, organisationId, there);
      const meeting = await findMeeting(tx, organisationId, { id: there.meetingId });
      if (!session || !meeting) return { ok: false, refusal: 'closed' };
      const standing = standingOf(session, meeting, await readNow(tx));
      if (standing !== 'open' && standing !== 'full') return { ok: false, refusal: 'closed' };
      const other = await findOverlapping(tx, organisationId, session, personId);
      if (other) return { ok: false, refusal: 'overlaps', other };
      const { rows } = await sql<{ isSeated: boolean }>`
        insert into meeting_session_seat as r (organisation_id, session_id, person_id, starts_at, ends_at, seated_at)
        values (${organisationId}, ${session.id}, ${personId}, ${session.startsAt}, ${session.endsAt},
          ${standing === 'open' ? sql`palabre_now()` : null})
        on conflict on constraint meeting_session_seat_once do update set asked_at = r.asked_at
        returning seated_at is not null as "isSeated"`.execute(tx);
      return { ok: true, isSeated: rows[0]!.isSeated };
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'meeting_session_one_at_a_time') throw error;
    const other = await findOverlapping(db, organisationId, there, personId);
    return other ? { ok: false, refusal: 'overlaps', other } : { ok: false, refusal: 'closed' };
  }
}

/** Gives a place back; the seat goes to whoever waited longest, who is written to. */
export async function giveUp(
  db: Db,
  organisationId: string,
  session: Pick<Session, 'id' | 'meetingId'>,
  personId: string,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockSession(tx, organisationId, session);
    await sql`delete from meeting_session_seat where organisation_id = ${organisationId}
      and session_id = ${session.id} and person_id = ${personId}`.execute(tx);
    await seatNext(tx, organisationId, session.id);
  });
}

/** Gives free seats to those who wait, in order; the caller holds the session. */
export async function seatNext(tx: Tx, organisationId: string, sessionId: string): Promise<void> {
  const session = await findSession(tx, organisationId, sessionId);
  const meeting = session && (await findMeeting(tx, organisationId, { id: session.meetingId }));
  if (!session || !meeting || session.waiting === 0) return;
  const standing = standingOf(session, meeting, await readNow(tx));
  if (standing !== 'open') return;
  const free = session.capacity === null ? session.waiting : session.capacity - session.seated;
  const { rows } = await sql<{ personId: string }>`
    update meeting_session_seat set seated_at = palabre_now()
    where organisation_id = ${organisationId} and session_id = ${sessionId} and person_id in (
      select person_id from meeting_session_seat
      where organisation_id = ${organisationId} and session_id = ${sessionId} and seated_at is null
      order by asked_at, person_id limit ${free})
    returning person_id as "personId"`.execute(tx);
  const people = rows.map(({ personId }) => personId);
  await queueSessionNews(tx, { organisationId, sessionId, what: 'seated', message: '' }, people);
}

/** An account that is erased gives every place back; sessions are locked in one order. */
export async function giveUpAll(tx: Tx, organisationId: string, personId: string): Promise<void> {
  const { rows } = await sql<{ id: string; meetingId: string }>`
    select s.id, s.meeting_id as "meetingId" from meeting_session s
    where s.organisation_id = ${organisationId} and s.id in (select session_id from meeting_session_seat
      where organisation_id = ${organisationId} and person_id = ${personId}) order by s.meeting_id, s.id`.execute(
    tx,
  );
  for (const session of rows) await giveUp(tx, organisationId, session, personId);
}

/** Whoever asks for two sessions at the same instant is answered one after the other. */
async function lockProgramme(tx: Tx, organisationId: string, personId: string): Promise<void> {
  const key = `sessions:${organisationId}:${personId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** The meeting first, so that it is not cancelled meanwhile; then the session, whose seats are counted. */
export async function lockSession(
  tx: Tx,
  organisationId: string,
  { id, meetingId }: Pick<Session, 'id' | 'meetingId'>,
): Promise<Session | null> {
  await sql`select from meeting where organisation_id = ${organisationId} and id = ${meetingId} for share`.execute(
    tx,
  );
  await sql`select from meeting_session where organisation_id = ${organisationId} and id = ${id} for update`.execute(
    tx,
  );
  return findSession(tx, organisationId, id);
}

async function findOverlapping(
  db: Db,
  organisationId: string,
  session: Pick<Session, 'id' | 'startsAt' | 'endsAt'>,
  personId: string,
): Promise<Other | null> {
  const { rows } = await sql<Other>`
    select s.id, s.title, s.starts_at as "startsAt", s.ends_at as "endsAt"
    from meeting_session_seat r
    join meeting_session s on s.organisation_id = r.organisation_id and s.id = r.session_id
    where r.organisation_id = ${organisationId} and r.person_id = ${personId} and r.session_id <> ${session.id}
      and tstzrange(r.starts_at, r.ends_at) && tstzrange(${session.startsAt}, ${session.endsAt})
    order by r.starts_at limit 1`.execute(db);
  return rows[0] ?? null;
}
