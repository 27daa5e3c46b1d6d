import type { FileStorage } from '@flystorage/file-storage';
import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../platform/database/database.ts';
import {
  type CleanFilm,
  type CleanUpload,
  deleteFile,
  describeFile,
  keepFile,
  publishFiles,
  removeBytes,
} from '../../platform/files/index.ts';
import { lockDraft } from './draft.store.ts';
import { type FileRefusal, type Holder, isSent, MOST_FILES } from './draft.ts';

/**
 * Adds a clean upload to a draft. The draft is the lock: never more than four, even sent at once. Refused,
 * nothing is kept.
 */
export async function attachFile(
  db: Database,
  storage: FileStorage,
  organisationId: string,
  draftId: string,
  holder: Holder,
  added: { upload: CleanUpload | CleanFilm; alt: string },
): Promise<{ ok: true } | { ok: false; refusal: FileRefusal | 'not-found' }> {
  return db.transaction().execute(async (tx) => {
    const draft = await lockDraft(tx, organisationId, draftId, holder);
    if (!draft || isSent(draft)) return { ok: false, refusal: 'not-found' };
    if (draft.files.length >= MOST_FILES) return { ok: false, refusal: 'too-many-files' };
    const { fileId } = await keepFile(tx, storage, organisationId, added.upload, {
      alt: added.alt,
      uploadedBy: holder.personId,
    });
    await sql`insert into idea_attachment (organisation_id, file_id, draft_id, position)
      select ${organisationId}, ${fileId}, ${draftId}, coalesce(max(position), 0) + 1
      from idea_attachment where organisation_id = ${organisationId} and draft_id = ${draftId}`.execute(
      tx,
    );
    return { ok: true };
  });
}

/** Says what the pictures of a draft show; those of others are left alone. */
export async function describeFiles(
  db: Database,
  organisationId: string,
  draftId: string,
  holder: Holder,
  words: ReadonlyMap<string, string>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const draft = await lockDraft(tx, organisationId, draftId, holder);
    for (const file of draft && !isSent(draft) ? draft.files : []) {
      const alt = words.get(file.fileId);
      if (alt !== undefined && alt !== file.alt) {
        await describeFile(tx, organisationId, file.fileId, alt);
      }
    }
  });
}

/** Where a film of this draft lies elsewhere; '' : nowhere. */
export async function linkVideo(
  db: Database,
  organisationId: string,
  draftId: string,
  holder: Holder,
  link: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const draft = await lockDraft(tx, organisationId, draftId, holder);
    if (!draft || isSent(draft) || draft.videoLink === link) return;
    await tx
      .updateTable('idea_draft')
      .set({ video_link: link })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', draftId)
      .execute();
  });
}

/** Takes a file out of a draft, and forgets it. */
export async function removeFile(
  db: Database,
  storage: FileStorage,
  organisationId: string,
  draftId: string,
  holder: Holder,
  fileId: string,
): Promise<boolean> {
  const removed = await db.transaction().execute(async (tx) => {
    const draft = await lockDraft(tx, organisationId, draftId, holder);
    if (!draft || isSent(draft)) return null;
    if (!draft.files.some((file) => file.fileId === fileId)) return null;
    return deleteAttachment(tx, organisationId, fileId);
  });
  if (removed) await removeBytes(storage, removed.storageKey);
  return removed !== null;
}

async function deleteAttachment(tx: Tx, organisationId: string, fileId: string) {
  await tx
    .deleteFrom('idea_attachment')
    .where('organisation_id', '=', organisationId)
    .where('file_id', '=', fileId)
    .execute();
  return deleteFile(tx, organisationId, fileId);
}

/** Throws a draft away with its files, because its writer said so. */
export async function abandonDraft(
  db: Database,
  storage: FileStorage,
  organisationId: string,
  draftId: string,
  holder: Holder,
): Promise<boolean> {
  const removed = await db.transaction().execute(async (tx) => {
    const draft = await lockDraft(tx, organisationId, draftId, holder);
    if (!draft || isSent(draft)) return null;
    const keys: string[] = [];
    for (const file of draft.files) {
      const deleted = await deleteAttachment(tx, organisationId, file.fileId);
      if (deleted) keys.push(deleted.storageKey);
    }
    await tx
      .deleteFrom('idea_draft')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', draftId)
      .execute();
    return keys;
  });
  for (const key of removed ?? []) await removeBytes(storage, key);
  return removed !== null;
}

/** The files of a draft, and the link to its film, become those of the idea it was published as, for anyone to see. */
export async function moveFiles(
  tx: Tx,
  organisationId: string,
  draftId: string,
  idea: { id: string; authorId: string },
): Promise<void> {
  const moved = await tx
    .updateTable('idea_attachment')
    .set({ draft_id: null, idea_id: idea.id })
    .where('organisation_id', '=', organisationId)
    .where('draft_id', '=', draftId)
    .returning('file_id')
    .execute();
  await publishFiles(
    tx,
    organisationId,
    moved.map((row) => row.file_id),
    idea.authorId,
  );
  await sql`update idea i set video_link = d.video_link from idea_draft d
    where i.organisation_id = ${organisationId} and i.id = ${idea.id}
      and d.organisation_id = i.organisation_id and d.id = ${draftId} and d.video_link <> ''`.execute(
    tx,
  );
}

/** The component of a space that a published idea with this file stands in; null: none. */
export async function findComponentOfFile(
  db: Db,
  organisationId: string,
  fileId: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select b.id from idea_attachment t
    join idea i on i.organisation_id = t.organisation_id and i.id = t.idea_id
    join board b on b.organisation_id = i.organisation_id and b.id = i.edition_id and b.kind = 'component'
    where t.organisation_id = ${organisationId} and t.file_id = ${fileId}`.execute(db);
  return rows[0]?.id ?? null;
}

/** Whether a file belongs to a draft that this holder may see. */
export async function holdsFile(
  db: Db,
  organisationId: string,
  fileId: string,
  holder: Holder,
): Promise<boolean> {
  const { rows } = await sql`select from idea_attachment t
    join idea_draft d on d.organisation_id = t.organisation_id and d.id = t.draft_id
    where t.organisation_id = ${organisationId} and t.file_id = ${fileId}
      and (d.person_id = ${holder.personId}::uuid or (d.person_id is null and d.token_hash = ${holder.tokenHash}::text))`.execute(
    db,
  );
  return rows.length > 0;
}
