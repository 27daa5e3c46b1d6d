import { sql } from 'kysely';
import { type Database, type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { listDepartments } from '../../organisations/index.ts';
import { type Act, dayInParis } from '../../spaces/index.ts';
import { isFrozenMeanwhile } from '../sheet/standing.store.ts';
import { checkDueDay, isTooLong } from './assignment.ts';
import {
  type Asked,
  type AskRefusal,
  lockAssignments,
  queueStudyRound,
  refuseAsked,
} from './opinion-writing.store.ts';
import type { AssignmentRun } from './run.ts';
import { type Choice, selectChosen } from './study-list.store.ts';

/** Ideas asked for in one transaction: few enough that nobody else waits long. */
const CHUNK = 250;

export interface RunAsked extends Omit<Asked, 'departmentId'> {
  /** null: each idea goes to the department of its category. */
  departmentId: string | null;
}

export type RunRefusal = AskRefusal | 'nothing-chosen';

/** Notes what is to be asked of which ideas, as they are now; a job carries it out. */
export async function insertRun(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  choice: Choice,
  asked: RunAsked,
): Promise<{ ok: true; id: string } | { ok: false; refusal: RunRefusal }> {
  return inTransaction(db, async (tx) => {
    const refusal = await refuseRun(tx, organisationId, asked);
    if (refusal) return { ok: false, refusal };
    const { rows } = await sql<{ id: string | null }>`
      with chosen as (
        select s.idea_id, s.number, s.stage ${selectChosen(organisationId, editionId, choice)}
      ), run as (
        insert into assignment_run (organisation_id, edition_id, department_id, due_on, request, total, asked_by)
        select ${organisationId}, ${editionId}, ${asked.departmentId}::uuid, ${asked.dueOn}::date, ${asked.request},
          count(*), ${by}::uuid from chosen having count(*) > 0 returning id
      ), items as (
        insert into assignment_item (organisation_id, run_id, number, idea_id, stage)
        select ${organisationId}, run.id, chosen.number, chosen.idea_id, chosen.stage from chosen, run
      ) select (select id from run) as id`.execute(tx);
    const id = rows[0]?.id;
    if (!id) return { ok: false, refusal: 'nothing-chosen' };
    await queueJob(tx, 'assign-ideas', { organisationId, runId: id }, { key: `assign:${id}` });
    return { ok: true, id };
  });
}

async function refuseRun(
  db: Db,
  organisationId: string,
  asked: RunAsked,
): Promise<AskRefusal | null> {
  const { departmentId } = asked;
  if (departmentId !== null) return refuseAsked(db, organisationId, { ...asked, departmentId });
  if (isTooLong(asked.request)) return 'request-too-long';
  return checkDueDay(asked.dueOn, dayInParis(await readNow(db)));
}

/**
 * Carries on a run where it stands, chunk by chunk, to its end. Killed in the middle, a chunk is not there at all, and
 * the next try goes on from it; run twice at once, one waits for the other. `tell`: letters, in the transaction of the end.
 */
export async function carryOutRun(
  db: Database,
  { organisationId, runId }: { organisationId: string; runId: string },
  tell: (tx: Tx, run: AssignmentRun) => Promise<void>,
): Promise<void> {
  try {
    while (await askOn(db, organisationId, runId, tell));
  } catch (error) {
    // what was asked stays as it is, and nobody is asked any more
    if (!isFrozenMeanwhile(error)) throw error;
    await db.transaction().execute((tx) => giveUp(tx, organisationId, runId));
  }
}

/** One chunk; `false`: that was the last. */
async function askOn(
  db: Database,
  organisationId: string,
  runId: string,
  tell: (tx: Tx, run: AssignmentRun) => Promise<void>,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const run = await findRun(tx, organisationId, runId, { lock: true });
    if (!run || run.endedAt !== null) return false;
    await lockAssignments(tx, organisationId, run.editionId);
    const settled = await askChunk(tx, run);
    if (run.asked + run.skipped + settled < run.total) return true;
    await endRun(tx, (await findRun(tx, organisationId, runId))!, tell);
    return false;
  });
}

async function giveUp(tx: Tx, organisationId: string, runId: string): Promise<void> {
  const run = await findRun(tx, organisationId, runId, { lock: true });
  if (!run || run.endedAt !== null) return;
  await sql`update assignment_item set outcome = 'over'
    where organisation_id = ${organisationId} and run_id = ${runId} and outcome is null`.execute(
    tx,
  );
  await sql`update assignment_run set skipped_count = total - asked_count
    where organisation_id = ${organisationId} and id = ${runId}`.execute(tx);
  await endRun(tx, (await findRun(tx, organisationId, runId))!, async () => {});
}

/** Asks about the next ideas of a run, and notes what became of each. */
async function askChunk(tx: Tx, run: AssignmentRun): Promise<number> {
  const at = run.organisationId;
  const open = (await listDepartments(tx, at)).map(({ id }) => id);
  const { rows } = await sql<{ settled: number }>`
    with chunk as (
      select m.number, m.idea_id, m.stage as chosen_stage, s.stage,
        (select d from unnest(${open}::uuid[]) as d
          where d = coalesce(${run.departmentId}::uuid, r.department_id)) as department_id
      from (select * from assignment_item where organisation_id = ${at} and run_id = ${run.id} and outcome is null
        order by number limit ${CHUNK}) m
      join study_stage s on s.organisation_id = m.organisation_id and s.idea_id = m.idea_id
      join studied_idea i on i.organisation_id = m.organisation_id and i.id = m.idea_id
      left join routing r on r.organisation_id = m.organisation_id and r.edition_id = ${run.editionId}
        and r.category_id = i.category_id
    ), judged as (
      select *, case
          when stage = 'decided' then 'over'
          when department_id is null then 'no-route'
          when chosen_stage in ('unassigned', 'returned') and stage not in ('unassigned', 'returned') then 'taken'
        end as refused
      from chunk
    ), asked as (
      insert into opinion (organisation_id, edition_id, idea_id, department_id, due_on, request, asked_by, run_id)
      select ${at}, ${run.editionId}, idea_id, department_id, ${run.dueOn}::date, ${run.request}, ${run.askedBy}::uuid, ${run.id}
      from judged where refused is null order by idea_id
      on conflict on constraint opinion_once do update set state = 'asked', version = opinion.version + 1,
        due_on = excluded.due_on, request = excluded.request, asked_by = excluded.asked_by, asked_at = palabre_now(),
        run_id = excluded.run_id, agent_id = null, announced_at = null
      where opinion.state = 'withdrawn'
      returning idea_id
    ), noted as (
      update assignment_item m
      set outcome = coalesce(j.refused, case when a.idea_id is null then 'known' else 'asked' end)
      from judged j left join asked a on a.idea_id = j.idea_id
      where m.organisation_id = ${at} and m.run_id = ${run.id} and m.number = j.number
      returning m.outcome
    ), counted as (
      select count(*) filter (where outcome = 'asked') as asked, count(*) filter (where outcome <> 'asked') as skipped
      from noted
    )
    update assignment_run
    set asked_count = asked_count + c.asked, skipped_count = skipped_count + c.skipped
    from counted c where organisation_id = ${at} and id = ${run.id}
    returning c.asked + c.skipped as settled`.execute(tx);
  return rows[0]!.settled;
}

async function endRun(
  tx: Tx,
  run: AssignmentRun,
  tell: (tx: Tx, run: AssignmentRun) => Promise<void>,
): Promise<void> {
  const { organisationId, id } = run;
  await tx
    .updateTable('assignment_run')
    .set({ ended_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
  await recordFact(tx, {
    organisationId,
    kind: 'assignment-run.ended',
    actorId: run.askedBy,
    subject: { kind: 'assignment-run', id },
    detail: {
      editionId: run.editionId,
      departmentId: run.departmentId,
      dueOn: run.dueOn,
      ideas: run.asked,
      skipped: run.skipped,
    },
  });
  if (run.asked === 0) return;
  await tell(tx, run);
  await queueStudyRound(tx, organisationId);
}

export async function findRun(
  db: Db,
  organisationId: string,
  id: string,
  { lock = false } = {},
): Promise<AssignmentRun | null> {
  if (!isUuid(id)) return null;
  let query = runs(db, organisationId).where('id', '=', id);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row ? asRun(row) : null;
}

const RUNS_SHOWN = 20;

/** The latest runs of an edition, newest first. */
export async function listRuns(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<AssignmentRun[]> {
  const rows = await runs(db, organisationId)
    .where('edition_id', '=', editionId)
    .orderBy('asked_at', 'desc')
    .limit(RUNS_SHOWN)
    .execute();
  return rows.map(asRun);
}

function runs(db: Db, organisationId: string) {
  return db.selectFrom('assignment_run').selectAll().where('organisation_id', '=', organisationId);
}

function asRun(
  row: Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirstOrThrow']>>,
): AssignmentRun {
  return {
    organisationId: row.organisation_id,
    id: row.id,
    editionId: row.edition_id,
    departmentId: row.department_id,
    dueOn: row.due_on,
    request: row.request,
    total: row.total,
    asked: row.asked_count,
    skipped: row.skipped_count,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    endedAt: row.ended_at,
    undoneAt: row.undone_at,
  };
}
