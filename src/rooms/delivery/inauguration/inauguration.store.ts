import type { FileStorage } from '@flystorage/file-storage';
import { sql } from 'kysely';
import type { Database, Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import {
  type CleanUpload,
  deleteFile,
  keepFile,
  listFiles,
  publishFiles,
  removeBytes,
} from '../../../platform/files/index.ts';
import {
  type Act,
  type Gone,
  lockRealisation,
  type Named,
  tellRealisation,
} from '../realisation-lock.store.ts';
import { type Inauguration, mayAddPhoto } from './inauguration.ts';

export async function findInauguration(
  db: Db,
  organisationId: string,
  realisationId: string,
): Promise<Inauguration> {
  const [row, photos] = await Promise.all([
    db
      .selectFrom('realisation_inauguration')
      .select('meeting_id')
      .where('organisation_id', '=', organisationId)
      .where('realisation_id', '=', realisationId)
      .executeTakeFirst(),
    db
      .selectFrom('realisation_inauguration_photo')
      .select('file_id')
      .where('organisation_id', '=', organisationId)
      .where('realisation_id', '=', realisationId)
      .orderBy('position')
      .execute(),
  ]);
  const ids = photos.map(({ file_id }) => file_id);
  const files = await listFiles(db, organisationId, ids);
  return {
    meetingId: row?.meeting_id ?? null,
    photos: ids.flatMap((id) => files.find(({ fileId }) => fileId === id) ?? []),
  };
}

/**
 * Says at which meeting it is inaugurated; null: at none. `before`: what the form was made from, told when another
 * said something else meanwhile.
 */
export async function chooseInauguration(
  db: Db,
  act: Act,
  named: Named,
  meeting: { id: string; title: string } | null,
  before?: string | null,
): Promise<{ ok: true } | { ok: false; refusal: 'changed-meanwhile' } | Gone> {
  const { organisationId } = act;
  const { realisationId } = named;
  return inTransaction(db, async (tx) => {
    const realisation = await lockRealisation(tx, act, realisationId);
    if (!realisation) return { ok: false, refusal: 'not-found' };
    const { meetingId } = await findInauguration(tx, organisationId, realisationId);
    if (meetingId === (meeting?.id ?? null)) return { ok: true };
    if (before !== undefined && before !== meetingId)
      return { ok: false, refusal: 'changed-meanwhile' };
    await tx
      .deleteFrom('realisation_inauguration')
      .where('organisation_id', '=', organisationId)
      .where('realisation_id', '=', realisationId)
      .execute();
    if (meeting)
      await tx
        .insertInto('realisation_inauguration')
        .values({
          organisation_id: organisationId,
          realisation_id: realisationId,
          meeting_id: meeting.id,
        })
        .execute();
    await tellRealisation(tx, act, realisation, named, 'realisation.inauguration-chosen', {
      meeting: meeting?.title ?? '',
    });
    return { ok: true };
  });
}

/** Adds a photo that everybody sees. The realisation is the lock: never more than may be, even sent at once. */
export async function addInaugurationPhoto(
  db: Db,
  storage: FileStorage,
  act: Act,
  realisationId: string,
  upload: CleanUpload,
  alt: string,
): Promise<{ ok: true } | { ok: false; refusal: 'too-many-photos' | 'not-found' }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    if (!(await lockRealisation(tx, act, realisationId)))
      return { ok: false, refusal: 'not-found' };
    const { photos } = await findInauguration(tx, organisationId, realisationId);
    if (!mayAddPhoto(photos.length)) return { ok: false, refusal: 'too-many-photos' };
    const { fileId } = await keepFile(tx, storage, organisationId, upload, {
      alt,
      uploadedBy: act.by,
    });
    await sql`insert into realisation_inauguration_photo (organisation_id, realisation_id, file_id, position)
      select ${organisationId}, ${realisationId}, ${fileId}, coalesce(max(position), 0) + 1
      from realisation_inauguration_photo
      where organisation_id = ${organisationId} and realisation_id = ${realisationId}`.execute(tx);
    await publishFiles(tx, organisationId, [fileId], act.by);
    return { ok: true };
  });
}

export async function removeInaugurationPhoto(
  db: Database,
  storage: FileStorage,
  act: Act,
  realisationId: string,
  fileId: string,
): Promise<void> {
  const { organisationId } = act;
  const removed = await db.transaction().execute(async (tx) => {
    await lockRealisation(tx, act, realisationId);
    const { photos } = await findInauguration(tx, organisationId, realisationId);
    if (!photos.some((photo) => photo.fileId === fileId)) return null;
    await tx
      .deleteFrom('realisation_inauguration_photo')
      .where('organisation_id', '=', organisationId)
      .where('file_id', '=', fileId)
      .execute();
    return deleteFile(tx, organisationId, fileId);
  });
  if (removed) await removeBytes(storage, removed.storageKey);
}
