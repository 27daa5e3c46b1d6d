import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Standing } from './dossier.ts';

export interface Member {
  personId: string;
  standing: NonNullable<Standing>;
  /** Since when they are so. */
  since: Date;
}

const STANDING = sql`case when role = 'lead' then 'lead' when joined_at is not null then 'member'
  when invited_at is not null then 'invited' else 'asked' end`;

/** Everybody who is in a dossier, is invited or asks: leads first, then in order of coming. */
export async function listMembers(
  db: Db,
  organisationId: string,
  dossierId: string,
): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select person_id as "personId", ${STANDING} as standing,
      coalesce(joined_at, invited_at, asked_at) as since
    from dossier_member where organisation_id = ${organisationId} and dossier_id = ${dossierId}
    order by role = 'lead' desc, joined_at nulls last, since, person_id`.execute(db);
  return rows;
}

export async function findStanding(
  db: Db,
  organisationId: string,
  dossierId: string,
  personId: string,
): Promise<Standing> {
  const { rows } = await sql<{ standing: NonNullable<Standing> }>`
    select ${STANDING} as standing from dossier_member
    where organisation_id = ${organisationId} and dossier_id = ${dossierId}
      and person_id = ${personId}`.execute(db);
  return rows[0]?.standing ?? null;
}

/** Those of some people who are in a dossier. */
export async function listMembersAmong(
  db: Db,
  organisationId: string,
  dossierId: string,
  personIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from dossier_member
    where organisation_id = ${organisationId} and dossier_id = ${dossierId}
      and person_id = any(${[...personIds]}::uuid[]) and joined_at is not null`.execute(db);
  return rows.map(({ id }) => id);
}
