import { type Selectable, sql } from 'kysely';
import type { Config } from '../../platform/config.ts';
import { type Db, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/tables.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { listToPay, lockRequest, openBankDetails } from '../spending/index.ts';
import type { PayingAct } from './payer-account.store.ts';
import {
  type Batch,
  type BatchRefusal,
  type Chosen,
  endToEndIdOf,
  messageIdOf,
  type Payer,
  type Payment,
  type PaymentState,
  refuseCancel,
  refuseChosen,
} from './payment.ts';

type Made = { ok: true; number: number } | { ok: false; refusal: BatchRefusal };

/**
 * Requests that are to be paid, as one file for the bank. They are held first, in order of id: of two persons who choose the
 * same one, one finds it taken.
 */
export async function makeBatch(
  db: Db,
  config: Pick<Config, 'keysFolder'>,
  act: PayingAct,
  { payer, executedOn, chosen }: { payer: Payer; executedOn: string; chosen: readonly Chosen[] },
): Promise<Made> {
  const refusal = refuseChosen(chosen);
  if (refusal) return { ok: false, refusal };
  const { organisationId, by } = act;
  try {
    return await inTransaction(db, async (tx): Promise<Made> => {
      const ids = [...new Set(chosen.map(({ requestId }) => requestId))].sort();
      for (const id of ids) await lockRequest(tx, organisationId, id);
      const [toPay, taken] = await Promise.all([
        listToPay(tx, organisationId, payer, ids),
        listAlive(tx, organisationId, ids),
      ]);
      if (toPay.length < ids.length || taken.length > 0)
        return { ok: false, refusal: 'not-to-pay' };
      if (toPay.some(({ payeeId }) => payeeId === by)) return { ok: false, refusal: 'own-payment' };
      if (toPay.some((one) => openBankDetails(config, one) === null))
        return { ok: false, refusal: 'no-bank-details' };
      const labels = new Map(chosen.map(({ requestId, label }) => [requestId, label.trim()]));
      const number = await takeNumber(tx, organisationId);
      const amount = toPay.reduce((sum, one) => sum + one.amount, 0);
      const { id: batchId } = await tx
        .insertInto('payment_batch')
        .values({
          organisation_id: organisationId,
          number,
          payer,
          message_id: messageIdOf(number),
          executed_on: executedOn,
          payments: toPay.length,
          amount,
          made_by: by,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('payment')
        .values(
          toPay.map((one, index) => ({
            organisation_id: organisationId,
            batch_id: batchId,
            request_id: one.id,
            amount: one.amount,
            end_to_end_id: endToEndIdOf(number, index + 1),
            label: labels.get(one.id)!,
            iban_last4: one.ibanLast4,
          })),
        )
        .execute();
      await tellBatch(tx, act, 'payment.batch-made', { id: batchId, number }, { amount });
      return { ok: true, number };
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'payment_alive_once') throw error;
    return { ok: false, refusal: 'not-to-pay' };
  }
}

/** Requests of these that a transfer of today pays or paid. */
export async function listAlive(
  db: Db,
  organisationId: string,
  requestIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('payment')
    .select('request_id')
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`request_id = any(${[...requestIds]}::uuid[])`)
    .where('state', 'in', ['sent', 'paid'])
    .execute();
  return rows.map(({ request_id }) => request_id);
}

/** The newest first. */
export async function listBatches(db: Db, organisationId: string, limit = 100): Promise<Batch[]> {
  const rows = await batches(db, organisationId).orderBy('b.number', 'desc').limit(limit).execute();
  return rows.map(asBatch);
}

export async function findBatch(
  db: Db,
  organisationId: string,
  number: string,
): Promise<Batch | null> {
  if (!/^\d{1,9}$/.test(number)) return null;
  const row = await batches(db, organisationId)
    .where('b.number', '=', Number(number))
    .executeTakeFirst();
  return row ? asBatch(row) : null;
}

/** In the order of the file. */
export async function listPayments(
  db: Db,
  organisationId: string,
  batchId: string,
): Promise<Payment[]> {
  const rows = await db
    .selectFrom('payment')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('batch_id', '=', batchId)
    .orderBy(sql`length(end_to_end_id)`)
    .orderBy('end_to_end_id')
    .execute();
  return rows.map(asPayment);
}

/** The batch of a file that the bank was never given: its requests are to be paid again. */
export async function cancelBatch(
  db: Db,
  act: PayingAct,
  batch: Pick<Batch, 'id' | 'number'>,
): Promise<{ ok: true } | { ok: false; refusal: 'already-cancelled' | 'already-settled' }> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    await sql`select 1 from payment where organisation_id = ${organisationId} and batch_id = ${batch.id}
      order by id for update`.execute(tx);
    const now = (await findBatch(tx, organisationId, String(batch.number)))!;
    const refusal = refuseCancel(now);
    if (refusal) return { ok: false as const, refusal };
    const settled = { settled_by: by, settled_at: sql<Date>`palabre_now()` };
    await tx
      .updateTable('payment')
      .set({ state: 'cancelled', ...settled })
      .where('organisation_id', '=', organisationId)
      .where('batch_id', '=', batch.id)
      .execute();
    await tx
      .updateTable('payment_batch')
      .set({ cancelled_by: by, cancelled_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', batch.id)
      .execute();
    await tellBatch(tx, act, 'payment.batch-cancelled', batch);
    return { ok: true as const };
  });
}

/** Whoever took the file holds bank details: it is told in the journal. */
export async function recordBatchRead(
  db: Db,
  act: PayingAct,
  batch: Pick<Batch, 'id' | 'number'>,
): Promise<void> {
  await inTransaction(db, (tx) => tellBatch(tx, act, 'payment.batch-read', batch));
}

async function tellBatch(
  tx: Tx,
  { organisationId, by }: PayingAct,
  kind: `payment.${string}`,
  { id, number }: Pick<Batch, 'id' | 'number'>,
  detail: { amount?: number } = {},
): Promise<void> {
  await recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'payment-batch', id },
    detail: { number, ...detail },
  });
}

/** Held until the transaction ends. */
async function takeNumber(tx: Tx, organisationId: string): Promise<number> {
  const key = `payment-batch:${organisationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  const row = await tx
    .selectFrom('payment_batch')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

const countOf = (state: PaymentState) =>
  sql<number>`(select count(*)::int from payment p where p.organisation_id = b.organisation_id
    and p.batch_id = b.id and p.state = ${state})`;

const batches = (db: Db, organisationId: string) =>
  db
    .selectFrom('payment_batch as b')
    .select(['b.id', 'b.number', 'b.payer', 'b.message_id', 'b.payments', 'b.amount'])
    .select(['b.made_at', 'b.cancelled_at', sql<string>`b.executed_on::text`.as('executed_on')])
    .select([countOf('sent').as('waiting'), countOf('paid').as('paid')])
    .select(countOf('rejected').as('rejected'))
    .where('b.organisation_id', '=', organisationId);

type BatchRow = Awaited<ReturnType<ReturnType<typeof batches>['executeTakeFirstOrThrow']>>;

const asBatch = (row: BatchRow): Batch => ({
  id: row.id,
  number: row.number,
  payer: row.payer as Payer,
  messageId: row.message_id,
  executedOn: row.executed_on,
  payments: row.payments,
  amount: row.amount,
  madeAt: row.made_at,
  cancelledAt: row.cancelled_at,
  waiting: row.waiting,
  paid: row.paid,
  rejected: row.rejected,
});

type PaymentRow = Selectable<DB['payment']>;

export const asPayment = (row: PaymentRow): Payment => ({
  id: row.id,
  batchId: row.batch_id,
  requestId: row.request_id,
  amount: row.amount,
  endToEndId: row.end_to_end_id,
  label: row.label,
  ibanLast4: row.iban_last4,
  state: row.state as PaymentState,
  settledOn: row.settled_on,
  reason: row.reason,
});
