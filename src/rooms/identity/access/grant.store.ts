import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { isRoleWithFactor, type Role } from '../../../platform/http/roles.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { forgetProvenFactor } from '../session.store.ts';
import { keepsAdministrator } from './last-administrator.ts';

/** A role held now, and by whom. */
export interface GrantedRole {
  id: string;
  personId: string;
  name: string;
  nickname: string;
  email: string;
  role: Role;
  /** null: for every edition. */
  editionId: string | null;
  /** Of an agent only. */
  departmentId: string | null;
  isReferent: boolean;
  /** null: until it is revoked. */
  endsAt: Date | null;
  /** Whether its holder has a second factor in use. */
  hasFactor: boolean;
}

export interface GrantFilter {
  role?: Role | undefined;
  departmentId?: string | undefined;
  /** Found in the name, the nickname or the address. */
  words?: string | undefined;
  /** The page after this key, as `keyOf` writes it. */
  after?: GrantKey | undefined;
  limit: number;
}

/** Where a grant stands in the list: under its holder's name. */
export interface GrantKey {
  name: string;
  id: string;
}

export const keyOf = ({ name, id }: GrantedRole): GrantKey => ({ name, id });

/** Roles held now, by name of their holder: as many as there are people at work, never as many as residents. */
export async function listGrants(
  db: Db,
  organisationId: string,
  { role, departmentId, words, after, limit }: GrantFilter,
): Promise<GrantedRole[]> {
  const pattern = words ? `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null;
  const { rows } = await sql<GrantedRole>`
    select ${columns}
    from role_grant g join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
    where g.organisation_id = ${organisationId} and ${inForce}
      and (${role ?? null}::text is null or g.role = ${role ?? null})
      and (${departmentId ?? null}::uuid is null or g.department_id = ${departmentId ?? null}::uuid)
      and (${pattern}::text is null or unaccent(lower(p.name || ' ' || p.nickname || ' ' || p.email))
        like unaccent(lower(${pattern})))
      and (${after?.id ?? null}::uuid is null
        or (lower(p.name), g.id) > (lower(${after?.name ?? ''}), ${after?.id ?? null}::uuid))
    order by lower(p.name), g.id limit ${limit}`.execute(db);
  return rows;
}

/** null: not here, or over. */
export async function findGrant(
  db: Db,
  organisationId: string,
  id: string,
): Promise<GrantedRole | null> {
  const { rows } = await sql<GrantedRole>`
    select ${columns}
    from role_grant g join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
    where g.organisation_id = ${organisationId} and g.id::text = ${id} and ${inForce}`.execute(db);
  return rows[0] ?? null;
}

/** How many agents and referents each department has now; departments without any are absent. */
export async function countAgents(
  db: Db,
  organisationId: string,
): Promise<Map<string, { agents: number; referents: number }>> {
  const { rows } = await sql<{ departmentId: string; agents: number; referents: number }>`
    select g.department_id as "departmentId", count(distinct g.person_id)::int as agents,
      count(distinct g.person_id) filter (where g.is_referent)::int as referents
    from role_grant g
    where g.organisation_id = ${organisationId} and g.department_id is not null and ${inForce}
    group by g.department_id`.execute(db);
  return new Map(rows.map(({ departmentId, ...counted }) => [departmentId, counted]));
}

/** Short print of what can be changed of a grant: another one means that somebody changed it in between. */
export function markGrant({ endsAt, isReferent }: GrantedRole): string {
  const kept = JSON.stringify([endsAt?.toISOString() ?? null, isReferent]);
  return createHash('sha256').update(kept).digest('hex').slice(0, 16);
}

export type GrantWritten =
  | { ok: true }
  | { ok: false; refusal: 'gone' | 'last-administrator' }
  | { ok: false; refusal: 'changed-meanwhile'; grant: GrantedRole };

interface Act {
  organisationId: string;
  by: string;
}

/** Puts another end to a grant, or makes its agent a referent or no more. `mark`: of the version that was changed. */
export async function changeGrant(
  db: Db,
  { organisationId, by }: Act,
  id: string,
  { endsAt, isReferent }: { endsAt: Date | null; isReferent: boolean },
  mark?: string,
): Promise<GrantWritten> {
  return inTransaction(db, async (tx) => {
    const grant = await lockGrant(tx, organisationId, id);
    if (!grant) return { ok: false, refusal: 'gone' };
    if (mark !== undefined && mark !== markGrant(grant))
      return { ok: false, refusal: 'changed-meanwhile', grant };
    const until = endsAt?.getTime() ?? null;
    if (until === (grant.endsAt?.getTime() ?? null) && isReferent === grant.isReferent)
      return { ok: true };
    if (!(await mayEnd(tx, organisationId, grant, endsAt)))
      return { ok: false, refusal: 'last-administrator' };
    await tx
      .updateTable('role_grant')
      .set({ ends_at: endsAt, is_referent: isReferent })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', grant.id)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'role.changed',
      actorId: by,
      subject: { kind: 'person', id: grant.personId },
      detail: {
        role: grant.role,
        editionId: grant.editionId,
        departmentId: grant.departmentId,
        from: { endsAt: grant.endsAt?.toISOString() ?? null, isReferent: grant.isReferent },
        to: { endsAt: endsAt?.toISOString() ?? null, isReferent },
      },
    });
    return { ok: true };
  });
}

/** Ends one grant now: from the next request on it opens nothing (W11). Of two administrators who end each other's, one. */
export async function endGrant(
  db: Db,
  { organisationId, by }: Act,
  id: string,
): Promise<GrantWritten> {
  return inTransaction(db, async (tx) => {
    const grant = await lockGrant(tx, organisationId, id);
    if (!grant) return { ok: false, refusal: 'gone' };
    const { rows } = await sql<{ now: Date }>`select palabre_now() as now`.execute(tx);
    if (!(await mayEnd(tx, organisationId, grant, rows[0]!.now)))
      return { ok: false, refusal: 'last-administrator' };
    await tx
      .updateTable('role_grant')
      .set({ ends_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', grant.id)
      .execute();
    if (isRoleWithFactor(grant.role)) await forgetProvenFactor(tx, organisationId, grant.personId);
    await recordFact(tx, {
      organisationId,
      kind: 'role.revoked',
      actorId: by,
      subject: { kind: 'person', id: grant.personId },
      detail: {
        role: grant.role,
        editionId: grant.editionId,
        departmentId: grant.departmentId,
      },
    });
    return { ok: true };
  });
}

async function lockGrant(tx: Tx, organisationId: string, id: string): Promise<GrantedRole | null> {
  // every administrator's grant is locked first and in one order, so that two who end each other's do not pass each other
  await sql`select 1 from role_grant g where g.organisation_id = ${organisationId}
    and (g.role = 'administrator' and ${inForce} or g.id::text = ${id})
    order by g.id for update`.execute(tx);
  return findGrant(tx, organisationId, id);
}

async function mayEnd(
  tx: Tx,
  organisationId: string,
  grant: GrantedRole,
  until: Date | null,
): Promise<boolean> {
  if (grant.role !== 'administrator') return true;
  const { rows } = await sql<{ endsAt: Date | null }>`
    select g.ends_at as "endsAt" from role_grant g
    where g.organisation_id = ${organisationId} and g.role = 'administrator' and ${inForce}
      and g.person_id <> ${grant.personId}`.execute(tx);
  return keepsAdministrator(
    rows.map(({ endsAt }) => endsAt),
    { from: grant.endsAt, until },
  );
}

const inForce = sql<boolean>`(g.ends_at is null or g.ends_at > palabre_now())`;

const columns = sql`g.id, p.id as "personId", p.name, p.nickname, p.email, g.role, g.edition_id as "editionId",
  g.department_id as "departmentId", g.is_referent as "isReferent", g.ends_at as "endsAt",
  exists (select from authenticator_app a where a.organisation_id = p.organisation_id
      and a.person_id = p.id and a.added_on is not null)
    or exists (select from passkey k where k.organisation_id = p.organisation_id and k.person_id = p.id)
    as "hasFactor"`;
