import { sql } from 'kysely';
import { toInstant, toLocalTime } from '../../../platform/clock/paris.ts';
import { type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { findDepartment } from '../../organisations/index.ts';
import { type Act, addDays, dayInParis } from '../../spaces/index.ts';
import { type Assignment, checkDueDay, type DueRefusal, isTooLong } from './assignment.ts';
import { findAssignment } from './opinion.store.ts';

/**
 * Acts on many ideas of an edition happen one after the other, so that each sees what the one before did. Acts on one
 * idea do not wait: the constraint of an opinion once by idea and department holds for them.
 */
export async function lockAssignments(
  tx: Tx,
  organisationId: string,
  editionId: string,
): Promise<void> {
  const key = `assignments:${organisationId}:${editionId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

export interface Asked {
  departmentId: string;
  /** `YYYY-MM-DD` */
  dueOn: string | null;
  request: string;
}

export type AskRefusal =
  | DueRefusal
  | 'department-missing'
  | 'department-closed'
  | 'request-too-long'
  | 'already-asked'
  | 'already-given'
  | 'idea-decided';
type Asking = { ok: true; opinionId: string } | { ok: false; refusal: AskRefusal };

/** What can be said of a question before it is asked: of one idea or of a thousand. */
export async function refuseAsked(
  db: Db,
  organisationId: string,
  asked: Asked,
): Promise<AskRefusal | null> {
  if (asked.departmentId === '') return 'department-missing';
  const department = isUuid(asked.departmentId)
    ? await findDepartment(db, organisationId, asked.departmentId)
    : null;
  if (!department) return 'department-missing';
  if (department.closedAt !== null) return 'department-closed';
  if (isTooLong(asked.request)) return 'request-too-long';
  return checkDueDay(asked.dueOn, dayInParis(await readNow(db)));
}

/** Asks a department about one idea; one that gave it back, or was not asked any more, is asked again. */
export async function askOpinion(
  db: Db,
  act: Act,
  idea: { id: string; editionId: string; number: number },
  asked: Asked,
): Promise<Asking> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx): Promise<Asking> => {
    const refusal = await refuseAsked(tx, organisationId, asked);
    if (refusal) return { ok: false, refusal };
    if (await isDecided(tx, organisationId, idea.id)) return { ok: false, refusal: 'idea-decided' };
    const { rows } = await sql<{ id: string }>`
      insert into opinion (organisation_id, edition_id, idea_id, department_id, due_on, request, asked_by)
      values (${organisationId}, ${idea.editionId}, ${idea.id}, ${asked.departmentId}, ${asked.dueOn},
        ${asked.request}, ${by})
      on conflict on constraint opinion_once do update set state = 'asked', version = opinion.version + 1,
        due_on = excluded.due_on, request = excluded.request, asked_by = excluded.asked_by,
        asked_at = palabre_now(), settled_at = null, return_comment = '', suggested_department_id = null,
        return_closed_at = null, return_closed_by = null, run_id = null, agent_id = null, announced_at = null
      where opinion.state in ('returned', 'withdrawn')
      returning id`.execute(tx);
    const opinionId = rows[0]?.id;
    if (!opinionId)
      return { ok: false, refusal: await sayWhyNot(tx, organisationId, idea.id, asked) };
    await noteAsked(tx, act, idea.editionId, {
      opinionId,
      ideaId: idea.id,
      number: idea.number,
      departmentId: asked.departmentId,
      dueOn: asked.dueOn!,
    });
    return { ok: true, opinionId };
  });
}

/** Whether it is decided what becomes of an idea: there is nobody left to ask. */
export async function isDecided(db: Db, organisationId: string, ideaId: string): Promise<boolean> {
  const row = await db
    .selectFrom('study_stage')
    .select('stage')
    .where('organisation_id', '=', organisationId)
    .where('idea_id', '=', ideaId)
    .executeTakeFirst();
  return row?.stage === 'decided';
}

async function sayWhyNot(
  tx: Tx,
  organisationId: string,
  ideaId: string,
  { departmentId }: Asked,
): Promise<'already-asked' | 'already-given'> {
  const { state } = await tx
    .selectFrom('opinion')
    .select('state')
    .where('organisation_id', '=', organisationId)
    .where('idea_id', '=', ideaId)
    .where('department_id', '=', departmentId)
    .executeTakeFirstOrThrow();
  return state === 'given' ? 'already-given' : 'already-asked';
}

/** The journal says who was asked, and the round of each day will remind them. */
export async function noteAsked(
  tx: Tx,
  { organisationId, by }: Act,
  editionId: string,
  asked: { opinionId: string; ideaId: string; number: number; departmentId: string; dueOn: string },
): Promise<void> {
  await recordFact(tx, {
    organisationId,
    kind: 'opinion.asked',
    actorId: by,
    subject: { kind: 'idea', id: asked.ideaId },
    detail: {
      editionId,
      opinionId: asked.opinionId,
      number: asked.number,
      departmentId: asked.departmentId,
      dueOn: asked.dueOn,
    },
  });
  await queueStudyRound(tx, organisationId);
}

/** The round of each day, at seven in the morning; it queues itself again as long as something is asked. */
export async function queueStudyRound(db: Db, organisationId: string): Promise<void> {
  const { day, time } = toLocalTime(new Date());
  const next = time < ROUND_TIME ? day : addDays(day, 1);
  await queueJob(
    db,
    'study-round',
    { organisationId },
    {
      key: `study-round:${organisationId}`,
      // asked for again meanwhile, it is not put off
      keepsTime: true,
      runAt: toInstant({ day: next, time: ROUND_TIME })!,
    },
  );
}

const ROUND_TIME = '07:00';

export type SettleRefusal = 'not-asked-any-more' | 'already-given';

/** The office does not ask any more; what the department had begun is kept. */
export async function withdrawOpinion(
  db: Db,
  { organisationId, by }: Act,
  id: string,
): Promise<{ ok: true } | { ok: false; refusal: SettleRefusal }> {
  return inTransaction(db, async (tx) => {
    const opinion = await findAssignment(tx, organisationId, id, { lock: true });
    if (opinion?.state !== 'asked') return { ok: false, refusal: refuseSettled(opinion) };
    await tx
      .updateTable('opinion')
      .set({ state: 'withdrawn', version: opinion.version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'opinion.withdrawn',
      actorId: by,
      subject: { kind: 'idea', id: opinion.ideaId },
      detail: { ...aboutOf(opinion) },
    });
    return { ok: true };
  });
}

/** What the journal says an act on an opinion was about. */
export const aboutOf = (opinion: Assignment & { number: number }) => ({
  editionId: opinion.editionId,
  opinionId: opinion.id,
  number: opinion.number,
  departmentId: opinion.departmentId,
});

export function refuseSettled(opinion: Assignment | null): SettleRefusal {
  return opinion?.state === 'given' ? 'already-given' : 'not-asked-any-more';
}

/**
 * From one department to another: what was given back is asked elsewhere, what is still asked is first withdrawn. Both
 * or neither.
 */
export async function reassignOpinion(
  db: Db,
  act: Act,
  id: string,
  asked: Asked,
): Promise<Asking | { ok: false; refusal: SettleRefusal }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const opinion = await findAssignment(tx, organisationId, id, { lock: true });
    if (!opinion || opinion.state === 'withdrawn')
      return { ok: false, refusal: 'not-asked-any-more' };
    if (opinion.state === 'given') return { ok: false, refusal: 'already-given' };
    if (opinion.state === 'returned' && !opinion.isOpenReturn)
      return { ok: false, refusal: 'not-asked-any-more' };
    if (opinion.state === 'asked' && opinion.departmentId === asked.departmentId)
      return { ok: false, refusal: 'already-asked' };
    const idea = { id: opinion.ideaId, editionId: opinion.editionId, number: opinion.number };
    const done = await askOpinion(tx, act, idea, asked);
    if (done.ok && opinion.state === 'asked') await withdrawOpinion(tx, act, id);
    return done;
  });
}
