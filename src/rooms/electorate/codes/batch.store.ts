import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Keys } from '../../../platform/keys/keys.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Act } from '../../spaces/index.ts';
import { holdRegister, type RegisterOf } from '../register/register.store.ts';
import type { AskedBatch, BatchKind, CodeBatch } from './batch.ts';

/** Notes a batch; a job makes its codes. Gives its id. */
export async function insertBatch(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  { kind, asked, inPerson }: AskedBatch,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    // batches of an edition are counted one at a time
    await holdRegister(tx, { organisationId, editionId });
    const { id } = await tx
      .insertInto('code_batch')
      .values({
        organisation_id: organisationId,
        edition_id: editionId,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from code_batch
          where organisation_id = ${organisationId} and edition_id = ${editionId})`,
        kind,
        asked,
        in_person: inPerson,
        asked_by: by,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await queueJob(tx, 'make-codes', { organisationId, id });
    return id;
  });
}

export async function findBatch(db: Db, of: RegisterOf, id: string): Promise<CodeBatch | null> {
  if (!isUuid(id)) return null;
  const row = await batches(db, of.organisationId)
    .where('edition_id', '=', of.editionId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? asBatch(row) : null;
}

/** The newest first. */
export async function listBatches(db: Db, of: RegisterOf): Promise<CodeBatch[]> {
  const rows = await batches(db, of.organisationId)
    .where('edition_id', '=', of.editionId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(asBatch);
}

type BatchKey = Pick<CodeBatch, 'organisationId' | 'id'>;

/**
 * The letters have left: the key is destroyed, and nobody prints a code of this batch ever again. `false`:
 * they had left, were revoked, or are not all made.
 */
export async function markBatchSent(
  db: Db,
  keys: Keys,
  { organisationId, id }: BatchKey,
  by: string,
): Promise<boolean> {
  const done = await inTransaction(db, async (tx) => {
    const row = await tx
      .updateTable('code_batch')
      .set({ sent_at: sql<Date>`palabre_now()`, sent_by: by })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .where('made_at', 'is not', null)
      .where('sent_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!row) return false;
    // should this process end before the line below
    await queueJob(tx, 'destroy-codes-key', { batchId: id });
    await recordFact(tx, factOf('code-batch.sent', asBatch(row), by));
    return true;
  });
  if (done) keys.destroyCodesKey(id);
  return done;
}

/** A stolen batch: its codes are refused from now on. `false`: it was revoked before. */
export async function revokeBatch(
  db: Db,
  keys: Keys,
  { organisationId, id }: BatchKey,
  by: string,
): Promise<boolean> {
  const done = await inTransaction(db, async (tx) => {
    const row = await tx
      .updateTable('code_batch')
      .set({ revoked_at: sql<Date>`palabre_now()`, revoked_by: by })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!row) return false;
    await queueJob(tx, 'destroy-codes-key', { batchId: id });
    await recordFact(tx, factOf('code-batch.revoked', asBatch(row), by));
    return true;
  });
  if (done) keys.destroyCodesKey(id);
  return done;
}

/** Counts only: which codes, and whose, is said nowhere. */
export function factOf(
  kind: 'code-batch.made' | 'code-batch.sent' | 'code-batch.revoked',
  batch: CodeBatch,
  by: string | null,
) {
  return {
    organisationId: batch.organisationId,
    kind,
    actorId: by,
    subject: { kind: 'code-batch', id: batch.id },
    detail: { editionId: batch.editionId, number: batch.number, codes: batch.made },
  };
}

function batches(db: Db, organisationId: string) {
  return db.selectFrom('code_batch').selectAll().where('organisation_id', '=', organisationId);
}

export type BatchRow = Awaited<ReturnType<ReturnType<typeof batches>['executeTakeFirstOrThrow']>>;

export function asBatch(row: BatchRow): CodeBatch {
  return {
    organisationId: row.organisation_id,
    id: row.id,
    editionId: row.edition_id,
    number: row.number,
    kind: row.kind as BatchKind,
    asked: row.asked,
    made: row.made,
    inPerson: row.in_person,
    askedAt: row.asked_at,
    madeAt: row.made_at,
    sentAt: row.sent_at,
    revokedAt: row.revoked_at,
  };
}
