import * as m from '../../paraglide/messages.js';
import { writeTransferFile } from '../../platform/bank/transfer-file.ts';
import { dayInParis, readDay } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { BANK_MONTHS, findSealedBank, openBankDetails } from '../spending/index.ts';
import { BatchPage, type TypedAct } from './batch.page.tsx';
import { cancelBatch, listPayments, recordBatchRead } from './batch.store.ts';
import { actOf, loadBatch } from './load.routes.ts';
import { openPayerAccount } from './payer-account.store.ts';
import { type Batch, type Payment, REASON_LENGTH, type SettleRefusal } from './payment.ts';
import { findPayment, rejectPayment, settlePayment } from './settling.store.ts';
import { settleProblems } from './words.page.ts';

/** What becomes of a file that was made for the bank. */
export const batchRoutes: readonly Route[] = inMovements([
  get(urls.transferBatch, 'finance', async (visit) => batchPage(visit, await loadBatch(visit))),

  get(urls.transferBatchFile, 'finance', async (visit) => {
    const batch = await loadBatch(visit);
    if (batch.cancelledAt !== null)
      return batchPage(visit, batch, { form: m.payments_problem_cancelled() }, 409);
    const xml = await writeBatch(visit, batch);
    if (xml === null) return batchPage(visit, batch, { form: m.payments_problem_file() }, 409);
    if (visit.request.method !== 'HEAD') await recordBatchRead(visit.db, actOf(visit), batch);
    return new Response(xml, {
      headers: {
        'content-type': 'application/xml; charset=utf-8',
        'content-disposition': `attachment; filename="${batch.messageId}.xml"`,
        'cache-control': 'private, no-store',
      },
    });
  }),

  post(urls.transferBatchPaid, 'finance', async (visit) => {
    const batch = await loadBatch(visit);
    const form = await visit.form();
    const chosen = [...new Set(form.all('paiements'))].filter(isUuid);
    const typedDay = {
      day: form.text('jour-day'),
      month: form.text('jour-month'),
      year: form.text('jour-year'),
    };
    const day = readDay(typedDay);
    const today = dayInParis(await readNow(visit.db));
    const problems: Problems = {};
    if (day === null) problems.jour = m.payments_problem_no_day();
    else if (day > today) problems.jour = m.payments_problem_day_to_come();
    if (chosen.length === 0) problems.form = m.payments_problem_nothing_chosen();
    const typed = { chosen, day: typedDay };
    if (day === null || Object.keys(problems).length > 0)
      return batchPage(visit, batch, problems, 422, typed);
    const refusals: SettleRefusal[] = [];
    for (const payment of await listPayments(visit.db, visit.organisation.id, batch.id)) {
      if (!chosen.includes(payment.id)) continue;
      const done = await settlePayment(visit.db, actOf(visit), payment.id, { day });
      if (!done.ok) refusals.push(done.refusal);
    }
    if (refusals.length === 0) return seeOther(visit, here(batch), 'payments-settled');
    const now = await loadBatch(visit);
    return batchPage(visit, now, { form: settleProblems[refusals[0]!]() }, 409, typed);
  }),

  post(urls.transferReject, 'finance', async (visit) => {
    const batch = await loadBatch(visit);
    const form = await visit.form();
    const typed = {
      payment: form.text('paiement'),
      reason: form.text('motif'),
      asksBank: form.text('coordonnees') === 'oui',
    };
    const problems: Problems = {};
    const payment = isUuid(typed.payment)
      ? await findPayment(visit.db, visit.organisation.id, typed.payment)
      : null;
    if (payment?.batchId !== batch.id) problems.paiement = m.payments_problem_which();
    if (typed.reason === '') problems.motif = m.payments_problem_reason();
    else if ([...typed.reason].length > REASON_LENGTH)
      problems.motif = m.payments_problem_long({ most: REASON_LENGTH });
    if (!payment || Object.keys(problems).length > 0)
      return batchPage(visit, batch, problems, 422, typed);
    const day = dayInParis(await readNow(visit.db));
    const done = await rejectPayment(visit.db, actOf(visit), payment.id, {
      day,
      reason: typed.reason,
      asksBank: typed.asksBank,
    });
    if (done.ok) return seeOther(visit, here(batch), 'payment-rejected');
    const now = await loadBatch(visit);
    return batchPage(visit, now, { form: settleProblems[done.refusal]() }, 409, typed);
  }),

  post(urls.transferBatchCancel, 'finance', async (visit) => {
    const batch = await loadBatch(visit);
    if ((await visit.form()).text('certifie') !== 'oui')
      return batchPage(visit, batch, { certifie: m.payments_problem_not_sure() });
    const done = await cancelBatch(visit.db, actOf(visit), batch);
    if (done.ok) return seeOther(visit, here(batch), 'batch-cancelled');
    const words = { form: settleProblems['already-settled']() };
    return batchPage(visit, await loadBatch(visit), words, 409);
  }),
]);

const here = ({ number }: Batch): string => urls.transferBatch({ batch: String(number) });

/** Made again from what is kept; null: an account is not there any more, or is not the one that it was made for. */
async function writeBatch(
  { db, config, organisation }: SignedInVisit,
  batch: Batch,
): Promise<string | null> {
  const [from, payments] = await Promise.all([
    openPayerAccount(db, config, organisation.id, batch.payer),
    listPayments(db, organisation.id, batch.id),
  ]);
  if (!from) return null;
  const transfers = [];
  for (const payment of payments) {
    const to = await openPayee({ db, config, organisation }, payment);
    if (to?.iban.slice(-4) !== payment.ibanLast4) return null;
    const { endToEndId, amount, label } = payment;
    transfers.push({ endToEndId, amount, to, label });
  }
  const { messageId, madeAt, executedOn } = batch;
  return writeTransferFile({ messageId, madeAt, executedOn, from, transfers });
}

async function openPayee(
  { db, config, organisation }: Pick<SignedInVisit, 'db' | 'config' | 'organisation'>,
  { requestId }: Payment,
) {
  const bankSealed = await findSealedBank(db, organisation.id, requestId);
  return openBankDetails(config, { organisationId: organisation.id, id: requestId, bankSealed });
}

async function batchPage(
  visit: SignedInVisit,
  batch: Batch,
  problems: Problems = {},
  status: 409 | 422 = 422,
  typed: Partial<TypedAct> = {},
): Promise<Answer> {
  const { db, organisation } = visit;
  const [payments, now] = await Promise.all([
    listPayments(db, organisation.id, batch.id),
    readNow(db),
  ]);
  const [year, month, day] = dayInParis(now).split('-') as [string, string, string];
  return page({
    title: m.payments_batch_number({ number: String(batch.number) }),
    section: 'finances',
    ...(Object.keys(problems).length > 0 && { status, faulty: true }),
    body: (
      <BatchPage
        batch={batch}
        payments={payments}
        months={BANK_MONTHS}
        typed={{
          chosen: payments.map(({ id }) => id),
          day: { day, month, year },
          payment: '',
          reason: '',
          asksBank: true,
          ...typed,
        }}
        problems={problems}
      />
    ),
  });
}
