import { type Db, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { asImport, type ImportRun, imports, type RegisterImport } from './import.store.ts';
import { holdRegister } from './register.store.ts';
import type { Mapping } from './register.ts';

/** Begins an import whose columns are named: a job does it. One at a time for an edition. */
export async function startImport(
  db: Db,
  run: RegisterImport,
  mapping: Mapping,
): Promise<{ ok: true } | { ok: false; refusal: 'import-under-way' }> {
  const { organisationId, id } = run;
  try {
    return await inTransaction(db, async (tx) => {
      await holdRegister(tx, run);
      const started = await tx
        .updateTable('register_import')
        .set({ mapping: JSON.stringify(mapping), stage: 'waiting' })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .where('stage', '=', 'uploaded')
        .executeTakeFirst();
      // sent twice: it is under way already
      if (started.numUpdatedRows === 1n)
        await queueJob(tx, 'import-register', { organisationId, id });
      return { ok: true } as const;
    });
  } catch (error) {
    if (violatedConstraint(error) === 'register_import_one_at_a_time')
      return { ok: false, refusal: 'import-under-way' };
    throw error;
  }
}

/** Takes up a run, from its beginning or where it was left; null: it has ended, or was never started. */
export async function takeUpImport(db: Db, run: ImportRun): Promise<RegisterImport | null> {
  const row = await db
    .updateTable('register_import')
    .set({ stage: 'importing' })
    .where('organisation_id', '=', run.organisationId)
    .where('id', '=', run.id)
    .where('stage', 'in', ['waiting', 'importing'])
    .returningAll()
    .executeTakeFirst();
  return row ? asImport(row) : null;
}

/** What a batch of lines came to. */
export interface BatchCounts {
  lastLine: number;
  added: number;
  refused: number;
  alreadyThere: number;
}

/** Notes a batch that follows `after`. `false`: the import was stopped, or somebody else has written this batch. */
export async function noteBatch(
  tx: Tx,
  run: ImportRun,
  after: number,
  counts: BatchCounts,
): Promise<boolean> {
  const noted = await tx
    .updateTable('register_import')
    .set((eb) => ({
      last_line: counts.lastLine,
      added: eb('added', '+', counts.added),
      refused: eb('refused', '+', counts.refused),
      already_there: eb('already_there', '+', counts.alreadyThere),
    }))
    .where('organisation_id', '=', run.organisationId)
    .where('id', '=', run.id)
    .where('stage', '=', 'importing')
    .where('last_line', '=', after)
    .executeTakeFirst();
  return noted.numUpdatedRows === 1n;
}

/** Ends an import and has its file deleted; null: it had ended. What it added stays. */
export async function endImport(
  db: Db,
  run: ImportRun,
  stage: 'done' | 'stopped' | 'failed',
  by: string | null,
): Promise<RegisterImport | null> {
  return inTransaction(db, async (tx) => {
    const before = await imports(tx, run.organisationId)
      .where('id', '=', run.id)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!before) return null;
    const row = await tx
      .updateTable('register_import')
      .set((eb) => ({ stage, storage_key: null, ended_at: eb.fn<Date>('palabre_now') }))
      .where('organisation_id', '=', run.organisationId)
      .where('id', '=', run.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await queueJob(tx, 'delete-register-file', { key: before.storage_key });
    // a file that was only looked at changed nothing
    if (before.stage === 'uploaded') return asImport(row);
    await recordFact(tx, {
      organisationId: run.organisationId,
      kind: stage === 'done' ? 'register.imported' : 'register.import-stopped',
      // nobody stops an import whose file was lost
      actorId: stage === 'done' ? row.uploaded_by : by,
      subject: { kind: 'edition', id: row.edition_id },
      detail: {
        editionId: row.edition_id,
        added: row.added,
        refused: row.refused,
        alreadyThere: row.already_there,
      },
    });
    return asImport(row);
  });
}

/** A file whose columns nobody named in a day. */
export async function forgetUpload(db: Db, run: ImportRun): Promise<void> {
  await inTransaction(db, async (tx) => {
    const waits = await imports(tx, run.organisationId)
      .where('id', '=', run.id)
      .where('stage', '=', 'uploaded')
      .forUpdate()
      .executeTakeFirst();
    if (waits) await endImport(tx, run, 'stopped', null);
  });
}
