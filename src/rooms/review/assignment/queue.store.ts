import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { QueueScope, QueueState, Task } from './queue.ts';

export const QUEUE_PAGE_SIZE = 30;

/**
 * Tasks of these departments: those to do by their day, the others the latest first. `after`: the last task of the page
 * before. Each department is read in the order of its index, and their heads are merged.
 */
export async function listTasks(
  db: Db,
  organisationId: string,
  scopes: readonly QueueScope[],
  state: QueueState,
  after: string | null = null,
): Promise<{ tasks: Task[]; next: string | null }> {
  if (scopes.length === 0) return { tasks: [], next: null };
  const isToDo = state === 'asked';
  const edge = sql`(select e.due_on, e.settled_at, e.id from opinion e
    where e.organisation_id = ${organisationId} and e.id = ${after}::uuid) edge`;
  const beyond = isToDo
    ? sql`(o.due_on, o.id) > (select edge.due_on, edge.id from ${edge})`
    : sql`(o.settled_at < (select edge.settled_at from ${edge})
        or (o.settled_at = (select edge.settled_at from ${edge}) and o.id > ${after}::uuid))`;
  const order = isToDo ? sql`due_on, id` : sql`settled_at desc, id`;
  const { rows } = await sql<Task>`
    select q.id, q.edition_id as "editionId", q.department_id as "departmentId", q.state, q.due_on as "dueOn",
      q.settled_at as "settledAt", i.number, i.title, i.lang, i.category_id as "categoryId", q.agent_id as "agentId",
      q.state = 'asked' and q.saved_at is not null as "hasBegun"
    from (
      select h.* from unnest(${scopes.map((one) => one.departmentId)}::uuid[],
        ${scopes.map((one) => one.editionId)}::uuid[]) as scope (department_id, edition_id)
      cross join lateral (
        select o.id, o.edition_id, o.department_id, o.state, o.due_on, o.settled_at, o.idea_id, o.agent_id, o.saved_at
        from opinion o
        where o.organisation_id = ${organisationId} and o.department_id = scope.department_id
          and o.state = ${sql.lit(state)} ${isToDo ? isOpen : sql``} and (scope.edition_id is null or o.edition_id = scope.edition_id)
          ${after === null ? sql`` : sql`and ${beyond}`}
        order by ${order} limit ${QUEUE_PAGE_SIZE + 1}
      ) h
      order by ${order} limit ${QUEUE_PAGE_SIZE + 1}
    ) q
    join studied_idea i on i.organisation_id = ${organisationId} and i.id = q.idea_id
    order by ${isToDo ? sql`q.due_on, q.id` : sql`q.settled_at desc, q.id`}`.execute(db);
  const tasks = rows.slice(0, QUEUE_PAGE_SIZE);
  return { tasks, next: rows.length > QUEUE_PAGE_SIZE ? tasks.at(-1)!.id : null };
}

export interface QueueCounts extends Record<QueueState, number> {
  late: number;
}

/** What is asked for a list that is frozen is not to be done any more. */
const isOpen = sql`and not is_list_frozen(o.organisation_id, o.edition_id)`;

/** How many tasks of each kind: each number is the length of its list. */
export async function countTasks(
  db: Db,
  organisationId: string,
  scopes: readonly QueueScope[],
): Promise<QueueCounts> {
  const { rows } = await sql<QueueCounts>`
    select count(*) filter (where o.state = 'asked' ${isOpen}) as asked, count(*) filter (where o.state = 'given') as given,
      count(*) filter (where o.state = 'returned') as returned,
      count(*) filter (where o.state = 'asked' ${isOpen} and o.due_on < (palabre_now() at time zone 'Europe/Paris')::date) as late
    from unnest(${scopes.map((one) => one.departmentId)}::uuid[],
      ${scopes.map((one) => one.editionId)}::uuid[]) as scope (department_id, edition_id)
    join opinion o on o.organisation_id = ${organisationId} and o.department_id = scope.department_id
      and (scope.edition_id is null or o.edition_id = scope.edition_id)`.execute(db);
  return rows[0]!;
}

/** Somebody of the department takes a task in hand, or lets it go. */
export async function takeTask(
  db: Db,
  organisationId: string,
  id: string,
  agentId: string | null,
): Promise<boolean> {
  const { rows } = await sql`update opinion set agent_id = ${agentId}::uuid
    where organisation_id = ${organisationId} and id = ${id} and state = 'asked' returning id`.execute(
    db,
  );
  return rows.length > 0;
}
