import { sql } from 'kysely';
import { type Db, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import {
  checkDepartmentName,
  type Department,
  type DepartmentRefusal,
  tidyDepartmentName,
} from './department.ts';

/** Every department in order of name; closed ones only where they are asked for. */
export async function listDepartments(
  db: Db,
  organisationId: string,
  { closed = false } = {},
): Promise<Department[]> {
  let query = departments(db, organisationId).orderBy('name').orderBy('id');
  if (!closed) query = query.where('closed_at', 'is', null);
  return (await query.execute()).map(asDepartment);
}

/** A page of the list, after a department, whose words are in the name where some are asked for. */
export async function listDepartmentsPage(
  db: Db,
  organisationId: string,
  asked: {
    closed: boolean;
    words: string;
    after?: { name: string; id: string } | undefined;
    limit: number;
  },
): Promise<Department[]> {
  const pattern = `%${asked.words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  let query = departments(db, organisationId)
    .where('closed_at', asked.closed ? 'is not' : 'is', null)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(asked.limit);
  if (asked.words !== '')
    query = query.where(sql<boolean>`unaccent(lower(name)) like unaccent(lower(${pattern}))`);
  if (asked.after)
    query = query.where(
      sql<boolean>`(lower(name), id) > (lower(${asked.after.name}), ${asked.after.id}::uuid)`,
    );
  return (await query.execute()).map(asDepartment);
}

export async function findDepartment(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Department | null> {
  const row = await departments(db, organisationId)
    .where(sql`id::text`, '=', id)
    .executeTakeFirst();
  return row ? asDepartment(row) : null;
}

/** Declares a department. `by`: null from a seed. */
export async function insertDepartment(
  db: Db,
  { organisationId, by }: { organisationId: string; by: string | null },
  declared: { name: string; email?: string },
): Promise<{ ok: true; id: string } | { ok: false; refusal: DepartmentRefusal }> {
  const name = tidyDepartmentName(declared.name);
  const refusal = checkDepartmentName(name);
  if (refusal) return { ok: false, refusal };
  try {
    return await inTransaction(db, async (tx) => {
      const { id } = await tx
        .insertInto('department')
        .values({ organisation_id: organisationId, name, email: declared.email ?? '' })
        .returning('id')
        .executeTakeFirstOrThrow();
      await recordFact(tx, {
        organisationId,
        kind: 'department.declared',
        actorId: by,
        subject: { kind: 'department', id },
        detail: { name },
      });
      return { ok: true, id };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'department_name_unique')
      return { ok: false, refusal: 'name-taken' };
    throw error;
  }
}

function departments(db: Db, organisationId: string) {
  return db
    .selectFrom('department')
    .select(['id', 'name', 'email', 'closed_at'])
    .where('organisation_id', '=', organisationId);
}

function asDepartment(row: {
  id: string;
  name: string;
  email: string;
  closed_at: Date | null;
}): Department {
  return { id: row.id, name: row.name, email: row.email, closedAt: row.closed_at };
}
