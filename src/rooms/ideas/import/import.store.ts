import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { tidyFileName } from '../../../platform/files/upload.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { openFileRows } from '../../../platform/text/file-rows.store.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { IdeaImport, ImportStage, Mapping, Oddity } from './import.ts';
import type { Table } from './table-file.store.ts';

export interface ImportOf {
  organisationId: string;
  editionId: string;
}

/** The lines of files that are looked at, or imported. */
export const ideaRows = openFileRows('idea_import_row');

/** Seconds that lines wait for their columns to be named. */
const WAITING = 24 * 3600;

/** Keeps the lines of a file; its columns are named next. */
export async function insertImport(
  db: Db,
  { organisationId, editionId }: ImportOf,
  by: string,
  fileName: string,
  table: Table,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const id = randomUUID();
    await tx
      .insertInto('idea_import')
      .values({
        organisation_id: organisationId,
        id,
        edition_id: editionId,
        file_name: tidyFileName(fileName, table.kind),
        kind: table.kind,
        encoding: table.encoding,
        separator: table.separator,
        sheet: table.sheet.slice(0, 100),
        columns: table.columns,
        rows: table.rows.length,
        uploaded_by: by,
      })
      .execute();
    await ideaRows.keep(tx, { organisationId, id }, table.rows);
    const runAt = new Date(Date.now() + WAITING * 1000);
    await queueJob(tx, 'forget-idea-upload', { organisationId, id }, { runAt });
    return id;
  });
}

export function imports(db: Db, organisationId: string) {
  return db.selectFrom('idea_import').selectAll().where('organisation_id', '=', organisationId);
}

export async function findImport(
  db: Db,
  { organisationId, editionId }: ImportOf,
  id: string,
): Promise<IdeaImport | null> {
  if (!isUuid(id)) return null;
  const row = await imports(db, organisationId)
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? asImport(row) : null;
}

/** The latest ones, the newest first. */
export async function listImports(
  db: Db,
  { organisationId, editionId }: ImportOf,
): Promise<IdeaImport[]> {
  const rows = await imports(db, organisationId)
    .where('edition_id', '=', editionId)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id')
    .limit(20)
    .execute();
  return rows.map(asImport);
}

/** How the columns are read, as long as nothing is imported. */
export async function saveMapping(
  db: Db,
  run: Pick<IdeaImport, 'organisationId' | 'id'>,
  mapping: Mapping,
): Promise<boolean> {
  const saved = await db
    .updateTable('idea_import')
    .set({ mapping: JSON.stringify(mapping) })
    .where('organisation_id', '=', run.organisationId)
    .where('id', '=', run.id)
    .where('stage', '=', 'uploaded')
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/**
 * Begins an import whose columns are named, once the office has said that it answers for the consent of the holders.
 * One at a time for an edition: the constraint holds it.
 */
export async function startImport(
  db: Db,
  { organisationId, id, editionId }: Pick<IdeaImport, 'organisationId' | 'id' | 'editionId'>,
  by: string,
): Promise<{ ok: true } | { ok: false; refusal: 'import-under-way' }> {
  try {
    return await inTransaction(db, async (tx) => {
      const started = await tx
        .updateTable('idea_import')
        .set({ stage: 'waiting', consent_at: sql<Date>`palabre_now()`, uploaded_by: by })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .where('stage', '=', 'uploaded')
        .where('mapping', 'is not', null)
        .returning(['file_name', 'rows'])
        .executeTakeFirst();
      // sent twice: it is under way already
      if (!started) return { ok: true } as const;
      await queueJob(tx, 'import-ideas', { organisationId, id });
      await recordFact(tx, {
        organisationId,
        kind: 'idea-import.started',
        actorId: by,
        subject: { kind: 'idea-import', id },
        detail: { editionId, title: started.file_name, rows: started.rows },
      });
      return { ok: true } as const;
    });
  } catch (error) {
    if (violatedConstraint(error) === 'idea_import_one_at_a_time')
      return { ok: false, refusal: 'import-under-way' };
    throw error;
  }
}

/** Ends an import: its lines are deleted, what it added stays. null: it had ended. */
export async function endImport(
  db: Db,
  { organisationId, id }: { organisationId: string; id: string },
  stage: 'done' | 'stopped',
  by: string | null,
): Promise<IdeaImport | null> {
  return inTransaction(db, async (tx) => {
    const before = await imports(tx, organisationId)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!before) return null;
    const row = await tx
      .updateTable('idea_import')
      .set({ stage, ended_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await ideaRows.forget(tx, { organisationId, id });
    // a file that was only looked at changed nothing
    if (before.stage === 'uploaded') return asImport(row);
    await recordFact(tx, {
      organisationId,
      kind: stage === 'done' ? 'idea-import.finished' : 'idea-import.stopped',
      actorId: by ?? row.uploaded_by,
      subject: { kind: 'idea-import', id },
      detail: {
        editionId: row.edition_id,
        title: row.file_name,
        added: row.added,
        odd: row.odd,
        known: row.known,
      },
    });
    return asImport(row);
  });
}

/** A file whose columns nobody named in a day. */
export async function forgetUpload(db: Db, run: { organisationId: string; id: string }) {
  await inTransaction(db, async (tx) => {
    const waits = await imports(tx, run.organisationId)
      .where('id', '=', run.id)
      .where('stage', '=', 'uploaded')
      .forUpdate()
      .executeTakeFirst();
    if (waits) await endImport(tx, run, 'stopped', null);
  });
}

/** Odd cells in the order of the file, those after a place in it. */
export async function listOddities(
  db: Db,
  { organisationId, id }: Pick<IdeaImport, 'organisationId' | 'id'>,
  after: { row: number; field: string } | null,
  limit: number,
): Promise<Oddity[]> {
  let query = db
    .selectFrom('idea_import_oddity')
    .select(['row', 'field', 'column_name', 'value', 'reason'])
    .where('organisation_id', '=', organisationId)
    .where('import_id', '=', id)
    .orderBy('row')
    .orderBy('field')
    .limit(limit);
  if (after) query = query.where(sql<boolean>`(row, field) > (${after.row}, ${after.field})`);
  return (await query.execute()).map(({ column_name, ...row }) => ({
    ...row,
    columnName: column_name,
  })) as Oddity[];
}

export function asImport(
  row: Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>,
): IdeaImport {
  return {
    organisationId: row.organisation_id,
    editionId: row.edition_id,
    id: row.id,
    fileName: row.file_name,
    kind: row.kind as IdeaImport['kind'],
    encoding: row.encoding,
    separator: row.separator,
    sheet: row.sheet,
    columns: row.columns,
    rows: row.rows,
    mapping: row.mapping as unknown as Mapping | null,
    stage: row.stage as ImportStage,
    lastRow: row.last_row,
    added: row.added,
    odd: row.odd,
    known: row.known,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at,
    endedAt: row.ended_at,
    undoneAt: row.undone_at,
  };
}
