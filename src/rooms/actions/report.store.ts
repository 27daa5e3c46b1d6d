import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { listFiles } from '../../platform/files/index.ts';
import { isCertified } from '../groups/index.ts';
import { tellAction } from './action.store.ts';
import type { Action } from './action.ts';
import { type GroupAct, holdAction } from './commitment.store.ts';
import { findCommitment } from './commitment-list.store.ts';
import {
  type Report,
  type ReportPicture,
  type ReportRefusal,
  refuseToReport,
  type WrittenReport,
} from './report.ts';

export type Reported =
  | { ok: true; id: string; action: Action }
  | { ok: false; refusal: ReportRefusal };

/** What a group tells of an action that it did (R28): its commitment is kept from then on. */
export async function writeReport(
  db: Db,
  act: GroupAct,
  written: WrittenReport & { people: number },
): Promise<Reported> {
  return inTransaction(db, async (tx): Promise<Reported> => {
    const held = await holdAction(tx, act);
    if (!held) return { ok: false, refusal: 'gone' };
    const commitment = await findCommitment(tx, act.organisationId, act.actionId, act.groupId);
    const refusal = refuseToReport({
      manages: held.manages,
      isCommitted: commitment !== null,
      isCertified: isCertified(held.group),
      state: held.action.state,
    });
    if (refusal) return { ok: false, refusal };
    if (await hasTold(tx, act, written.heldOn)) return { ok: false, refusal: 'reported-already' };
    const { id } = await tx
      .insertInto('fund_action_report')
      .values({
        organisation_id: act.organisationId,
        action_id: act.actionId,
        group_id: act.groupId,
        written_by: act.by,
        ...asRow(written),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tellAction(tx, act, 'action.reported', held.action, { group: held.group.name });
    return { ok: true, id, action: held.action };
  });
}

/** Other words for it, unless somebody wrote some meanwhile (`version`). */
export async function rewriteReport(
  db: Db,
  act: GroupAct,
  { id, version }: Pick<Report, 'id' | 'version'>,
  written: WrittenReport & { people: number },
): Promise<{ ok: true } | { ok: false; refusal: ReportRefusal }> {
  return inTransaction(db, async (tx) => {
    const held = await holdAction(tx, act);
    if (!held) return { ok: false, refusal: 'gone' };
    if (!held.manages) return { ok: false, refusal: 'not-yours' };
    if (await hasTold(tx, act, written.heldOn, id))
      return { ok: false, refusal: 'reported-already' };
    const { numUpdatedRows } = await tx
      .updateTable('fund_action_report')
      .set({ ...asRow(written), version: version + 1 })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .where('group_id', '=', act.groupId)
      .where('action_id', '=', act.actionId)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return { ok: false, refusal: 'changed-meanwhile' };
    await tellAction(tx, act, 'action.report-changed', held.action, { group: held.group.name });
    return { ok: true };
  });
}

/** Whether the group told of this day already, in another report; the action is held (`fund_action_report_once`). */
async function hasTold(
  tx: Tx,
  { organisationId, actionId, groupId }: GroupAct,
  day: string,
  except: string | null = null,
): Promise<boolean> {
  const { rows } = await sql`select 1 from fund_action_report
    where organisation_id = ${organisationId} and action_id = ${actionId}::uuid and group_id = ${groupId}::uuid
      and held_on = ${day}::date and id is distinct from ${except}::uuid`.execute(tx);
  return rows.length > 0;
}

const asRow = (written: WrittenReport & { people: number }) => ({
  held_on: written.heldOn,
  place: written.place,
  people: written.people,
  worked: written.worked,
  harder: written.harder,
});

/** Of an action, the newest first. */
export const listReports = (
  db: Db,
  organisationId: string,
  actionId: string,
  limit = 50,
): Promise<Report[]> =>
  readReports(db, organisationId, sql`r.action_id = ${actionId}::uuid`, limit);

export async function findReport(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Report | null> {
  const [report] = await readReports(db, organisationId, sql`r.id = ${id}::uuid`, 1);
  return report ?? null;
}

async function readReports(
  db: Db,
  organisationId: string,
  which: ReturnType<typeof sql>,
  limit: number,
): Promise<Report[]> {
  const { rows } = await sql<Omit<Report, 'pictures'>>`
    select r.id, r.action_id as "actionId", r.group_id as "groupId", r.held_on as "heldOn", r.place, r.people,
      r.worked, r.harder, r.version, r.written_at as "writtenAt"
    from fund_action_report r where r.organisation_id = ${organisationId} and ${which}
    order by r.written_at desc, r.id limit ${limit}`.execute(db);
  if (rows.length === 0) return [];
  const kept = await db
    .selectFrom('fund_action_report_picture')
    .select(['report_id', 'file_id'])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`report_id = any(${rows.map(({ id }) => id)}::uuid[])`)
    .orderBy('position')
    .execute();
  const files = await listFiles(
    db,
    organisationId,
    kept.map((row) => row.file_id),
  );
  const pictures = new Map<string, ReportPicture>(
    files.map(({ fileId, mediaType, alt, width, height }) => [
      fileId,
      { fileId, mediaType, alt, width: width ?? 1, height: height ?? 1 },
    ]),
  );
  return rows.map((row) => ({
    ...row,
    pictures: kept.flatMap((one) =>
      one.report_id === row.id ? (pictures.get(one.file_id) ?? []) : [],
    ),
  }));
}
