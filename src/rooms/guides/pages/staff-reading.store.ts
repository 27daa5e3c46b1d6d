import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/** Somebody who holds roles now. */
export interface StaffMember {
  id: string;
  name: string;
  roles: readonly string[];
}

export interface ReadCount {
  /** Whom the page is for. */
  concerned: number;
  /** Of these, who acknowledged what it says now. */
  read: number;
}

/** By id of page: how many of these people it is for, and how many are up to date. One question for all pages. */
export async function countReadings(
  db: Db,
  organisationId: string,
  staff: readonly StaffMember[],
): Promise<ReadonlyMap<string, ReadCount>> {
  const people = JSON.stringify(staff.map(({ id, roles }) => ({ id, roles })));
  const { rows } = await sql<ReadCount & { id: string }>`
    select p.id, count(*)::int as concerned, count(r.person_id)::int as read
    from guide_page p
    join guide_version v on v.organisation_id = p.organisation_id and v.page_id = p.id and v.number = p.version
    cross join jsonb_to_recordset(${people}::jsonb) as s (id uuid, roles text[])
    left join lateral (select person_id from guide_reading r
      where r.organisation_id = p.organisation_id and r.page_id = p.id and r.person_id = s.id
        and r.version >= p.asked_version limit 1) r on true
    where p.organisation_id = ${organisationId} and (v.audience = '{}' or v.audience && s.roles)
    group by p.id`.execute(db);
  return new Map(rows.map(({ id, concerned, read }) => [id, { concerned, read }]));
}
