import type { FileStorage } from '@flystorage/file-storage';
import { type Database, type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { type DonationAct, refuseKnown } from './donation.store.ts';
import type { DonationRun, RunRefusal } from './donation-file.ts';
import { examineFile, type FindHolders, importWithin, type SentFile } from './import.store.ts';
import { findSentFile, forgetSentFile } from './upload.store.ts';

export interface RunId {
  organisationId: string;
  /** Of the file that was looked at. */
  id: string;
}

/** Asks a job to import a file that may be imported as it was examined. Asked again, the first goes on. */
export async function startRun(
  db: Db,
  { organisationId, by }: DonationAct,
  id: string,
  { fileName, lines }: Pick<SentFile, 'fileName'> & { lines: number },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const started = await tx
      .insertInto('donation_run')
      .values({ organisation_id: organisationId, id, file_name: fileName, lines, asked_by: by })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (started) await queueRun(tx, { organisationId, id });
  });
}

const queueRun = (db: Db, { organisationId, id }: RunId) =>
  queueJob(db, 'import-donations', { organisationId, id }, { key: `import-donations:${id}` });

/**
 * At each start: an import whose process was killed is taken up at once. The queue alone would keep it for hours for the
 * worker that is gone; where that one lives after all, the second waits for it and has nothing to do.
 */
export async function queueDonationRuns(db: Db): Promise<void> {
  const rows = await db
    .selectFrom('donation_run')
    .select(['organisation_id', 'id'])
    .where('ended_at', 'is', null)
    .execute();
  for (const row of rows) await queueRun(db, { organisationId: row.organisation_id, id: row.id });
}

/**
 * Imports the file of a run and says so in the same transaction: killed in the middle, nothing of it is there and the run
 * goes on to be carried out. Run twice at once, one waits for the other.
 */
export async function carryOutRun(
  db: Database,
  storage: FileStorage,
  run: RunId,
  findHolders: FindHolders,
): Promise<void> {
  const { organisationId, id } = run;
  const file = await findSentFile(storage, organisationId, id);
  const examined = file && (await examineFile(db, organisationId, findHolders, file));
  const done = await refuseKnown(() =>
    inTransaction(db, async (tx): Promise<Ending | null> => {
      const by = await holdRun(tx, run);
      if (by === null) return null;
      if (!file || !examined) return { ok: false, refusal: 'file-gone' };
      const imported = await importWithin(tx, { organisationId, by }, file, examined);
      if (imported.ok) await endRun(tx, run, imported);
      return imported;
    }),
  );
  // apart: a refusal by a constraint took its transaction with it
  if (done && !done.ok) await endRun(db, run, done);
  if (file) await forgetSentFile(storage, organisationId, id);
}

type Ending = { ok: true; id: string } | { ok: false; refusal: RunRefusal };

/** Who asked for a run that goes on, held until the transaction ends; null: it has ended. */
async function holdRun(tx: Tx, { organisationId, id }: RunId): Promise<string | null> {
  const row = await tx
    .selectFrom('donation_run')
    .select('asked_by')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row?.asked_by ?? null;
}

async function endRun(db: Db, { organisationId, id }: RunId, ending: Ending): Promise<void> {
  await db
    .updateTable('donation_run')
    .set({
      ended_at: await readNow(db),
      ...(ending.ok ? { import_id: ending.id } : { refusal: ending.refusal }),
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** A file that nobody imported in a day; one that is about to be goes with its import. */
export async function forgetUpload(db: Db, storage: FileStorage, run: RunId): Promise<void> {
  const found = await findRun(db, run.organisationId, run.id);
  if (!found || found.endedAt) await forgetSentFile(storage, run.organisationId, run.id);
}

const runs = (db: Db, organisationId: string) =>
  db
    .selectFrom('donation_run as r')
    .leftJoin('donation_import as i', (join) =>
      join.onRef('i.organisation_id', '=', 'r.organisation_id').onRef('i.id', '=', 'r.import_id'),
    )
    .select(['r.id', 'r.file_name', 'r.lines', 'r.asked_by', 'r.asked_at', 'r.ended_at'])
    .select(['r.refusal', 'i.amount'])
    .where('r.organisation_id', '=', organisationId);

type RunRow = Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirstOrThrow']>>;

const asRun = (row: RunRow): DonationRun => ({
  id: row.id,
  fileName: row.file_name,
  lines: row.lines,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  endedAt: row.ended_at,
  amount: row.amount,
  refusal: row.refusal as RunRefusal | null,
});

export async function findRun(
  db: Db,
  organisationId: string,
  id: string,
): Promise<DonationRun | null> {
  if (!isUuid(id)) return null;
  const row = await runs(db, organisationId).where('r.id', '=', id).executeTakeFirst();
  return row ? asRun(row) : null;
}

const RUNS_SHOWN = 10;

/** The latest ones, the newest first. */
export async function listRuns(db: Db, organisationId: string): Promise<DonationRun[]> {
  const rows = await runs(db, organisationId)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .limit(RUNS_SHOWN)
    .execute();
  return rows.map(asRun);
}
