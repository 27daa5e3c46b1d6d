import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import {
  type CleanFilm,
  type CleanUpload,
  deleteFile,
  keepFile,
  type openStorage,
  removeBytes,
} from '../../platform/files/index.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { findFiles } from './document.store.ts';
import type { VersionFile } from './document.ts';

type Storage = ReturnType<typeof openStorage>;

/** Keeps a file that came with a form until that form is whole; whatever others left behind a day ago is let go of. */
export async function keepUpload(
  db: Database,
  storage: Storage,
  organisationId: string,
  personId: string,
  upload: CleanUpload | CleanFilm,
): Promise<VersionFile> {
  const [file, gone] = await db.transaction().execute(async (tx) => {
    const forgotten = await forgetOldUploads(tx, organisationId);
    const kept = await keepFile(tx, storage, organisationId, upload, {
      alt: '',
      uploadedBy: personId,
    });
    await tx
      .insertInto('document_upload')
      .values({ organisation_id: organisationId, file_id: kept.fileId, person_id: personId })
      .execute();
    return [kept, forgotten] as const;
  });
  for (const key of gone) await removeBytes(storage, key);
  const { fileId, name, mediaType, bytes, width, height } = file;
  return { fileId, name, mediaType, bytes, width, height };
}

/** A file that this person sent with a form before; null: none of theirs. */
export async function findUpload(
  db: Database,
  organisationId: string,
  personId: string,
  fileId: string,
): Promise<VersionFile | null> {
  if (!isUuid(fileId)) return null;
  const row = await db
    .selectFrom('document_upload')
    .select('file_id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  return row ? ((await findFiles(db, organisationId, [row.file_id])).get(fileId) ?? null) : null;
}

/** It stands in a version from now on. false: it waits no more. */
export async function takeUpload(
  tx: Tx,
  organisationId: string,
  personId: string,
  fileId: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('document_upload')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

async function forgetOldUploads(tx: Tx, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`delete from document_upload
    where organisation_id = ${organisationId} and file_id in (
      select file_id from document_upload where organisation_id = ${organisationId}
        and sent_at < palabre_now() - interval '1 day'
      limit 20 for update skip locked)
    returning file_id as id`.execute(tx);
  const keys: string[] = [];
  for (const { id } of rows) {
    const deleted = await deleteFile(tx, organisationId, id);
    if (deleted) keys.push(deleted.storageKey);
  }
  return keys;
}
