import type { FileStorage } from '@flystorage/file-storage';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { KeptFile } from '../../platform/files/file.store.ts';
import {
  type CleanUpload,
  deleteFile,
  keepFile,
  listFiles,
  publishFiles,
  removeBytes,
} from '../../platform/files/index.ts';
import { lockFund } from './fund.store.ts';
import { MOST_DOCUMENTS } from './fund.ts';
import { type FundAct, tellFund } from './fund-writing.store.ts';

/** A document that the fund comes from (R30): everybody may open it. */
export interface FundDocument {
  title: string;
  file: KeptFile;
}

/** In the order in which they were added. */
export async function listDocuments(
  db: Db,
  organisationId: string,
  fundId: string,
): Promise<FundDocument[]> {
  const rows = await db
    .selectFrom('fund_document')
    .select(['file_id', 'title'])
    .where('organisation_id', '=', organisationId)
    .where('fund_id', '=', fundId)
    .orderBy('position')
    .execute();
  const ids = rows.map((row) => row.file_id);
  const files = new Map(
    (await listFiles(db, organisationId, ids)).map((file) => [file.fileId, file]),
  );
  return rows.flatMap(({ file_id, title }) => {
    const file = files.get(file_id);
    return file ? [{ title, file }] : [];
  });
}

/** Keeps and publishes a clean upload. The fund's row is the lock. */
export async function addDocument(
  db: Db,
  storage: FileStorage,
  act: FundAct,
  fundId: string,
  { upload, title }: { upload: CleanUpload; title: string },
): Promise<{ ok: true } | { ok: false; refusal: 'too-many-files' }> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    const fund = (await lockFund(tx, organisationId, fundId))!;
    const rows = await tx
      .selectFrom('fund_document')
      .select('position')
      .where('organisation_id', '=', organisationId)
      .where('fund_id', '=', fundId)
      .execute();
    if (rows.length >= MOST_DOCUMENTS) return { ok: false, refusal: 'too-many-files' };
    const { fileId } = await keepFile(tx, storage, organisationId, upload, {
      alt: '',
      uploadedBy: by,
    });
    await publishFiles(tx, organisationId, [fileId], by);
    await tx
      .insertInto('fund_document')
      .values({
        organisation_id: organisationId,
        fund_id: fundId,
        file_id: fileId,
        title,
        position: Math.max(0, ...rows.map((row) => row.position)) + 1,
      })
      .execute();
    await tellFund(tx, act, 'fund.changed', fund, { document: title });
    return { ok: true };
  });
}

/** false: it was not there. `fileId`: a uuid. */
export async function removeDocument(
  db: Db,
  storage: FileStorage,
  act: FundAct,
  fundId: string,
  fileId: string,
): Promise<boolean> {
  const { organisationId } = act;
  const removed = await inTransaction(db, async (tx) => {
    const fund = (await lockFund(tx, organisationId, fundId))!;
    const row = await tx
      .deleteFrom('fund_document')
      .where('organisation_id', '=', organisationId)
      .where('fund_id', '=', fundId)
      .where('file_id', '=', fileId)
      .returning(['file_id', 'title'])
      .executeTakeFirst();
    if (!row) return null;
    await tellFund(tx, act, 'fund.changed', fund, { withoutDocument: row.title });
    return { file: await deleteFile(tx, organisationId, row.file_id) };
  });
  if (removed?.file) await removeBytes(storage, removed.file.storageKey);
  return removed !== null;
}
