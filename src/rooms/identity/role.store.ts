import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import {
  isRoleOfEdition,
  isRoleOfSpace,
  isRoleWithFactor,
  type Role,
} from '../../platform/http/roles.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Locale } from '../../platform/locale/locale.ts';
import { forgetProvenFactor } from './session.store.ts';

export interface Grant {
  organisationId: string;
  personId: string;
  role: Role;
  /** null: the installation itself, or a seed. */
  grantedBy: string | null;
  /** null or left out: until it is revoked. */
  endsAt?: Date | null;
  /** null or left out: for every edition. Roles that act on the whole organisation have none. */
  editionId?: string | null;
  /** Of the roles of a space, and of a moderator there. */
  spaceId?: string | null;
  /** Whose people they are, among those who organise the space. */
  coOrganiserId?: string | null;
  /** An agent's, and nobody else's. */
  departmentId?: string | null;
  /** The agent to whom the department's work is sent first (R36). */
  isReferent?: boolean;
}

/** Grants a role from now on, for which a second factor is proven anew. One that is already held stays as it is: false. */
export async function grantRole(db: Db, grant: Grant): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { organisationId, personId, role } = grant;
    if (grant.editionId && !isRoleOfEdition(role)) throw new Error(`${role} is not of an edition`);
    if (isRoleOfSpace(role) && !grant.spaceId) throw new Error(`${role} is of a space`);
    // of two who give the same role at once, the second finds it held
    await sql`select 1 from person where organisation_id = ${organisationId} and id = ${personId}
      for no key update`.execute(tx);
    if (await isHeld(tx, grant)) return false;
    await tx
      .insertInto('role_grant')
      .values({
        organisation_id: organisationId,
        person_id: personId,
        role,
        granted_by: grant.grantedBy,
        ends_at: grant.endsAt ?? null,
        edition_id: grant.editionId ?? null,
        space_id: grant.spaceId ?? null,
        co_organiser_id: grant.coOrganiserId ?? null,
        department_id: grant.departmentId ?? null,
        is_referent: grant.isReferent ?? false,
      })
      .execute();
    if (isRoleWithFactor(role)) await forgetProvenFactor(tx, organisationId, personId);
    await recordFact(tx, {
      organisationId,
      kind: 'role.granted',
      actorId: grant.grantedBy,
      subject: { kind: 'person', id: personId },
      detail: {
        role,
        editionId: grant.editionId ?? null,
        ...(grant.spaceId && { spaceId: grant.spaceId }),
        departmentId: grant.departmentId ?? null,
        endsAt: grant.endsAt?.toISOString() ?? null,
        isReferent: grant.isReferent ?? false,
      },
    });
    return true;
  });
}

/**
 * Ends a role now, wherever it is held, or in one space: from the next request on, its holder no longer has it (W11).
 */
export async function revokeRole(
  db: Db,
  revoked: {
    organisationId: string;
    personId: string;
    role: Role;
    revokedBy: string | null;
    spaceId?: string;
  },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { organisationId, personId, role, spaceId } = revoked;
    let ending = tx
      .updateTable('role_grant')
      .set({ ends_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('role', '=', role)
      .where(inForce)
      .returning('id');
    if (spaceId !== undefined) ending = ending.where('space_id', '=', spaceId);
    const ended = await ending.execute();
    if (ended.length === 0) return;
    await forgetProvenFactor(tx, organisationId, personId);
    await recordFact(tx, {
      organisationId,
      kind: 'role.revoked',
      actorId: revoked.revokedBy,
      subject: { kind: 'person', id: personId },
      detail: { role, ...(spaceId !== undefined && { spaceId }) },
    });
  });
}

/** Whether anybody holds this role now. */
export async function isRoleHeld(db: Db, organisationId: string, role: Role): Promise<boolean> {
  const row = await db
    .selectFrom('role_grant')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('role', '=', role)
    .where(inForce)
    .executeTakeFirst();
  return row !== undefined;
}

/** An agent of a department, as the work is sent to them. */
export interface Agent {
  departmentId: string;
  personId: string;
  name: string;
  nickname: string;
  email: string;
  locale: Locale;
  isReferent: boolean;
}

/** Who works in these departments now, in this edition or in all; referents first. */
export async function listAgents(
  db: Db,
  organisationId: string,
  departmentIds: readonly string[],
  editionId: string | null = null,
): Promise<Agent[]> {
  if (departmentIds.length === 0) return [];
  const { rows } = await sql<Agent>`
    select g.department_id as "departmentId", p.id as "personId", p.name, p.nickname, p.email, p.locale,
      bool_or(g.is_referent) as "isReferent"
    from role_grant g
    join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
    where g.organisation_id = ${organisationId} and g.department_id = any(${[...departmentIds]}::uuid[])
      and (g.ends_at is null or g.ends_at > palabre_now())
      and (${editionId}::uuid is null or g.edition_id is null or g.edition_id = ${editionId}::uuid)
    group by g.department_id, p.organisation_id, p.id
    order by "isReferent" desc, lower(p.name), p.id`.execute(db);
  return rows;
}

/** Everyone who holds one of these roles now (in this edition or in all): to write to them. */
export async function listPeopleInRoles(
  db: Db,
  organisationId: string,
  roles: readonly Role[],
  editionId: string | null = null,
): Promise<{ id: string; name: string; nickname: string; email: string; locale: Locale }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    nickname: string;
    email: string;
    locale: Locale;
  }>`
    select distinct p.id, p.name, p.nickname, p.email, p.locale
    from role_grant g
    join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
    where g.organisation_id = ${organisationId} and g.role = any(${[...roles]}::text[])
      and (g.ends_at is null or g.ends_at > palabre_now())
      and (${editionId}::uuid is null or g.edition_id is null or g.edition_id = ${editionId}::uuid)
    order by p.id`.execute(db);
  return rows;
}

/** Everyone who holds one of these roles now for the whole organisation, or in this space: to write to them. */
export async function listPeopleInSpaceRoles(
  db: Db,
  organisationId: string,
  roles: readonly Role[],
  spaceId: string | null,
): Promise<{ id: string; email: string; locale: Locale }[]> {
  const { rows } = await sql<{ id: string; email: string; locale: Locale }>`
    select distinct p.id, p.email, p.locale
    from role_grant g
    join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
    where g.organisation_id = ${organisationId} and g.role = any(${[...roles]}::text[])
      and (g.ends_at is null or g.ends_at > palabre_now())
      and g.edition_id is null and (g.space_id is null or g.space_id = ${spaceId}::uuid)
    order by p.id`.execute(db);
  return rows;
}

/** Ids of the people who hold one of these roles now in each of these editions, or in all; by edition. */
export async function listRoleHoldersOfEditions(
  db: Db,
  organisationId: string,
  roles: readonly Role[],
  editionIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; people: string[] }>`
    select e.id, array_agg(distinct g.person_id) as people
    from unnest(${[...editionIds]}::uuid[]) as e (id)
    join role_grant g on g.organisation_id = ${organisationId} and (g.edition_id is null or g.edition_id = e.id)
    where g.role = any(${[...roles]}::text[]) and (g.ends_at is null or g.ends_at > palabre_now())
    group by e.id`.execute(db);
  return new Map(rows.map(({ id, people }) => [id, people]));
}

/** Everyone who holds a role now, with their roles: by name. Who only helps in a space is not of the staff. */
export async function listStaff(
  db: Db,
  organisationId: string,
): Promise<{ id: string; name: string; roles: Role[] }[]> {
  const { rows } = await sql<{ id: string; name: string; roles: Role[] }>`
    select p.id, p.name, array_agg(distinct g.role) as roles
    from role_grant g
    join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
    where g.organisation_id = ${organisationId} and g.space_id is null
      and (g.ends_at is null or g.ends_at > palabre_now())
    group by p.organisation_id, p.id
    order by lower(p.name), p.id`.execute(db);
  return rows;
}

/** Everyone of the staff who holds a role now, by id. */
export async function listRoleHolders(db: Db, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('role_grant')
    .select('person_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('space_id', 'is', null)
    .where(inForce)
    .execute();
  return rows.map((row) => row.person_id);
}

const inForce = sql<boolean>`(ends_at is null or ends_at > palabre_now())`;

async function isHeld(tx: Tx, grant: Grant): Promise<boolean> {
  const row = await tx
    .selectFrom('role_grant')
    .select('id')
    .where('organisation_id', '=', grant.organisationId)
    .where('person_id', '=', grant.personId)
    .where('role', '=', grant.role)
    .where(sql<boolean>`edition_id is not distinct from ${grant.editionId ?? null}::uuid`)
    .where(sql<boolean>`space_id is not distinct from ${grant.spaceId ?? null}::uuid`)
    .where(sql<boolean>`department_id is not distinct from ${grant.departmentId ?? null}::uuid`)
    .where(inForce)
    .executeTakeFirst();
  return row !== undefined;
}
