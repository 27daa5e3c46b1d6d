import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { findDepartment } from './department.store.ts';
import {
  checkDepartmentName,
  type Department,
  type DepartmentRefusal,
  tidyDepartmentName,
} from './department.ts';

interface Act {
  organisationId: string;
  by: string;
}

export type DepartmentWritten =
  | { ok: true }
  | { ok: false; refusal: DepartmentRefusal | 'gone' }
  | { ok: false; refusal: 'changed-meanwhile'; department: Department };

/** Short print of what a form was made from: another one means that somebody saved in between. */
export function markDepartment({ name, email }: Department): string {
  return createHash('sha256')
    .update(JSON.stringify([name, email]))
    .digest('hex')
    .slice(0, 16);
}

/** Another name or address; both are checked by the caller as an address, here as a name. */
export async function changeDepartment(
  db: Db,
  act: Act,
  id: string,
  changed: { name: string; email: string },
  mark?: string,
): Promise<DepartmentWritten> {
  const name = tidyDepartmentName(changed.name);
  const refusal = checkDepartmentName(name);
  if (refusal) return { ok: false, refusal };
  return refusingName(() =>
    inTransaction(db, async (tx): Promise<DepartmentWritten> => {
      const before = await lockDepartment(tx, act, id);
      if (!before) return { ok: false, refusal: 'gone' };
      if (mark !== undefined && mark !== markDepartment(before))
        return { ok: false, refusal: 'changed-meanwhile', department: before };
      if (before.name === name && before.email === changed.email) return { ok: true };
      await tx
        .updateTable('department')
        .set({ name, email: changed.email })
        .where('organisation_id', '=', act.organisationId)
        .where('id', '=', before.id)
        .execute();
      await record(tx, 'department.changed', act, before.id, {
        name,
        from: { name: before.name, email: before.email },
        to: { name, email: changed.email },
      });
      return { ok: true };
    }),
  );
}

/** Gives it no new work; what it said stays, and so do its agents. Nothing is recorded when it is closed already. */
export const closeDepartment = (db: Db, act: Act, id: string): Promise<DepartmentWritten> =>
  stand(db, act, id, 'department.closed');

/** Refused when another one has taken its name meanwhile. */
export const reopenDepartment = (db: Db, act: Act, id: string): Promise<DepartmentWritten> =>
  stand(db, act, id, 'department.reopened');

function stand(
  db: Db,
  act: Act,
  id: string,
  kind: 'department.closed' | 'department.reopened',
): Promise<DepartmentWritten> {
  const closing = kind === 'department.closed';
  return refusingName(() =>
    inTransaction(db, async (tx): Promise<DepartmentWritten> => {
      const before = await lockDepartment(tx, act, id);
      if (!before) return { ok: false, refusal: 'gone' };
      if ((before.closedAt !== null) === closing) return { ok: true };
      await tx
        .updateTable('department')
        .set({ closed_at: closing ? sql<Date>`palabre_now()` : null })
        .where('organisation_id', '=', act.organisationId)
        .where('id', '=', before.id)
        .execute();
      await record(tx, kind, act, before.id, { name: before.name });
      return { ok: true };
    }),
  );
}

async function lockDepartment(
  tx: Tx,
  { organisationId }: Act,
  id: string,
): Promise<Department | null> {
  await sql`select 1 from department where organisation_id = ${organisationId} and id::text = ${id} for update`.execute(
    tx,
  );
  return findDepartment(tx, organisationId, id);
}

async function refusingName(write: () => Promise<DepartmentWritten>): Promise<DepartmentWritten> {
  try {
    return await write();
  } catch (error) {
    if (violatedConstraint(error) === 'department_name_unique')
      return { ok: false, refusal: 'name-taken' };
    throw error;
  }
}

const record = (
  tx: Tx,
  kind: `department.${string}`,
  { organisationId, by }: Act,
  id: string,
  detail: Parameters<typeof recordFact>[1]['detail'],
) =>
  recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'department', id },
    ...(detail && { detail }),
  });
