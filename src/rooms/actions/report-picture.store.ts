import type { FileStorage } from '@flystorage/file-storage';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type CleanUpload, deleteFile, keepFile, removeBytes } from '../../platform/files/index.ts';
import { MOST_PICTURES } from './report.ts';

interface Act {
  organisationId: string;
  by: string;
}

/** Adds a photo with its words. The report is the lock: never more than six, even sent at once. */
export async function addReportPicture(
  db: Database,
  storage: FileStorage,
  act: Act,
  reportId: string,
  upload: CleanUpload,
  alt: string,
): Promise<'added' | 'too-many'> {
  return db.transaction().execute(async (tx) => {
    const held = await lockPictures(tx, act, reportId);
    if (held.length >= MOST_PICTURES) return 'too-many';
    const { fileId } = await keepFile(tx, storage, act.organisationId, upload, {
      alt,
      uploadedBy: act.by,
    });
    await sql`insert into fund_action_report_picture (organisation_id, report_id, file_id, position)
      select ${act.organisationId}, ${reportId}::uuid, ${fileId}::uuid, coalesce(max(position), 0) + 1
      from fund_action_report_picture
      where organisation_id = ${act.organisationId} and report_id = ${reportId}::uuid`.execute(tx);
    return 'added';
  });
}

export async function removeReportPicture(
  db: Database,
  storage: FileStorage,
  act: Act,
  reportId: string,
  fileId: string,
): Promise<void> {
  const removed = await db.transaction().execute(async (tx) => {
    if (!(await lockPictures(tx, act, reportId)).includes(fileId)) return null;
    await tx
      .deleteFrom('fund_action_report_picture')
      .where('organisation_id', '=', act.organisationId)
      .where('file_id', '=', fileId)
      .execute();
    return deleteFile(tx, act.organisationId, fileId);
  });
  if (removed) await removeBytes(storage, removed.storageKey);
}

async function lockPictures(tx: Tx, { organisationId }: Act, reportId: string): Promise<string[]> {
  await sql`select 1 from fund_action_report where organisation_id = ${organisationId}
    and id = ${reportId}::uuid for update`.execute(tx);
  const rows = await tx
    .selectFrom('fund_action_report_picture')
    .select('file_id')
    .where('organisation_id', '=', organisationId)
    .where('report_id', '=', reportId)
    .execute();
  return rows.map((row) => row.file_id);
}
