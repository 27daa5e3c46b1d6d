import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import type { Meeting } from '../meeting.ts';

/** What is to be told of a session to who signed up, by a job of the writer's transaction. */
export interface SessionNews {
  organisationId: string;
  sessionId: string;
  what: 'seated' | 'changed' | 'cancelled' | 'meeting-cancelled';
  /** In the words of who runs it. */
  message: string;
}

/** Letters that one job writes. */
const BATCH = 200;

/** People are named in the job: a session that is cancelled keeps none of them. */
export async function queueSessionNews(
  tx: Tx,
  news: SessionNews,
  personIds: readonly string[],
): Promise<void> {
  for (let at = 0; at < personIds.length; at += BATCH)
    await queueJob(tx, 'tell-session', { ...news, personIds: personIds.slice(at, at + BATCH) });
}

/** Of a meeting that is cancelled in this very transaction: who had signed up for any session is told of it once. */
export async function letGoOfMeeting(tx: Tx, organisationId: string, meeting: Meeting) {
  const { rows } = await sql<{ sessionId: string; personId: string }>`
    with gone as (delete from meeting_session_seat r using meeting_session s
      where s.organisation_id = ${organisationId} and s.meeting_id = ${meeting.id}
        and r.organisation_id = s.organisation_id and r.session_id = s.id
      returning r.session_id, r.person_id)
    select min(session_id::text) as "sessionId", person_id as "personId" from gone
    where not exists (select from meeting_registration m where m.organisation_id = ${organisationId}
      and m.meeting_id = ${meeting.id} and m.person_id = gone.person_id)
    group by person_id`.execute(tx);
  const message = meeting.cancelMessage;
  for (const [sessionId, people] of Map.groupBy(rows, (row) => row.sessionId))
    await queueSessionNews(
      tx,
      { organisationId, sessionId, what: 'meeting-cancelled', message },
      people.map(({ personId }) => personId),
    );
}
