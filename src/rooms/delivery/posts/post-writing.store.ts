import type { FileStorage } from '@flystorage/file-storage';
import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import {
  type CleanUpload,
  deleteFile,
  keepFile,
  publishFiles,
  removeBytes,
  unpublishFiles,
} from '../../../platform/files/index.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act, Named } from '../realisation-lock.store.ts';
import { findPost } from './post.store.ts';
import { mayAct, mayAddPicture, type Post, type PostAct, type PostText, stateOf } from './post.ts';

/** A draft, which its writers alone see. */
export async function writePost(
  db: Db,
  { organisationId, by }: Act,
  realisationId: string,
  { title, body }: PostText,
): Promise<string> {
  const { id } = await db
    .insertInto('realisation_post')
    .values({
      organisation_id: organisationId,
      realisation_id: realisationId,
      title,
      body,
      written_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Other words for it. `version`: of the words that the form was made from. What followers were written stays. */
export async function rewritePost(
  db: Database,
  act: Act,
  id: string,
  { title, body }: PostText,
  version: number,
): Promise<{ ok: true } | { ok: false; post: Post | null }> {
  return db.transaction().execute(async (tx) => {
    const before = await lockPost(tx, act, id);
    if (!before || stateOf(before) === 'withdrawn') return { ok: false, post: null };
    if (before.title === title && before.body === body) return { ok: true };
    if (before.version !== version) return { ok: false, post: before };
    await tx
      .updateTable('realisation_post')
      .set({ title, body, version: sql<number>`version + 1` })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .execute();
    return { ok: true };
  });
}

/** Publishes a draft with its pictures, or takes back what was published; whether it was so. */
export async function actOnPost(
  db: Db,
  act: Act,
  named: Named & { editionId: string },
  id: string,
  how: PostAct,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const post = await lockPost(tx, act, id);
    if (!post || post.realisationId !== named.realisationId || !mayAct(stateOf(post), how))
      return false;
    const files = post.pictures.map(({ fileId }) => fileId);
    const now = sql<Date>`palabre_now()`;
    await tx
      .updateTable('realisation_post')
      .set(
        how === 'publish'
          ? { published_at: now, published_by: act.by }
          : { withdrawn_at: now, withdrawn_by: act.by },
      )
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .execute();
    if (how === 'publish') await publishFiles(tx, act.organisationId, files, act.by);
    else await unpublishFiles(tx, act.organisationId, files);
    await recordFact(tx, {
      organisationId: act.organisationId,
      kind: how === 'publish' ? 'realisation-post.published' : 'realisation-post.withdrawn',
      actorId: act.by,
      subject: { kind: 'realisation', id: named.realisationId },
      detail: {
        editionId: named.editionId,
        number: named.number,
        title: named.title,
        postId: id,
        post: post.title,
      },
    });
    return true;
  });
}

/** Adds a picture with its words. The post is the lock: never more than six, even sent at once. */
export async function addPicture(
  db: Database,
  storage: FileStorage,
  act: Act,
  postId: string,
  upload: CleanUpload,
  alt: string,
): Promise<{ ok: true } | { ok: false; refusal: 'too-many-pictures' | 'not-found' }> {
  return db.transaction().execute(async (tx) => {
    const post = await lockPost(tx, act, postId);
    if (!post || stateOf(post) === 'withdrawn') return { ok: false, refusal: 'not-found' };
    if (!mayAddPicture(post.pictures.length)) return { ok: false, refusal: 'too-many-pictures' };
    const { fileId } = await keepFile(tx, storage, act.organisationId, upload, {
      alt,
      uploadedBy: act.by,
    });
    await sql`insert into realisation_picture (organisation_id, post_id, file_id, position)
      select ${act.organisationId}, ${postId}, ${fileId}, coalesce(max(position), 0) + 1
      from realisation_picture where organisation_id = ${act.organisationId} and post_id = ${postId}`.execute(
      tx,
    );
    if (stateOf(post) === 'published') await publishFiles(tx, act.organisationId, [fileId], act.by);
    return { ok: true };
  });
}

export async function removePicture(
  db: Database,
  storage: FileStorage,
  act: Act,
  postId: string,
  fileId: string,
): Promise<void> {
  const removed = await db.transaction().execute(async (tx) => {
    const post = await lockPost(tx, act, postId);
    if (!post?.pictures.some((picture) => picture.fileId === fileId)) return null;
    await tx
      .deleteFrom('realisation_picture')
      .where('organisation_id', '=', act.organisationId)
      .where('file_id', '=', fileId)
      .execute();
    return deleteFile(tx, act.organisationId, fileId);
  });
  if (removed) await removeBytes(storage, removed.storageKey);
}

async function lockPost(tx: Tx, { organisationId }: Act, id: string): Promise<Post | null> {
  await tx
    .selectFrom('realisation_post')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return findPost(tx, organisationId, id);
}
