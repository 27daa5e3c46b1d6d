import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Act } from '../../spaces/index.ts';
import { holdRegister, type RegisterOf } from './register.store.ts';
import type { FileShape, ImportStage, Mapping, RefusedRow } from './register.ts';

/** An import of a file into the register of an edition. */
export interface RegisterImport {
  organisationId: string;
  editionId: string;
  id: string;
  fileName: string;
  /** Null once the file is deleted. */
  storageKey: string | null;
  shape: FileShape;
  mapping: Mapping;
  stage: ImportStage;
  /** Ends of lines in the file: about as many rows. */
  lines: number;
  lastLine: number;
  added: number;
  refused: number;
  alreadyThere: number;
  uploadedAt: Date;
  endedAt: Date | null;
}

export interface ImportRun {
  organisationId: string;
  id: string;
}

/** Seconds that a file waits for its columns to be named. */
const WAITING = 24 * 3600;

export interface UploadedFile {
  id: string;
  fileName: string;
  storageKey: string;
  bytes: number;
  lines: number;
  shape: FileShape;
}

/** Notes a file that lies in the storage; its columns are named next. */
export async function insertImport(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  file: UploadedFile,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await holdRegister(tx, { organisationId, editionId });
    await tx
      .insertInto('register_import')
      .values({
        organisation_id: organisationId,
        id: file.id,
        edition_id: editionId,
        file_name: file.fileName,
        storage_key: file.storageKey,
        bytes: file.bytes,
        lines: file.lines,
        encoding: file.shape.encoding,
        separator: file.shape.separator,
        headed: file.shape.headed,
        columns: [...file.shape.columns],
        uploaded_by: by,
      })
      .execute();
    const runAt = new Date(Date.now() + WAITING * 1000);
    await queueJob(tx, 'forget-register-upload', { organisationId, id: file.id }, { runAt });
  });
}

export async function findImport(
  db: Db,
  { organisationId, editionId }: RegisterOf,
  id: string,
): Promise<RegisterImport | null> {
  if (!isUuid(id)) return null;
  const row = await imports(db, organisationId)
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? asImport(row) : null;
}

/** The latest ones, the newest first; files that wait to be started are left out once another began. */
export async function listImports(db: Db, of: RegisterOf): Promise<RegisterImport[]> {
  const rows = await imports(db, of.organisationId)
    .where('edition_id', '=', of.editionId)
    .orderBy('uploaded_at', 'desc')
    .limit(20)
    .execute();
  return rows.map(asImport);
}

/** Refused lines in the order of the file, those after a line. */
export async function listRefusals(
  db: Db,
  { organisationId, id }: ImportRun,
  after: number,
  limit: number,
): Promise<RefusedRow[]> {
  const rows = await db
    .selectFrom('register_refusal')
    .select(['line', 'refusal', 'value'])
    .where('organisation_id', '=', organisationId)
    .where('import_id', '=', id)
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, refusal: row.refusal as RefusedRow['refusal'] }));
}

export function imports(db: Db, organisationId: string) {
  return db.selectFrom('register_import').selectAll().where('organisation_id', '=', organisationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>;

export function asImport(row: Row): RegisterImport {
  return {
    organisationId: row.organisation_id,
    editionId: row.edition_id,
    id: row.id,
    fileName: row.file_name,
    storageKey: row.storage_key,
    shape: {
      encoding: row.encoding as FileShape['encoding'],
      separator: row.separator as FileShape['separator'],
      headed: row.headed,
      columns: row.columns,
    },
    mapping: row.mapping as Mapping,
    stage: row.stage as ImportStage,
    lines: row.lines,
    lastLine: row.last_line,
    added: row.added,
    refused: row.refused,
    alreadyThere: row.already_there,
    uploadedAt: row.uploaded_at,
    endedAt: row.ended_at,
  };
}
