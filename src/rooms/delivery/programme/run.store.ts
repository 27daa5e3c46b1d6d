import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { openFileRows } from '../../../platform/text/file-rows.store.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Table } from '../../ideas/index.ts';
import type { ProgrammeMapping } from './mapping.ts';
import type { ProgrammeRun, RunStage } from './programme.ts';

export interface NewRun {
  organisationId: string;
  /** null: the command line. */
  by: string | null;
  fileName: string;
  /** Of the file's bytes. */
  sha256: string;
  table: Table;
}

/** The lines of files that are looked at, or imported. */
export const programmeRows = openFileRows('programme_import_row');

/** Seconds that lines wait for their columns to be named. */
const WAITING = 24 * 3600;

/** Keeps the lines of a file; its columns are named next. */
export async function insertRun(db: Db, given: NewRun): Promise<string> {
  const { organisationId, table } = given;
  return inTransaction(db, async (tx) => {
    const id = randomUUID();
    await tx
      .insertInto('programme_import')
      .values({
        organisation_id: organisationId,
        id,
        file_name: given.fileName.slice(0, 200),
        sha256: given.sha256,
        columns: table.columns,
        rows: table.rows.length,
        uploaded_by: given.by,
      })
      .execute();
    await programmeRows.keep(tx, { organisationId, id }, table.rows);
    const runAt = new Date(Date.now() + WAITING * 1000);
    await queueJob(tx, 'forget-programme-upload', { organisationId, id }, { runAt });
    return id;
  });
}

export const runs = (db: Db, organisationId: string) =>
  db.selectFrom('programme_import').selectAll().where('organisation_id', '=', organisationId);

export async function findRun(
  db: Db,
  organisationId: string,
  id: string,
): Promise<ProgrammeRun | null> {
  if (!isUuid(id)) return null;
  const row = await runs(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? asRun(row) : null;
}

/** The one that goes on now, or would if its process had not been killed. */
export async function findRunUnderWay(
  db: Db,
  organisationId: string,
): Promise<ProgrammeRun | null> {
  const row = await runs(db, organisationId)
    .where('stage', 'in', ['waiting', 'importing'])
    .executeTakeFirst();
  return row ? asRun(row) : null;
}

/** The latest ones, the newest first. */
export async function listRuns(db: Db, organisationId: string): Promise<ProgrammeRun[]> {
  const rows = await runs(db, organisationId)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id')
    .limit(20)
    .execute();
  return rows.map(asRun);
}

export type RunId = Pick<ProgrammeRun, 'organisationId' | 'id'>;

/** How the columns are read, as long as nothing is imported. */
export async function saveMapping(db: Db, run: RunId, mapping: ProgrammeMapping): Promise<boolean> {
  const saved = await db
    .updateTable('programme_import')
    .set({ mapping: JSON.stringify(mapping) })
    .where('organisation_id', '=', run.organisationId)
    .where('id', '=', run.id)
    .where('stage', '=', 'uploaded')
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/**
 * Begins an import whose columns are named; one at a time in an organisation, the constraint holds it. `queued`: by a
 * job of the server; otherwise the caller carries it out.
 */
export async function startRun(
  db: Db,
  { organisationId, id }: RunId,
  by: string | null,
  { queued = true } = {},
): Promise<{ ok: true } | { ok: false; refusal: 'import-under-way' }> {
  try {
    return await inTransaction(db, async (tx) => {
      const started = await tx
        .updateTable('programme_import')
        .set({ stage: 'waiting', uploaded_by: by })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .where('stage', '=', 'uploaded')
        .where('mapping', 'is not', null)
        .returning(['file_name', 'rows'])
        .executeTakeFirst();
      // sent twice: it is under way already
      if (!started) return { ok: true } as const;
      if (queued) await queueJob(tx, 'import-programme', { organisationId, id });
      await recordFact(tx, {
        organisationId,
        kind: 'programme-import.started',
        actorId: by,
        subject: { kind: 'programme-import', id },
        detail: { title: started.file_name, rows: started.rows },
      });
      return { ok: true } as const;
    });
  } catch (error) {
    if (violatedConstraint(error) === 'programme_import_one_at_a_time')
      return { ok: false, refusal: 'import-under-way' };
    throw error;
  }
}

/** Ends an import: its lines are deleted, what it wrote stays. null: it had ended. */
export async function endRun(
  db: Db,
  { organisationId, id }: RunId,
  stage: 'done' | 'stopped',
  by: string | null,
): Promise<ProgrammeRun | null> {
  return inTransaction(db, async (tx) => {
    const before = await runs(tx, organisationId)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!before) return null;
    const row = await tx
      .updateTable('programme_import')
      .set({ stage, ended_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await programmeRows.forget(tx, { organisationId, id });
    // a file that was only looked at changed nothing
    if (before.stage !== 'uploaded')
      await recordFact(tx, {
        organisationId,
        kind: stage === 'done' ? 'programme-import.finished' : 'programme-import.stopped',
        actorId: by ?? row.uploaded_by,
        subject: { kind: 'programme-import', id },
        detail: {
          title: row.file_name,
          added: row.added,
          changed: row.changed,
          same: row.same,
          refused: row.refused,
        },
      });
    return asRun(row);
  });
}

/** A file whose columns nobody named in a day. */
export async function forgetUpload(db: Db, run: RunId): Promise<void> {
  await inTransaction(db, async (tx) => {
    const waits = await runs(tx, run.organisationId)
      .where('id', '=', run.id)
      .where('stage', '=', 'uploaded')
      .forUpdate()
      .executeTakeFirst();
    if (waits) await endRun(tx, run, 'stopped', null);
  });
}

export function asRun(
  row: Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirstOrThrow']>>,
): ProgrammeRun {
  return {
    organisationId: row.organisation_id,
    id: row.id,
    fileName: row.file_name,
    sha256: row.sha256,
    columns: row.columns,
    rows: row.rows,
    mapping: row.mapping as unknown as ProgrammeMapping | null,
    stage: row.stage as RunStage,
    lastRow: row.last_row,
    added: row.added,
    changed: row.changed,
    same: row.same,
    refused: row.refused,
    odd: row.odd,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at,
    endedAt: row.ended_at,
  };
}
