import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Shifts } from './desk.ts';

/** Where somebody stands with their shifts at this instant, in database time. */
export async function findShiftsNow(
  db: Db,
  organisationId: string,
  point: { id: string; editionId: string },
  personId: string,
): Promise<Shifts> {
  const { rows } = await sql<Shifts>`
    with own as (
      select s.point_id, h.opens_at, h.closes_at
      from vote_shift h
      join vote_point_slot s on s.organisation_id = h.organisation_id and s.id = h.slot_id
      join vote_point p on p.organisation_id = s.organisation_id and p.id = s.point_id
      where h.organisation_id = ${organisationId} and h.person_id = ${personId}
        and p.edition_id = ${point.editionId})
    select
      exists (select from own where point_id = ${point.id}
        and opens_at <= palabre_now() and palabre_now() < closes_at) as here,
      exists (select from own) as elsewhere,
      exists (select from vote_point_slot where organisation_id = ${organisationId}
        and point_id = ${point.id} and opens_at <= palabre_now() and palabre_now() < closes_at) as open`.execute(
    db,
  );
  return rows[0]!;
}

/** Points that are open, or will be, on this day in Paris, with those where this person has a shift on it first. */
export async function listPointsOfToday(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<PointOfToday[]> {
  const { rows } = await sql<PointOfToday>`
    select p.id, p.name, p.address, s.opens_at as "opensAt", s.closes_at as "closesAt",
      s.opens_at <= palabre_now() and palabre_now() < s.closes_at as "isOpen",
      exists (select from vote_shift h where h.organisation_id = s.organisation_id
        and h.slot_id = s.id and h.person_id = ${personId}) as "isOwn"
    from vote_point_slot s
    join vote_point p on p.organisation_id = s.organisation_id and p.id = s.point_id
    where s.organisation_id = ${organisationId}
      and (s.opens_at at time zone 'Europe/Paris')::date = (palabre_now() at time zone 'Europe/Paris')::date
    order by "isOwn" desc, s.opens_at, p.name, p.id`.execute(db);
  return rows;
}

export interface PointOfToday {
  id: string;
  name: string;
  address: string;
  opensAt: Date;
  closesAt: Date;
  isOpen: boolean;
  isOwn: boolean;
}

/** The edition that a point belongs to; null: no such point here, or the id is no id. */
export async function findEditionOfPoint(
  db: Db,
  organisationId: string,
  pointId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('vote_point')
    .select('edition_id')
    .where('organisation_id', '=', organisationId)
    .where(sql`id::text`, '=', pointId)
    .executeTakeFirst();
  return row?.edition_id ?? null;
}
