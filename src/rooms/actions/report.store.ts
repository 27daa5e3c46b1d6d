import { sql } from 'kysely';
import { type Db, violatedConstraint } from '../../platform/database/database.ts';
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
  | { ok: true; id: string; action: Action; isFirst: boolean }
  | { ok: false; refusal: ReportRefusal };

/** What a group tells of an action that it did (R28): its commitment is kept from then on. */
export async function writeReport(
  db: Db,
  act: GroupAct,
  written: WrittenReport & { people: number },
): Promise<Reported> {
  return once(() =>
    inTransaction(db, async (tx): Promise<Reported> => {
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
      const isFirst = commitment === null || commitment.doneOn.length === 0;
      return { ok: true, id, action: held.action, isFirst };
    }),
  );
}

/** Other words for it, unless somebody wrote some meanwhile (`version`). */
export async function rewriteReport(
  db: Db,
  act: GroupAct,
  { id, version }: Pick<Report, 'id' | 'version'>,
  written: WrittenReport & { people: number },
): Promise<{ ok: true } | { ok: false; refusal: ReportRefusal }> {
  return once(() =>
    inTransaction(db, async (tx): Promise<{ ok: true } | { ok: false; refusal: ReportRefusal }> => {
      const held = await holdAction(tx, act);
      if (!held) return { ok: false, refusal: 'gone' };
      if (!held.manages) return { ok: false, refusal: 'not-yours' };
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
    }),
  );
}

/** One report of a group for a day: sent twice at once, the second is refused in words. */
async function once<Done>(
  write: () => Promise<Done>,
): Promise<Done | { ok: false; refusal: 'reported-already' }> {
  try {
    return await write();
  } catch (error) {
    if (violatedConstraint(error) !== 'fund_action_report_once') throw error;
    return { ok: false, refusal: 'reported-already' };
  }
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
