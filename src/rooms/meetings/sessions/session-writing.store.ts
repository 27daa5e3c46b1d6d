import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Act } from '../../spaces/index.ts';
import type { Meeting } from '../meeting.ts';
import { lockMeeting, tell } from '../meeting-writing.store.ts';
import { countSessions } from './session.store.ts';
import { isSessionMoved, MOST_SESSIONS, type Session, type WrittenSession } from './session.ts';
import { queueSessionNews } from './session-news.store.ts';
import { lockSession, seatNext } from './sign-up.store.ts';

type Refused<R extends string> = { ok: false; refusal: R };

/** Adds a session to a programme. Sent twice, the form makes one. The caller has checked it. */
export async function addSession(
  db: Db,
  act: Act,
  meeting: Meeting,
  madeFrom: string,
  written: WrittenSession,
): Promise<{ ok: true } | Refused<'too-many' | 'outside-meeting' | 'over'>> {
  const { organisationId } = act;
  try {
    return await inTransaction(db, async (tx) => {
      const now = await lockMeeting(tx, organisationId, meeting.id);
      if (!now || now.cancelledAt !== null) return { ok: false, refusal: 'over' };
      if ((await countSessions(tx, organisationId, meeting.id)) >= MOST_SESSIONS)
        return { ok: false, refusal: 'too-many' };
      const { rows } =
        await sql`insert into meeting_session (organisation_id, meeting_id, made_from,
          title, description, speakers, room, starts_at, ends_at, capacity)
        values (${organisationId}, ${meeting.id}, ${madeFrom}, ${written.title}, ${written.description},
          ${written.speakers}, ${written.room}, ${written.startsAt}, ${written.endsAt}, ${written.capacity})
        on conflict on constraint meeting_session_made_once do nothing returning id`.execute(tx);
      if (rows.length > 0)
        await tell(tx, act, 'meeting.session-added', meeting, { session: written.title });
      return { ok: true };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'session_within_meeting')
      return { ok: false, refusal: 'outside-meeting' };
    throw error;
  }
}

export type SessionChanged =
  | { ok: true }
  | Refused<'gone' | 'changed-meanwhile' | 'outside-meeting' | 'seats-taken' | 'people-overlap'>;

/** Other words, hours or seats; who signed up is told of other hours and of another room. */
export async function changeSession(
  db: Db,
  act: Act,
  meeting: Meeting,
  { id, version }: Pick<Session, 'id' | 'version'>,
  written: WrittenSession,
): Promise<SessionChanged> {
  const { organisationId } = act;
  try {
    return await inTransaction(db, async (tx): Promise<SessionChanged> => {
      const before = await lockSession(tx, organisationId, { id, meetingId: meeting.id });
      if (!before || before.cancelledAt !== null) return { ok: false, refusal: 'gone' };
      if (before.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
      await sql`update meeting_session set title = ${written.title}, description = ${written.description},
          speakers = ${written.speakers}, room = ${written.room}, starts_at = ${written.startsAt},
          ends_at = ${written.endsAt}, capacity = ${written.capacity}, version = version + 1
        where organisation_id = ${organisationId} and id = ${id}`.execute(tx);
      await seatNext(tx, organisationId, id);
      await tell(tx, act, 'meeting.session-changed', meeting, { session: written.title });
      if (isSessionMoved(before, written))
        await queueSessionNews(
          tx,
          { organisationId, sessionId: id, what: 'changed', message: '' },
          await listPeople(tx, organisationId, id),
        );
      return { ok: true };
    });
  } catch (error) {
    switch (violatedConstraint(error)) {
      case 'session_within_meeting':
        return { ok: false, refusal: 'outside-meeting' };
      case 'session_keeps_its_seats':
        return { ok: false, refusal: 'seats-taken' };
      // the hours of a session are those of its places: somebody would be in two at once
      case 'meeting_session_one_at_a_time':
        return { ok: false, refusal: 'people-overlap' };
      default:
        throw error;
    }
  }
}

/** Cancels a session that has not begun; who signed up is told, and free for another one at these hours. */
export async function cancelSession(
  db: Db,
  act: Act,
  meeting: Meeting,
  session: Pick<Session, 'id' | 'title'>,
  message: string,
): Promise<boolean> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    await lockSession(tx, organisationId, { id: session.id, meetingId: meeting.id });
    const { rows } =
      await sql`update meeting_session set cancelled_at = palabre_now(), cancelled_by = ${by},
        cancel_message = ${message}, version = version + 1
      where organisation_id = ${organisationId} and id = ${session.id} and cancelled_at is null
        and starts_at > palabre_now() returning id`.execute(tx);
    if (rows.length === 0) return false;
    const people = await letGo(tx, organisationId, session.id);
    const news = { organisationId, sessionId: session.id, message, what: 'cancelled' as const };
    await queueSessionNews(tx, news, people);
    await tell(tx, act, 'meeting.session-cancelled', meeting, { session: session.title });
    return true;
  });
}

async function letGo(tx: Tx, organisationId: string, sessionId: string): Promise<string[]> {
  const people = await listPeople(tx, organisationId, sessionId);
  await sql`delete from meeting_session_seat where organisation_id = ${organisationId}
    and session_id = ${sessionId}`.execute(tx);
  return people;
}

async function listPeople(tx: Tx, organisationId: string, sessionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select person_id as id from meeting_session_seat
    where organisation_id = ${organisationId} and session_id = ${sessionId} order by asked_at, person_id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
