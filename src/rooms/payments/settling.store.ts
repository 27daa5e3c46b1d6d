import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { askForBank, lockRequest, markPaid, markReturned } from '../spending/index.ts';
import { asPayment } from './batch.store.ts';
import { markLine } from './line.store.ts';
import type { PayingAct } from './payer-account.store.ts';
import type { Payment, SettleRefusal } from './payment.ts';

type Settled = { ok: true } | { ok: false; refusal: SettleRefusal };

/** The movement of the bank that says it, if one does. */
interface Told {
  day: string;
  lineId?: string;
}

/** The bank paid on that day: the request is paid, and the books say so, in one transaction. */
export async function settlePayment(
  db: Db,
  act: PayingAct,
  paymentId: string,
  { day, lineId }: Told,
): Promise<Settled> {
  return atPayment(db, act, paymentId, async (tx, payment): Promise<Settled> => {
    if (payment.state !== 'sent') return { ok: false, refusal: 'already-settled' };
    if (lineId && !(await markLine(tx, act, lineId, { paymentId })))
      return { ok: false, refusal: 'gone' };
    const paid = await markPaid(tx, act, payment.requestId, day);
    if (!paid.ok) return paid;
    await setPayment(tx, act, payment, { state: 'paid', settled_on: day });
    await tellPayment(tx, act, 'payment.settled', payment, { day });
    return { ok: true };
  });
}

/**
 * The bank refused it, or sent the money back: its request is to be paid again. Of one that was paid the spending tells its
 * group; of one that never was, a letter from here. `asksBank`: the account was wrong, so that its group gives another first.
 */
export async function rejectPayment(
  db: Db,
  act: PayingAct,
  paymentId: string,
  { day, lineId, reason, asksBank }: Told & { reason: string; asksBank: boolean },
): Promise<Settled> {
  return atPayment(db, act, paymentId, async (tx, payment): Promise<Settled> => {
    if (payment.state !== 'sent' && payment.state !== 'paid')
      return { ok: false, refusal: 'already-settled' };
    if (lineId && !(await markLine(tx, act, lineId, { paymentId })))
      return { ok: false, refusal: 'gone' };
    if (payment.state === 'paid') {
      const returned = await markReturned(tx, act, payment.requestId, reason, day);
      if (!returned.ok) return returned;
    } else if (!asksBank)
      // who is asked for another account reads why in that letter
      await queueJob(tx, 'write-about-rejection', {
        organisationId: act.organisationId,
        paymentId,
      });
    await setPayment(tx, act, payment, { state: 'rejected', settled_on: day, reason });
    if (asksBank) await askForBank(tx, act, payment.requestId, reason);
    await tellPayment(tx, act, 'payment.returned', payment, { day, reason });
    return { ok: true };
  });
}

/** Holds the request, then the payment: in the order in which a batch holds them. What is refused is undone. */
async function atPayment(
  db: Db,
  { organisationId }: PayingAct,
  paymentId: string,
  work: (tx: Tx, payment: Payment) => Promise<Settled>,
): Promise<Settled> {
  return inTransaction(db, async (tx) => {
    await sql`savepoint payment`.execute(tx);
    const seen = await findPayment(tx, organisationId, paymentId);
    if (!seen) return { ok: false, refusal: 'gone' };
    await lockRequest(tx, organisationId, seen.requestId);
    const row = await tx
      .selectFrom('payment')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('id', '=', paymentId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const done = await work(tx, asPayment(row));
    if (!done.ok) await sql`rollback to savepoint payment`.execute(tx);
    await sql`release savepoint payment`.execute(tx);
    return done;
  });
}

/** `id`: a uuid. */
export async function findPayment(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Payment | null> {
  const row = await db
    .selectFrom('payment')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? asPayment(row) : null;
}

async function setPayment(
  tx: Tx,
  { organisationId, by }: PayingAct,
  { id }: Payment,
  values: { state: 'paid' | 'rejected'; settled_on: string; reason?: string },
): Promise<void> {
  await tx
    .updateTable('payment')
    .set({ ...values, settled_by: by, settled_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

async function tellPayment(
  tx: Tx,
  { organisationId, by }: PayingAct,
  kind: `payment.${string}`,
  { id, endToEndId, amount }: Payment,
  detail: { day: string; reason?: string },
): Promise<void> {
  await recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'payment', id },
    detail: { endToEndId, amount, ...detail },
  });
}
