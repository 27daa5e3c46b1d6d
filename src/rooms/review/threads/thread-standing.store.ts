import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/** Departments that are asked about an idea now, or have answered. */
export async function listAskedDepartments(
  db: Db,
  organisationId: string,
  ideaId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select department_id as id from opinion
    where organisation_id = ${organisationId} and idea_id = ${ideaId} and state <> 'returned'
    order by asked_at, id`.execute(db);
  return rows.map(({ id }) => id);
}
