import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../platform/database/database.ts';
import {
  type CleanUpload,
  deleteFile,
  keepFile,
  type openStorage,
} from '../../platform/files/index.ts';
import type { Block } from '../../platform/files/reading/index.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { findFiles } from './document.store.ts';
import type { VersionFile } from './document.ts';
import { readable } from './document-rows.store.ts';

interface Key {
  organisationId: string;
  documentId: string;
  number: number;
}

/** Asks that a file be read, in the transaction that brings it. */
export async function queueReading(tx: Tx, key: Key): Promise<void> {
  await queueJob(tx, 'read-document', { ...key });
}

/** The file of a version that waits to be read; null: it is read already, or gone. */
export async function findUnread(db: Db, key: Key): Promise<VersionFile | null> {
  const row = await db
    .selectFrom('document_version')
    .select('file_id')
    .where('organisation_id', '=', key.organisationId)
    .where('document_id', '=', key.documentId)
    .where('number', '=', key.number)
    .where('reading', '=', 'waiting')
    .executeTakeFirst();
  const files = await findFiles(db, key.organisationId, row?.file_id ? [row.file_id] : []);
  return (row?.file_id && files.get(row.file_id)) || null;
}

export interface ReadOut {
  text: string;
  blocks: readonly Block[];
  /** Of a PDF. */
  pages: number | null;
}

/** Keeps what was read out of a file, and its first pages as pictures; null: nothing can be read in it. */
export async function keepReading(
  db: Database,
  storage: ReturnType<typeof openStorage>,
  key: Key,
  read: ReadOut | null,
  pictures: readonly CleanUpload[],
): Promise<void> {
  const { organisationId, documentId, number } = key;
  await db.transaction().execute(async (tx) => {
    // in the order in which whoever withdraws it holds them
    await sql`select 1 from document where organisation_id = ${organisationId} and id = ${documentId}
      for update`.execute(tx);
    const { rows } = await sql<{ text: string }>`update document_version set
        reading = ${read ? 'read' : 'unreadable'}, pages = ${read?.pages ?? null}::int,
        read_text = left(concat_ws(E'\n', nullif(text, ''), ${read?.text ?? null}::text), 200000),
        read_blocks = ${read ? JSON.stringify(read.blocks) : null}::jsonb
      where organisation_id = ${organisationId} and document_id = ${documentId} and number = ${number}
        and reading = 'waiting'
      returning read_text as text`.execute(tx);
    // withdrawn meanwhile, or read already
    if (!rows[0]) return;
    await sql`update document set read_text = ${readable(rows[0].text)}
      where organisation_id = ${organisationId} and id = ${documentId} and latest = ${number}`.execute(
      tx,
    );
    for (const [at, picture] of pictures.entries()) {
      const { fileId } = await keepFile(tx, storage, organisationId, picture, {
        alt: '',
        uploadedBy: null,
      });
      await tx
        .insertInto('document_page')
        .values({
          organisation_id: organisationId,
          document_id: documentId,
          number,
          page: at + 1,
          file_id: fileId,
        })
        .execute();
    }
  });
}

export interface PagePicture {
  page: number;
  file: VersionFile;
}

/** Pages of a version that are shown as pictures, in order. */
export async function listPages(
  db: Db,
  organisationId: string,
  documentId: string,
  number: number,
): Promise<PagePicture[]> {
  const rows = await db
    .selectFrom('document_page')
    .select(['page', 'file_id'])
    .where('organisation_id', '=', organisationId)
    .where('document_id', '=', documentId)
    .where('number', '=', number)
    .orderBy('page')
    .execute();
  const files = await findFiles(
    db,
    organisationId,
    rows.map(({ file_id }) => file_id),
  );
  return rows.flatMap(({ page, file_id }) => {
    const file = files.get(file_id);
    return file ? [{ page, file }] : [];
  });
}

/** What was read out of the file of a version, block by block. */
export async function findBlocks(
  db: Db,
  organisationId: string,
  documentId: string,
  number: number,
): Promise<Block[]> {
  const row = await db
    .selectFrom('document_version')
    .select('read_blocks')
    .where('organisation_id', '=', organisationId)
    .where('document_id', '=', documentId)
    .where('number', '=', number)
    .executeTakeFirst();
  return (row?.read_blocks ?? []) as unknown as Block[];
}

/** Takes the pictures of the pages of a document away. Gives where their bytes lie. */
export async function deletePages(
  tx: Tx,
  organisationId: string,
  documentId: string,
): Promise<string[]> {
  const rows = await tx
    .deleteFrom('document_page')
    .where('organisation_id', '=', organisationId)
    .where('document_id', '=', documentId)
    .returning('file_id')
    .execute();
  const keys: string[] = [];
  for (const { file_id } of rows) {
    const deleted = await deleteFile(tx, organisationId, file_id);
    if (deleted) keys.push(deleted.storageKey);
  }
  return keys;
}
