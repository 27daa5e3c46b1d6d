import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileStorage } from '@flystorage/file-storage';
import { type Selectable, sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { DB } from '../database/tables.ts';
import type { CleanFilm, CleanUpload } from './cleaning.ts';
import { ALT_LENGTH, fileSegment } from './upload.ts';

export interface KeptFile {
  fileId: string;
  /** As shown and downloaded. */
  name: string;
  mediaType: string;
  bytes: number;
  /** Pixels, of pictures. */
  width: number | null;
  height: number | null;
  alt: string;
  /** null: seen by nobody but its owner. */
  publishedAt: Date | null;
  sha256: string;
  storageKey: string;
}

/** Keeps a clean upload, not published yet. Its bytes are stored before its row: a row always has them. */
export async function keepFile(
  db: Db,
  storage: FileStorage,
  organisationId: string,
  upload: CleanUpload | CleanFilm,
  by: { alt: string; uploadedBy: string | null },
): Promise<KeptFile> {
  const { name, mediaType, width, height, small } = upload;
  const fileId = randomUUID();
  const storageKey = `${organisationId}/${fileSegment({ fileId, mediaType })}`;
  const stored =
    'path' in upload
      ? { from: createReadStream(upload.path), bytes: upload.bytes, sha256: upload.sha256 }
      : { from: upload.whole, bytes: upload.whole.length, sha256: hashOf(upload.whole) };
  await storage.write(storageKey, stored.from);
  if (small) await storage.write(smallKey(storageKey), small);
  const row = await db
    .insertInto('file')
    .values({
      organisation_id: organisationId,
      id: fileId,
      storage_key: storageKey,
      name,
      media_type: mediaType,
      bytes: stored.bytes,
      width,
      height,
      alt: by.alt.slice(0, ALT_LENGTH),
      sha256: stored.sha256,
      uploaded_by: by.uploadedBy,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return asFile(row);
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** `…/id.webp` → `…/id-640.webp`. */
export function smallKey(storageKey: string): string {
  return storageKey.replace(/\.webp$/, '-640.webp');
}

export async function findFile(
  db: Db,
  organisationId: string,
  fileId: string,
): Promise<KeptFile | null> {
  const [file] = await listFiles(db, organisationId, [fileId]);
  return file ?? null;
}

/** In no particular order; those of other organisations are absent. */
export async function listFiles(
  db: Db,
  organisationId: string,
  fileIds: readonly string[],
): Promise<KeptFile[]> {
  if (fileIds.length === 0) return [];
  const rows = await db
    .selectFrom('file')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`id = any(${[...fileIds]}::uuid[])`)
    .execute();
  return rows.map(asFile);
}

function asFile(row: Selectable<DB['file']>): KeptFile {
  return {
    fileId: row.id,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    alt: row.alt,
    publishedAt: row.published_at,
    sha256: row.sha256,
    storageKey: row.storage_key,
  };
}

/** What a picture shows, in words for those who do not see it. */
export async function describeFile(
  db: Db,
  organisationId: string,
  fileId: string,
  alt: string,
): Promise<void> {
  await db
    .updateTable('file')
    .set({ alt: alt.slice(0, ALT_LENGTH) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', fileId)
    .execute();
}

/** From now on anyone may see them; those that nobody had signed yet are this person's. */
export async function publishFiles(
  db: Db,
  organisationId: string,
  fileIds: readonly string[],
  by: string | null,
): Promise<void> {
  if (fileIds.length === 0) return;
  await db
    .updateTable('file')
    .set({
      published_at: sql<Date>`palabre_now()`,
      uploaded_by: sql<string | null>`coalesce(uploaded_by, ${by}::uuid)`,
    })
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`id = any(${[...fileIds]}::uuid[])`)
    .execute();
}

/** Nobody but their owner sees them any more; a browser may still hold what it was shown. */
export async function unpublishFiles(
  db: Db,
  organisationId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  await db
    .updateTable('file')
    .set({ published_at: null })
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`id = any(${[...fileIds]}::uuid[])`)
    .execute();
}

/** Forgets the row; its bytes go afterwards, with `removeBytes`, when the transaction has ended. */
export async function deleteFile(
  db: Db,
  organisationId: string,
  fileId: string,
): Promise<{ storageKey: string } | null> {
  const row = await db
    .deleteFrom('file')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', fileId)
    .returning('storage_key')
    .executeTakeFirst();
  return row ? { storageKey: row.storage_key } : null;
}

export async function removeBytes(storage: FileStorage, storageKey: string): Promise<void> {
  await storage.deleteFile(storageKey);
  if (storageKey.endsWith('.webp')) await storage.deleteFile(smallKey(storageKey));
}
