import type { FileStorage } from '@flystorage/file-storage';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import {
  type CleanUpload,
  deleteFile,
  keepFile,
  listFiles,
  publishFiles,
  removeBytes,
} from '../../../platform/files/index.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';
import { listPlaced, MOST_PICTURES, type PagePicture, UNPLACED_DAYS } from './picture.ts';

/** In the order in which they were given. */
export async function listPictures(
  db: Db,
  organisationId: string,
  pageId: string,
): Promise<PagePicture[]> {
  const { rows } = await sql<Pick<PagePicture, 'number' | 'fileId' | 'altEn'>>`
    select number, file_id as "fileId", alt_en as "altEn" from editorial_picture
    where organisation_id = ${organisationId} and page_id = ${pageId} order by number`.execute(db);
  const files = await listFiles(
    db,
    organisationId,
    rows.map(({ fileId }) => fileId),
  );
  const byId = new Map(files.map((file) => [file.fileId, file]));
  return rows.map((row) => {
    const { mediaType, width, height, alt } = byId.get(row.fileId)!;
    return { ...row, mediaType, width: width ?? 1, height: height ?? 1, alt };
  });
}

/** The page that a file is a picture of. */
export async function findPageOfPicture(
  db: Db,
  organisationId: string,
  fileId: string,
): Promise<{ componentId: string | null; publishedAt: Date | null } | null> {
  const { rows } = await sql<{ componentId: string | null; publishedAt: Date | null }>`
    select e.component_id as "componentId", e.published_at as "publishedAt"
    from editorial_picture p
    join editorial_page e on e.organisation_id = p.organisation_id and e.id = p.page_id
    where p.organisation_id = ${organisationId} and p.file_id = ${fileId}`.execute(db);
  return rows[0] ?? null;
}

/** Whoever sees the page sees it: its address alone opens nothing. The page is the lock of how many there are. */
export async function addPicture(
  db: Db,
  storage: FileStorage,
  act: Act,
  page: { id: string; title: string },
  upload: CleanUpload,
  { alt, altEn }: Pick<PagePicture, 'alt' | 'altEn'>,
): Promise<{ ok: true; number: number } | { ok: false; refusal: 'too-many' }> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    await lockPage(tx, organisationId, page.id);
    const there = await listPictures(tx, organisationId, page.id);
    if (there.length >= MOST_PICTURES) return { ok: false, refusal: 'too-many' };
    const { fileId } = await keepFile(tx, storage, organisationId, upload, { alt, uploadedBy: by });
    await publishFiles(tx, organisationId, [fileId], by);
    const { rows } = await sql<{ number: number }>`
      with given as (
        update editorial_page set last_picture = last_picture + 1
        where organisation_id = ${organisationId} and id = ${page.id} returning last_picture)
      insert into editorial_picture (organisation_id, page_id, number, file_id, alt_en)
      select ${organisationId}, ${page.id}, last_picture, ${fileId}, ${altEn} from given
      returning number`.execute(tx);
    const { number } = rows[0]!;
    await tell(tx, act, 'page.picture-added', page, number);
    await forgetUnlessPlaced(tx, { organisationId, pageId: page.id, number });
    return { ok: true, number };
  });
}

/** Takes one away; one that the text places stays. */
export async function removePicture(
  db: Db,
  storage: FileStorage,
  act: Act,
  page: { id: string; title: string },
  number: number,
): Promise<{ ok: true } | { ok: false; refusal: 'placed' }> {
  const removed = await inTransaction(db, async (tx) => {
    await lockPage(tx, act.organisationId, page.id);
    if (await isPlaced(tx, act.organisationId, page.id, number)) return 'placed';
    const file = await takeAway(tx, act.organisationId, page.id, number);
    if (file) await tell(tx, act, 'page.picture-removed', page, number);
    return file;
  });
  if (removed === 'placed') return { ok: false, refusal: 'placed' };
  if (removed) await removeBytes(storage, removed.storageKey);
  return { ok: true };
}

type Unplaced = { organisationId: string; pageId: string; number: number };

/** A picture that no text places is looked at again when its days are over. */
export const forgetUnlessPlaced = (db: Db, picture: Unplaced) =>
  queueJob(db, 'forget-unplaced-picture', picture, {
    runAt: new Date(Date.now() + UNPLACED_DAYS * 86_400_000),
  });

/** Placed by the newest version, or by what somebody is still writing, it stays. */
export async function forgetUnplaced(
  db: Db,
  storage: FileStorage,
  { organisationId, pageId, number }: Unplaced,
): Promise<void> {
  const removed = await inTransaction(db, async (tx) => {
    await lockPage(tx, organisationId, pageId);
    if (await isPlaced(tx, organisationId, pageId, number)) return null;
    return takeAway(tx, organisationId, pageId, number);
  });
  if (removed) await removeBytes(storage, removed.storageKey);
}

async function isPlaced(
  tx: Tx,
  organisationId: string,
  pageId: string,
  number: number,
): Promise<boolean> {
  const { rows } = await sql<{ body: string; bodyEn: string }>`
    select v.body, v.body_en as "bodyEn" from editorial_page p join editorial_version v
      on v.organisation_id = p.organisation_id and v.page_id = p.id and v.number = p.version
    where p.organisation_id = ${organisationId} and p.id = ${pageId}
    union all
    select coalesce(texts ->> 'texte', ''), coalesce(texts ->> 'texte-en', '') from editorial_draft
    where organisation_id = ${organisationId} and page_id = ${pageId}`.execute(tx);
  return rows.some((texts) => listPlaced(texts).has(number));
}

async function takeAway(tx: Tx, organisationId: string, pageId: string, number: number) {
  const { rows } = await sql<{ id: string }>`delete from editorial_picture
    where organisation_id = ${organisationId} and page_id = ${pageId} and number = ${number}
    returning file_id as id`.execute(tx);
  return rows[0] ? deleteFile(tx, organisationId, rows[0].id) : null;
}

const lockPage = (tx: Tx, organisationId: string, id: string) =>
  sql`select from editorial_page where organisation_id = ${organisationId} and id = ${id} for update`.execute(
    tx,
  );

const tell = (
  tx: Tx,
  { organisationId, by }: Act,
  kind: 'page.picture-added' | 'page.picture-removed',
  { id, title }: { id: string; title: string },
  number: number,
): Promise<void> =>
  recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'page', id },
    detail: { title, number },
  });
