import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { lockDossier } from './dossier.store.ts';
import { type Dossier, MOST_TASKS, type Task, type WrittenTask } from './dossier.ts';
import { type DossierAct, tellDossier } from './dossier-writing.store.ts';
import { listMembersAmong } from './member.store.ts';

const COLUMNS = [
  'id',
  'words',
  'assignee_id as assigneeId',
  sql<string | null>`to_char(due_on, 'YYYY-MM-DD')`.as('dueOn'),
  'version',
  'done_at as doneAt',
  'done_by as doneBy',
] as const;

/** In their order: two hundred at most. */
export async function listTasks(
  db: Db,
  organisationId: string,
  dossierId: string,
): Promise<Task[]> {
  return db
    .selectFrom('dossier_task')
    .select([...COLUMNS])
    .where('organisation_id', '=', organisationId)
    .where('dossier_id', '=', dossierId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function findTask(
  db: Db,
  organisationId: string,
  dossierId: string,
  id: string,
): Promise<Task | null> {
  const row = await db
    .selectFrom('dossier_task')
    .select([...COLUMNS])
    .where('organisation_id', '=', organisationId)
    .where('dossier_id', '=', dossierId)
    .where(sql<boolean>`id::text = ${id}`)
    .executeTakeFirst();
  return row ?? null;
}

export type TaskRefusal = 'gone' | 'closed' | 'not-a-member' | 'too-many' | 'changed-meanwhile';
export type TaskWritten =
  | { ok: true; task: Task; dossier: Dossier }
  | { ok: false; refusal: TaskRefusal };

/** At the end of the list. `madeFrom` names the form: sent twice, it adds one. */
export function addTask(
  db: Db,
  act: DossierAct,
  dossierId: string,
  written: WrittenTask,
  madeFrom: string,
): Promise<TaskWritten> {
  const { organisationId, by } = act;
  return atTasks(db, act, dossierId, async (tx, dossier) => {
    const known = await findTaskOfForm(tx, act, dossierId, madeFrom);
    if (known) return { ok: true, dossier, task: known };
    const tasks = await listTasks(tx, organisationId, dossierId);
    if (tasks.length >= MOST_TASKS) return { ok: false, refusal: 'too-many' };
    if (!(await isOfDossier(tx, act, dossierId, written.assigneeId)))
      return { ok: false, refusal: 'not-a-member' };
    const { id } = await tx
      .insertInto('dossier_task')
      .values({
        organisation_id: organisationId,
        dossier_id: dossierId,
        position: sql<number>`(select coalesce(max(position), 0) + 1 from dossier_task
          where organisation_id = ${organisationId} and dossier_id = ${dossierId})`,
        words: written.words,
        assignee_id: written.assigneeId,
        due_on: written.dueOn,
        created_by: by,
        made_from: madeFrom,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tellDossier(tx, act, 'dossier.task-added', dossier);
    return { ok: true, dossier, task: (await findTask(tx, organisationId, dossierId, id))! };
  });
}

async function findTaskOfForm(
  tx: Tx,
  { organisationId }: DossierAct,
  dossierId: string,
  madeFrom: string,
): Promise<Task | null> {
  const row = await tx
    .selectFrom('dossier_task')
    .select([...COLUMNS])
    .where('organisation_id', '=', organisationId)
    .where('dossier_id', '=', dossierId)
    .where('made_from', '=', madeFrom)
    .executeTakeFirst();
  return row ?? null;
}

export const changeTask = (
  db: Db,
  act: DossierAct,
  dossierId: string,
  { id, version }: { id: string; version: number },
  { words, assigneeId, dueOn }: WrittenTask,
): Promise<TaskWritten> =>
  atTask(db, act, dossierId, id, async (tx, dossier, before) => {
    if (before.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
    if (!(await isOfDossier(tx, act, dossierId, assigneeId)))
      return { ok: false, refusal: 'not-a-member' };
    const task = await setTask(tx, act, dossierId, id, {
      words,
      assignee_id: assigneeId,
      due_on: dueOn,
    });
    return { ok: true, dossier, task };
  });

/** Done, or to be done again. A second who does it at the same time finds it done, by the first. */
export const markTask = (
  db: Db,
  act: DossierAct,
  dossierId: string,
  id: string,
  isDone: boolean,
): Promise<TaskWritten> =>
  atTask(db, act, dossierId, id, async (tx, dossier, before) => {
    if ((before.doneAt !== null) === isDone) return { ok: true, dossier, task: before };
    const task = await setTask(
      tx,
      act,
      dossierId,
      id,
      isDone
        ? { done_at: sql<Date>`palabre_now()`, done_by: act.by }
        : { done_at: null, done_by: null },
    );
    await tellDossier(tx, act, isDone ? 'dossier.task-done' : 'dossier.task-reopened', dossier);
    return { ok: true, dossier, task };
  });

/** One place up or down; at the end of the list it stays where it is. */
export const moveTask = (
  db: Db,
  act: DossierAct,
  dossierId: string,
  id: string,
  way: 'up' | 'down',
): Promise<TaskWritten> =>
  atTask(db, act, dossierId, id, async (tx, dossier, task) => {
    const order = (await listTasks(tx, act.organisationId, dossierId)).map((one) => one.id);
    const at = order.indexOf(id);
    const other = way === 'up' ? at - 1 : at + 1;
    if (order[other] === undefined) return { ok: true, dossier, task };
    [order[at], order[other]] = [order[other]!, order[at]!];
    await sql`update dossier_task t set position = o.place
      from unnest(${order}::uuid[]) with ordinality as o (id, place)
      where t.organisation_id = ${act.organisationId} and t.dossier_id = ${dossierId} and t.id = o.id`.execute(
      tx,
    );
    return { ok: true, dossier, task };
  });

export const removeTask = (
  db: Db,
  act: DossierAct,
  dossierId: string,
  id: string,
): Promise<TaskWritten> =>
  atTask(db, act, dossierId, id, async (tx, dossier, task) => {
    await tx
      .deleteFrom('dossier_task')
      .where('organisation_id', '=', act.organisationId)
      .where('dossier_id', '=', dossierId)
      .where('id', '=', id)
      .execute();
    await tellDossier(tx, act, 'dossier.task-removed', dossier);
    return { ok: true, dossier, task };
  });

async function isOfDossier(
  tx: Tx,
  { organisationId }: DossierAct,
  dossierId: string,
  personId: string | null,
): Promise<boolean> {
  if (personId === null) return true;
  return (await listMembersAmong(tx, organisationId, dossierId, [personId])).length === 1;
}

const atTasks = (
  db: Db,
  act: DossierAct,
  dossierId: string,
  run: (tx: Tx, dossier: Dossier) => Promise<TaskWritten>,
): Promise<TaskWritten> =>
  inTransaction(db, async (tx): Promise<TaskWritten> => {
    const dossier = await lockDossier(tx, act.organisationId, dossierId);
    if (!dossier) return { ok: false, refusal: 'gone' };
    return dossier.closedAt ? { ok: false, refusal: 'closed' } : run(tx, dossier);
  });

const atTask = (
  db: Db,
  act: DossierAct,
  dossierId: string,
  id: string,
  run: (tx: Tx, dossier: Dossier, task: Task) => Promise<TaskWritten>,
): Promise<TaskWritten> =>
  atTasks(db, act, dossierId, async (tx, dossier) => {
    const task = await findTask(tx, act.organisationId, dossierId, id);
    return task ? run(tx, dossier, task) : { ok: false, refusal: 'gone' };
  });

async function setTask(
  tx: Tx,
  { organisationId }: DossierAct,
  dossierId: string,
  id: string,
  values: Record<string, unknown>,
): Promise<Task> {
  await tx
    .updateTable('dossier_task')
    .set({ ...values, version: sql<number>`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('dossier_id', '=', dossierId)
    .where('id', '=', id)
    .execute();
  return (await findTask(tx, organisationId, dossierId, id))!;
}
