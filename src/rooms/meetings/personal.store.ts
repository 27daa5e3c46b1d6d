import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';
import { takeOut } from './registering.store.ts';
import { giveUpAll } from './sessions/sign-up.store.ts';

export const MEETING_COLUMNS: Readonly<Record<string, Fate>> = {
  'meeting_closing.closed_by': 'unnamed',
  'meeting.host_person': 'unnamed',
  'meeting_presence.person_id': 'removed',
  'meeting_registration.email': 'removed',
  'meeting_registration.mailbox': 'removed',
  'meeting_registration.name': 'removed',
  'meeting_registration.person_id': 'removed',
  'meeting_session.cancelled_by': 'unnamed',
  'meeting_session_seat.person_id': 'removed',
};

export const meetingRows = {
  hosted: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select id, component_id, number, title, description, lang, place, address, access, starts_at, ends_at,
      latitude, longitude, video_link, external_url, published_at, cancelled_at, cancel_message
    from meeting where organisation_id = ${organisationId} and host_person = ${id} order by number`,
  ),
  registrations: ownRows(
    ({
      organisationId,
      id,
      mailbox,
    }) => sql`select r.meeting_id, m.title, m.starts_at, r.name, r.email, r.profile,
      r.registered_at, r.confirmed_at, r.seated_at
    from meeting_registration r join meeting m on m.organisation_id = r.organisation_id and m.id = r.meeting_id
    where r.organisation_id = ${organisationId} and (r.person_id = ${id} or r.mailbox = ${mailbox})
    order by r.registered_at, r.id`,
  ),
  sessions: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select s.meeting_id, s.title, r.starts_at, r.ends_at, r.asked_at, r.seated_at
    from meeting_session_seat r join meeting_session s on s.organisation_id = r.organisation_id and s.id = r.session_id
    where r.organisation_id = ${organisationId} and r.person_id = ${id} order by r.starts_at, s.id`,
  ),
  presences: ownRows(
    ({ organisationId, id }) => sql`select p.meeting_id, m.title, m.starts_at, p.assigned_at
    from meeting_presence p join meeting m on m.organisation_id = p.organisation_id and m.id = p.meeting_id
    where p.organisation_id = ${organisationId} and p.person_id = ${id} order by m.starts_at, m.id`,
  ),
};

/** Seats that they held go to whoever waits; meetings are locked in one order. */
export async function eraseComer(tx: Tx, { organisationId, id, mailbox }: Owner) {
  await sql`select 1 from meeting where organisation_id = ${organisationId} and id in (
      select meeting_id from meeting_registration
      where organisation_id = ${organisationId} and (person_id = ${id} or mailbox = ${mailbox}))
    order by id for update`.execute(tx);
  const { rows } = await sql<{ id: string; meetingId: string }>`
    select id, meeting_id as "meetingId" from meeting_registration
    where organisation_id = ${organisationId} and (person_id = ${id} or mailbox = ${mailbox})
    order by meeting_id`.execute(tx);
  for (const registration of rows) await takeOut(tx, organisationId, registration);
  await giveUpAll(tx, organisationId, id);
  await tx
    .deleteFrom('meeting_presence')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  return [];
}
