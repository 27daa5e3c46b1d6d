import * as m from '../../paraglide/messages.js';
import { inTransaction } from '../../platform/database/transaction.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { countOpenLines, findLine, listAwaited, listOpenLines, markLine } from './line.store.ts';
import { LinesPage } from './lines.page.tsx';
import { actOf } from './load.routes.ts';
import { isOfAccount, listPossible, readReturnCode, suggestMatch } from './matching.ts';
import { REASON_LENGTH } from './payment.ts';
import { rejectPayment, settlePayment } from './settling.store.ts';
import { sayReturn, settleProblems } from './words.page.ts';

const SHOWN = 30;

/** Movements that nobody has told apart yet. */
export const lineRoutes: readonly Route[] = inMovements([
  get(urls.bankLines, 'finance', (visit) => linesPage(visit)),

  post(urls.bankLineMatch, 'finance', async (visit) => {
    const { db, organisation } = visit;
    const line = await loadLine(visit);
    const id = (await visit.form()).text('paiement');
    const possible = listPossible(line, await listAwaited(db, organisation.id));
    const payment = possible.find((one) => one.id === id);
    if (!payment) return linesPage(visit, line.id, '', { paiement: m.payments_problem_which() });
    const told = { day: line.day, lineId: line.id };
    const done = line.returned
      ? await rejectPayment(db, actOf(visit), payment.id, {
          ...told,
          asksBank: isOfAccount(readReturnCode(line.words)),
          reason: withLocale(organisation.defaultLocale, () =>
            sayReturn(readReturnCode(line.words)),
          ),
        })
      : await settlePayment(db, actOf(visit), payment.id, told);
    if (done.ok) return seeOther(visit, urls.bankLines(), 'line-matched');
    return linesPage(visit, line.id, '', { form: settleProblems[done.refusal]() }, 409);
  }),

  post(urls.bankLineAside, 'finance', async (visit) => {
    const line = await loadLine(visit);
    const reason = (await visit.form()).text('motif');
    if (reason === '')
      return linesPage(visit, line.id, reason, { motif: m.payments_problem_aside() });
    if ([...reason].length > REASON_LENGTH)
      return linesPage(visit, line.id, reason, {
        motif: m.payments_problem_long({ most: REASON_LENGTH }),
      });
    const done = await inTransaction(visit.db, (tx) =>
      markLine(tx, actOf(visit), line.id, { aside: reason }),
    );
    if (done) return seeOther(visit, urls.bankLines(), 'line-aside');
    return linesPage(visit, line.id, reason, { form: settleProblems.gone() }, 409);
  }),
]);

async function loadLine({ db, organisation, params }: SignedInVisit<'line'>) {
  const line = isUuid(params.line) ? await findLine(db, organisation.id, params.line) : null;
  return found(line, 'bank-statement-line');
}

async function linesPage(
  { db, organisation }: SignedInVisit,
  at = '',
  reason = '',
  problems: Problems = {},
  status: 409 | 422 = 422,
): Promise<Answer> {
  const [lines, all, awaited] = await Promise.all([
    listOpenLines(db, organisation.id, SHOWN),
    countOpenLines(db, organisation.id),
    listAwaited(db, organisation.id),
  ]);
  return page({
    title: m.payments_lines_title(),
    section: 'finances',
    ...(Object.keys(problems).length > 0 && { status, faulty: true }),
    body: (
      <LinesPage
        lines={lines.map((line) => {
          const suggestion = suggestMatch(line, awaited);
          return {
            line,
            suggested: awaited.find(({ id }) => id === suggestion?.paymentId) ?? null,
            possible: listPossible(line, awaited),
          };
        })}
        all={all}
        at={at}
        reason={reason}
        problems={problems}
      />
    ),
  });
}
