import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';

/** Days before an opinion is due at which its department is reminded (R43). */
const REMINDER_DAYS = [7, 1] as const;

/** What a department is written on one day: what is new, and what is soon due. */
export interface DueTask {
  opinionId: string;
  editionId: string;
  departmentId: string;
  /** `YYYY-MM-DD` */
  dueOn: string;
  number: number;
  title: string;
  /** 0: asked since the last letter; else the days before its day. */
  days: 0 | 7 | 1;
}

const today = sql`(palabre_now() at time zone 'Europe/Paris')::date`;

/** One round at a time in an organisation: what one notes, the next sees. */
export async function lockRound(tx: Tx, organisationId: string): Promise<void> {
  const key = `study-round:${organisationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/**
 * Notes the reminders that are owed today and gives them. One is owed from its day on, until the opinion is due, if it
 * was asked before that day: a machine that was off that day reminds on the next. A department that was written to
 * today is not written to again: what is owed to it waits until tomorrow.
 */
export async function takeDueReminders(tx: Tx, organisationId: string): Promise<DueTask[]> {
  const { rows } = await sql<DueTask>`
    with owed as (
      select distinct on (o.id) o.id, o.edition_id, o.department_id, o.due_on, o.idea_id, d.days
      from opinion o cross join unnest(${[...REMINDER_DAYS]}::smallint[]) as d (days)
      where o.organisation_id = ${organisationId} and o.state = 'asked'
        and not is_list_frozen(o.organisation_id, o.edition_id)
        and o.due_on between ${today} and ${today} + 7 and o.due_on <= ${today} + d.days
        and (o.asked_at at time zone 'Europe/Paris')::date < o.due_on - d.days
        and not exists (select from study_reminder r where r.organisation_id = o.organisation_id
          and r.opinion_id = o.id and r.due_on = o.due_on and r.days <= d.days)
        and not exists (select from study_reminder r where r.organisation_id = o.organisation_id
          and r.department_id = o.department_id and r.sent_on = ${today})
      -- late for both, only the nearer one is sent
      order by o.id, d.days
    ), noted as (
      insert into study_reminder (organisation_id, opinion_id, due_on, days, department_id, sent_on)
      select ${organisationId}, id, due_on, days, department_id, ${today} from owed
      on conflict on constraint study_reminder_once do nothing
      returning opinion_id
    )
    select o.id as "opinionId", o.edition_id as "editionId", o.department_id as "departmentId", o.due_on as "dueOn",
      i.number, i.title, o.days
    from owed o
    join noted n on n.opinion_id = o.id
    join studied_idea i on i.organisation_id = ${organisationId} and i.id = o.idea_id
    order by o.due_on, i.number`.execute(tx);
  return rows;
}

/** Notes as announced what departments were asked without being written to (`runId`: by that run), and gives it. */
export async function takeUnannounced(
  tx: Tx,
  organisationId: string,
  asked: { runId?: string; opinionId?: string } = {},
): Promise<DueTask[]> {
  const { runId = null, opinionId = null } = asked;
  const { rows } = await sql<DueTask>`
    with told as (
      update opinion set announced_at = palabre_now()
      where organisation_id = ${organisationId} and state = 'asked' and announced_at is null
        and not is_list_frozen(organisation_id, edition_id)
        and (${runId}::uuid is null or run_id = ${runId}::uuid)
        and (${opinionId}::uuid is null or id = ${opinionId}::uuid)
      returning id, edition_id, department_id, due_on, idea_id
    )
    select t.id as "opinionId", t.edition_id as "editionId", t.department_id as "departmentId", t.due_on as "dueOn",
      i.number, i.title, 0 as days
    from told t join studied_idea i on i.organisation_id = ${organisationId} and i.id = t.idea_id
    order by t.due_on, i.number`.execute(tx);
  return rows;
}

/** Whether there is something to come back for tomorrow. */
export async function isAnythingAsked(db: Db, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('opinion')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'asked')
    .where(sql<boolean>`not is_list_frozen(organisation_id, edition_id)`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
