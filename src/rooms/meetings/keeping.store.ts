import { sql } from 'kysely';
import type { Database, Db } from '../../platform/database/database.ts';
import { KEPT_DAYS, PROOF_DAYS } from './registration.ts';

/** Deletes what was promised to be deleted: registrations of meetings long over, addresses that nobody proved. */
export async function forgetRegistrations(db: Database): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`delete from meeting_registration
      where confirmed_at is null and registered_at < palabre_now() - make_interval(days => ${PROOF_DAYS})`.execute(
      tx,
    );
    const { rows } = await sql<{ organisation_id: string; id: string }>`
      update meeting set forgotten_at = palabre_now()
      where forgotten_at is null and ends_at < palabre_now() - make_interval(days => ${KEPT_DAYS})
      returning organisation_id, id`.execute(tx);
    for (const { organisation_id, id } of rows)
      await tx
        .deleteFrom('meeting_registration')
        .where('organisation_id', '=', organisation_id)
        .where('meeting_id', '=', id)
        .execute();
    for (const { organisation_id, id } of rows)
      await sql`delete from meeting_session_seat r using meeting_session s
        where s.organisation_id = ${organisation_id} and s.meeting_id = ${id}
          and r.organisation_id = s.organisation_id and r.session_id = s.id`.execute(tx);
  });
}

/** Public meetings of every organisation that begin within a day, to be recalled. */
export async function listMeetingsToRecall(
  db: Db,
): Promise<{ organisationId: string; meetingId: string }[]> {
  const { rows } = await sql<{ organisationId: string; meetingId: string }>`
    select organisation_id as "organisationId", id as "meetingId" from meeting
    where published_at is not null and cancelled_at is null
      and starts_at > palabre_now() and starts_at <= palabre_now() + interval '1 day'
    order by starts_at, id`.execute(db);
  return rows;
}
