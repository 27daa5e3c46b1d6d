import type { FileStorage } from '@flystorage/file-storage';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import {
  type CleanUpload,
  deleteFile,
  keepFile,
  listFiles,
  publishFiles,
  removeBytes,
} from '../../platform/files/index.ts';
import type { Act } from '../spaces/index.ts';
import type { Meeting } from './meeting.ts';
import { lockMeeting, tell } from './meeting-writing.store.ts';
import { MOST_PHOTOS, type Photo, type Report, type WrittenReport } from './report.ts';

export async function findReport(
  db: Db,
  organisationId: string,
  meetingId: string,
): Promise<Report | null> {
  const row = await db
    .selectFrom('meeting_report')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  return row
    ? {
        present: {
          resident: row.residents,
          elected: row.elected,
          agent: row.agents,
          provider: row.providers,
        },
        words: row.words,
        version: row.version,
        publishedAt: row.published_at,
      }
    : null;
}

/** Published as it is saved; refused where somebody saved another one meanwhile. `version` 0: there was none. */
export async function saveReport(
  db: Db,
  act: Act,
  meeting: Meeting,
  { present, words }: WrittenReport,
  version: number,
): Promise<{ ok: true } | { ok: false; report: Report }> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    await lockMeeting(tx, organisationId, meeting.id);
    const before = await findReport(tx, organisationId, meeting.id);
    if (before && before.version !== version) return { ok: false, report: before };
    const row = {
      residents: present.resident,
      elected: present.elected,
      agents: present.agent,
      providers: present.provider,
      words,
      written_by: by,
      version: (before?.version ?? 0) + 1,
    };
    await tx
      .insertInto('meeting_report')
      .values({ organisation_id: organisationId, meeting_id: meeting.id, ...row })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'meeting_id']).doUpdateSet(row),
      )
      .execute();
    await tell(tx, act, 'meeting.reported', meeting);
    return { ok: true };
  });
}

export async function listPhotos(
  db: Db,
  organisationId: string,
  meetingId: string,
): Promise<Photo[]> {
  const rows = await db
    .selectFrom('meeting_photo')
    .select('file_id')
    .where('organisation_id', '=', organisationId)
    .where('meeting_id', '=', meetingId)
    .orderBy('added_at')
    .orderBy('file_id')
    .execute();
  const ids = rows.map((row) => row.file_id);
  const files = new Map(
    (await listFiles(db, organisationId, ids)).map((file) => [file.fileId, file]),
  );
  return ids.flatMap((id) => {
    const file = files.get(id);
    return file?.width && file.height
      ? [
          {
            fileId: id,
            mediaType: file.mediaType,
            alt: file.alt,
            width: file.width,
            height: file.height,
          },
        ]
      : [];
  });
}

/** Adds a picture that everybody sees, with the words for those who do not. false: there are as many as may be. */
export async function addPhoto(
  db: Db,
  storage: FileStorage,
  act: Act,
  meeting: Meeting,
  upload: CleanUpload,
  alt: string,
): Promise<boolean> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    await lockMeeting(tx, organisationId, meeting.id);
    const { count } = await tx
      .selectFrom('meeting_photo')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('organisation_id', '=', organisationId)
      .where('meeting_id', '=', meeting.id)
      .executeTakeFirstOrThrow();
    if (count >= MOST_PHOTOS) return false;
    const { fileId } = await keepFile(tx, storage, organisationId, upload, { alt, uploadedBy: by });
    await tx
      .insertInto('meeting_photo')
      .values({ organisation_id: organisationId, meeting_id: meeting.id, file_id: fileId })
      .execute();
    await publishFiles(tx, organisationId, [fileId], by);
    return true;
  });
}

/** false: it is no picture of this meeting, or no more. */
export async function removePhoto(
  db: Db,
  storage: FileStorage,
  { organisationId }: Act,
  meeting: Meeting,
  fileId: string,
): Promise<boolean> {
  const file = await inTransaction(db, async (tx) => {
    const row = await tx
      .deleteFrom('meeting_photo')
      .where('organisation_id', '=', organisationId)
      .where('meeting_id', '=', meeting.id)
      .where('file_id', '=', fileId)
      .returning('file_id')
      .executeTakeFirst();
    return row ? deleteFile(tx, organisationId, row.file_id) : null;
  });
  if (file) await removeBytes(storage, file.storageKey);
  return file !== null;
}
