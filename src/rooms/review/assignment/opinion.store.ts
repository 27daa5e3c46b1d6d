import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { AssignedIdea, Assignment, OpinionState } from './assignment.ts';

interface Row {
  id: string;
  editionId: string;
  ideaId: string;
  departmentId: string;
  state: OpinionState;
  version: number;
  askedAt: Date;
  dueOn: string;
  request: string;
  returnComment: string;
  suggestedDepartmentId: string | null;
  settledAt: Date | null;
  isOpenReturn: boolean;
}

/** The same as in `refresh_study_stage`. */
const isOpenReturn = sql`(o.state = 'returned' and o.return_closed_at is null and not exists (
    select from opinion later where later.organisation_id = o.organisation_id and later.idea_id = o.idea_id
      and later.id <> o.id and later.state in ('asked', 'given') and later.asked_at >= o.settled_at))`;

const columns = sql`o.id, o.edition_id as "editionId", o.idea_id as "ideaId", o.department_id as "departmentId", o.state,
  o.version, o.asked_at as "askedAt", o.due_on as "dueOn", o.request, o.return_comment as "returnComment",
  o.suggested_department_id as "suggestedDepartmentId", o.settled_at as "settledAt",
  ${isOpenReturn} as "isOpenReturn"`;

/** One opinion with its idea; `lock`: nobody changes it until this transaction ends. */
export async function findAssignment(
  db: Db,
  organisationId: string,
  id: string,
  { lock = false } = {},
): Promise<(Assignment & AssignedIdea) | null> {
  if (!isUuid(id)) return null;
  if (lock)
    await sql`select from opinion where organisation_id = ${organisationId} and id = ${id} for update`.execute(
      db,
    );
  const { rows } = await sql<Row & AssignedIdea>`
    select ${columns}, i.number, i.title, i.lang
    from opinion o
    join studied_idea i on i.organisation_id = o.organisation_id and i.id = o.idea_id
    where o.organisation_id = ${organisationId} and o.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Everything that departments were asked about some ideas, the first asked first; what was withdrawn is left out. */
export async function listAssignments(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<Assignment[]> {
  if (ideaIds.length === 0) return [];
  const { rows } = await sql<Row>`select ${columns} from opinion o
    where o.organisation_id = ${organisationId} and o.idea_id = any(${[...ideaIds]}::uuid[])
      and o.state <> 'withdrawn'
    order by o.asked_at, o.id`.execute(db);
  return rows;
}

/** How many returns stand on top of the office's list. */
const RETURNS_SHOWN = 10;

/** What departments gave back and nobody took care of, the oldest first. */
export async function listOpenReturns(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<(Assignment & AssignedIdea)[]> {
  const { rows } = await sql<Row & AssignedIdea>`
    select ${columns}, i.number, i.title, i.lang
    from study_stage s
    join opinion o on o.organisation_id = s.organisation_id and o.idea_id = s.idea_id
    join studied_idea i on i.organisation_id = s.organisation_id and i.id = s.idea_id
    where s.organisation_id = ${organisationId} and s.edition_id = ${editionId} and s.stage = 'returned'
      and ${isOpenReturn}
    order by o.settled_at, o.id limit ${RETURNS_SHOWN}`.execute(db);
  return rows;
}
