import * as m from '../../paraglide/messages.js';
import { writeSepaText } from '../../platform/bank/sepa-text.ts';
import { dayInParis, readDay } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import type { Form } from '../../platform/http/form.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { addDays } from '../spaces/index.ts';
import { listToPay, type Payable } from '../spending/index.ts';
import { listAlive, listBatches, makeBatch } from './batch.store.ts';
import { actOf } from './load.routes.ts';
import { listPayerAccounts } from './payer-account.store.ts';
import { FARTHEST_DAYS, LABEL_LENGTH, type Payer, readPayer, refuseDay } from './payment.ts';
import { TransfersPage, type TypedBatch } from './transfers.page.tsx';
import { batchProblems } from './words.page.ts';

/** What is to be paid, chosen and made a file of. */
export const transferRoutes: readonly Route[] = inMovements([
  get(urls.transfers, 'finance', (visit) =>
    transfersPage(visit, readPayer(visit.url.searchParams.get('compte'))),
  ),

  post(urls.transfers, 'finance', async (visit) => {
    const { db, config, organisation } = visit;
    const form = await visit.form();
    const payer = readPayer(form.text('compte'));
    const typed = readTyped(form);
    const problems: Problems = {};
    const today = dayInParis(await readNow(db));
    const day = readDay(typed.day);
    const wrongDay = refuseDay(day, today, addDays(today, FARTHEST_DAYS));
    if (wrongDay) problems.jour = batchProblems[wrongDay]();
    const accounts = await listPayerAccounts(db, organisation.id);
    if (!accounts.some(({ kind }) => kind === payer)) problems.form = batchProblems['no-account']();
    if (typed.chosen.length === 0) problems.form ??= batchProblems['nothing-chosen']();
    for (const id of typed.chosen) {
      const label = typed.labels.get(id) ?? '';
      if (writeSepaText(label, LABEL_LENGTH) === '' || [...label].length > LABEL_LENGTH)
        problems[`libelle-${id}`] = batchProblems['label-missing']();
    }
    if (day === null || Object.keys(problems).length > 0)
      return transfersPage(visit, payer, typed, problems);
    const made = await makeBatch(db, config, actOf(visit), {
      payer,
      executedOn: day,
      chosen: typed.chosen.map((requestId) => ({
        requestId,
        label: typed.labels.get(requestId) ?? '',
      })),
    });
    if (made.ok)
      return seeOther(visit, urls.transferBatch({ batch: String(made.number) }), 'batch-made');
    const status = made.refusal === 'not-to-pay' ? 409 : 422;
    return transfersPage(visit, payer, typed, { form: batchProblems[made.refusal]() }, status);
  }),
]);

function readTyped(form: Form): TypedBatch {
  const chosen = [...new Set(form.all('demande'))].filter(isUuid);
  return {
    chosen,
    labels: new Map(chosen.map((id) => [id, form.text(`libelle-${id}`)])),
    day: {
      day: form.text('jour-day'),
      month: form.text('jour-month'),
      year: form.text('jour-year'),
    },
  };
}

/** Requests of one file: as many as somebody reads through. */
const MOST_AT_ONCE = 200;

async function transfersPage(
  visit: SignedInVisit,
  payer: Payer,
  typed?: TypedBatch,
  problems: Problems = {},
  status: 409 | 422 = 422,
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const [all, accounts, batches, now] = await Promise.all([
    listToPay(db, organisation.id, payer),
    listPayerAccounts(db, organisation.id),
    listBatches(db, organisation.id),
    readNow(db),
  ]);
  const ids = all.map(({ id }) => id);
  const alive = new Set(await listAlive(db, organisation.id, ids));
  const waiting = all.filter(({ id }) => !alive.has(id));
  const open = waiting.slice(0, MOST_AT_ONCE);
  const names = await visit.nameHolders(
    open.map(({ groupId }) => ({ kind: 'group' as const, id: groupId })),
  );
  const groupOf = ({ groupId }: Payable) => names.get(groupId)?.name ?? '';
  const tomorrow = addDays(dayInParis(now), 1).split('-');
  const shown: TypedBatch = {
    chosen: typed?.chosen ?? open.map(({ id }) => id),
    labels: new Map(
      open.map((one) => [
        one.id,
        typed?.labels.get(one.id) ??
          writeSepaText(
            m.payments_label_usual({ number: String(one.number), title: one.title }),
            LABEL_LENGTH,
          ),
      ]),
    ),
    day: typed?.day ?? { day: tomorrow[2]!, month: tomorrow[1]!, year: tomorrow[0]! },
  };
  return page({
    title: m.payments_title(),
    section: 'finances',
    ...(Object.keys(problems).length > 0 && { status, faulty: true }),
    body: (
      <TransfersPage
        payer={payer}
        account={accounts.find(({ kind }) => kind === payer) ?? null}
        toPay={open.map((one) => ({
          id: one.id,
          number: one.number,
          title: one.title,
          group: groupOf(one),
          amount: one.amount,
          ibanLast4: one.ibanLast4,
          closed:
            one.payeeId === visitor.id
              ? 'own-payment'
              : one.bankSealed === null
                ? 'no-bank-details'
                : null,
        }))}
        left={waiting.length - open.length}
        batches={batches}
        typed={shown}
        problems={problems}
      />
    ),
  });
}
