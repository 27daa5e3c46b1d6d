import { sql } from 'kysely';
import { among, fromTables } from '../../platform/sets/row-source.ts';
import type { MeetingKind } from './meeting.ts';
import type { Profile } from './registration.ts';

export interface MeetingRow {
  number: number;
  editionId: string | null;
  kind: MeetingKind;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  /** '': online only. */
  place: string;
  latitude: number | null;
  longitude: number | null;
  capacity: number | null;
  isCancelled: boolean;
  residents: number | null;
  changedAt: Date;
}

/** Announced meetings, with how many residents came where that is reported; never who. */
export const meetingRows = fromTables<MeetingRow>({
  ofEditions: false,
  keys: ['number'],
  select: (organisationId, editionIds) => sql`
    select m.number, m.edition_id as "editionId", m.kind, m.title, m.description, m.starts_at as "startsAt",
      m.ends_at as "endsAt", concat_ws(', ', nullif(m.place, ''), nullif(m.address, '')) as place, m.latitude, m.longitude, m.capacity,
      m.cancelled_at is not null as "isCancelled", t.residents,
      greatest(m.published_at, m.cancelled_at, t.published_at) as "changedAt"
    from meeting m
    left join meeting_report t on t.organisation_id = m.organisation_id and t.meeting_id = m.id
    where m.organisation_id = ${organisationId} and m.published_at <= palabre_now() and m.hidden_at is null
      and (m.component_id is null or is_public_component(m.organisation_id, m.component_id))
      and (m.edition_id is null or m.edition_id ${among(editionIds)})`,
});

export interface RegistrationRow {
  number: number;
  title: string;
  startsAt: Date;
  id: string;
  name: string;
  email: string;
  profile: Profile;
  isSeated: boolean;
  changedAt: Date;
}

/** Who is confirmed for the meetings of an edition: until they are forgotten, some weeks after. */
export const registrationRows = fromTables<RegistrationRow>({
  keys: ['number', 'id'],
  select: (organisationId, editionIds) => sql`
    select m.number, m.title, m.starts_at as "startsAt", r.id, r.name, r.email, r.profile,
      r.seated_at is not null as "isSeated", r.confirmed_at as "changedAt"
    from meeting m
    join meeting_registration r on r.organisation_id = m.organisation_id and r.meeting_id = m.id
    where m.organisation_id = ${organisationId} and m.edition_id ${among(editionIds)}
      and r.confirmed_at is not null`,
});
