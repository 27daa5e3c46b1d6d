import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Role } from '../../../platform/http/roles.ts';

/** A role that somebody holds in a space of participation. */
export interface GrantInSpace {
  id: string;
  personId: string;
  name: string;
  nickname: string;
  email: string;
  role: Role;
  /** null: of the organisation itself. */
  coOrganiserId: string | null;
}

/** Who holds roles in a space now, by name: as many as work in it. */
export async function listGrantsInSpace(
  db: Db,
  organisationId: string,
  spaceId: string,
): Promise<GrantInSpace[]> {
  const { rows } = await sql<GrantInSpace>`
    select g.id, p.id as "personId", p.name, p.nickname, p.email, g.role, g.co_organiser_id as "coOrganiserId"
    from role_grant g join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
    where g.organisation_id = ${organisationId} and g.space_id = ${spaceId}::uuid
      and (g.ends_at is null or g.ends_at > palabre_now())
    order by lower(p.name), g.id`.execute(db);
  return rows;
}

/** Those of some people who hold one of these roles in a space: given there, or on the whole organisation. */
export async function listHoldersInSpace(
  db: Db,
  organisationId: string,
  spaceId: string,
  roles: readonly Role[],
  personIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct person_id as id from role_grant
    where organisation_id = ${organisationId} and person_id = any(${[...personIds]}::uuid[])
      and role = any(${[...roles]}::text[]) and edition_id is null and coalesce(space_id, ${spaceId}::uuid) = ${spaceId}::uuid
      and (ends_at is null or ends_at > palabre_now())`.execute(db);
  return rows.map(({ id }) => id);
}

/** Grants of a co-organiser that are over are no longer its people's, so that it can go; those in force keep it. */
export async function forgetCoOrganiser(
  tx: Tx,
  organisationId: string,
  coOrganiserId: string,
): Promise<void> {
  await tx
    .updateTable('role_grant')
    .set({ co_organiser_id: null })
    .where('organisation_id', '=', organisationId)
    .where('co_organiser_id', '=', coOrganiserId)
    .where(sql<boolean>`ends_at <= palabre_now()`)
    .execute();
}
