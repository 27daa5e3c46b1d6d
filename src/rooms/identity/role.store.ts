import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Role } from '../../platform/http/visit.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { forgetProvenFactor } from './session.store.ts';

export interface Grant {
  organisationId: string;
  personId: string;
  role: Role;
  /** null: the installation itself, or a seed. */
  grantedBy: string | null;
  /** null or left out: until it is revoked. */
  endsAt?: Date | null;
}

/** Grants a role from now on, for which a second factor is proven anew. A role that is already held stays as it is. */
export async function grantRole(db: Db, grant: Grant): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { organisationId, personId, role } = grant;
    if (await isHeld(tx, grant)) return;
    await tx
      .insertInto('role_grant')
      .values({
        organisation_id: organisationId,
        person_id: personId,
        role,
        granted_by: grant.grantedBy,
        ends_at: grant.endsAt ?? null,
      })
      .execute();
    await forgetProvenFactor(tx, organisationId, personId);
    await recordFact(tx, {
      organisationId,
      kind: 'role.granted',
      actorId: grant.grantedBy,
      subject: { kind: 'person', id: personId },
      detail: { role },
    });
  });
}

/** Ends a role now: from the next request on, its holder no longer has it (W11). */
export async function revokeRole(
  db: Db,
  revoked: { organisationId: string; personId: string; role: Role; revokedBy: string | null },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { organisationId, personId, role } = revoked;
    const ended = await tx
      .updateTable('role_grant')
      .set({ ends_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('role', '=', role)
      .where(inForce)
      .returning('id')
      .execute();
    if (ended.length === 0) return;
    await forgetProvenFactor(tx, organisationId, personId);
    await recordFact(tx, {
      organisationId,
      kind: 'role.revoked',
      actorId: revoked.revokedBy,
      subject: { kind: 'person', id: personId },
      detail: { role },
    });
  });
}

/** Ends a role now, unless nobody else would be an administrator: of two who end each other's, one. */
export async function takeRole(
  db: Db,
  taken: { organisationId: string; personId: string; role: Role; revokedBy: string | null },
): Promise<'last-administrator' | null> {
  return inTransaction(db, async (tx) => {
    const administrators = await tx
      .selectFrom('role_grant')
      .select('person_id')
      .where('organisation_id', '=', taken.organisationId)
      .where('role', '=', 'administrator')
      .where(inForce)
      .orderBy('id')
      .forUpdate()
      .execute();
    const others = administrators.some(({ person_id }) => person_id !== taken.personId);
    if (taken.role === 'administrator' && !others) return 'last-administrator';
    await revokeRole(tx, taken);
    return null;
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

/** Everyone who holds a role now, by id. */
export async function listRoleHolders(db: Db, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('role_grant')
    .select('person_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
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
    .where(inForce)
    .executeTakeFirst();
  return row !== undefined;
}
