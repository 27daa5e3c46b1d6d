import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { readEuros, writeEuros } from '../../../platform/money/euros.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { actOf } from '../load.routes.ts';
import { listRequestActs } from '../request.store.ts';
import { saveRequest } from '../request-writing.store.ts';
import { excessOf } from '../share.ts';
import { AmountPage, type TypedAmount } from './amount.page.tsx';
import { problemsOf } from './details.routes.tsx';
import { readExpense } from './expense.store.ts';
import { showStep } from './frame.routes.ts';
import { atOf, loadTreasurers, loadWritable, type OwnRequest, readVersion } from './load.routes.ts';

/** Third step: the amount, and who pays it (R21, R23). */
export const amountRoutes: readonly Route[] = inMovements([
  get(urls.requestAmount, 'signed-in', async (visit) => {
    const loaded = await loadWritable(visit);
    if (!loaded) return seeOther(visit, urls.spendingHistory({ request: visit.params.request }));
    const { request } = loaded;
    const typing = readTyping(visit.url.searchParams);
    if (typing) {
      const tried = { ...request, amount: typing.cents, excessToGroup: typing.rest === 'oui' };
      return amountPage(visit, { ...loaded, request: tried }, typing, {});
    }
    const amount = request.amount > 0 ? writeEuros(request.amount) : '';
    const rest = request.excessToGroup ? 'oui' : await tellNo(visit, request.id);
    return amountPage(visit, loaded, { amount, rest }, {});
  }),

  post(urls.requestAmount, 'signed-in', async (visit) => {
    const loaded = await loadTreasurers(visit);
    const { request, documents } = loaded;
    const form = await visit.form();
    const typed = { amount: form.text('montant'), rest: form.text('reste') };
    const deed = form.text('geste');
    const read = readEuros(typed.amount);
    // a draft may do without
    if (!read.ok && !(read.refusal === 'no-amount' && deed === 'enregistrer'))
      return amountPage(visit, loaded, typed, { montant: m.requests_problem_amount() });
    const amount = read.ok ? read.cents : 0;
    const expense = await readExpense(visit.db, visit.organisation.id, request, documents);
    const isAsked = request.source === 'fund' && excessOf({ ...expense, amount }) > 0;
    if (isAsked && typed.rest === '' && deed === 'continuer') {
      const tried = { ...loaded, request: { ...request, amount } };
      return amountPage(visit, tried, typed, { reste: m.requests_problem_choice() });
    }
    const at = { id: request.id, version: readVersion(form) };
    const excessToGroup = isAsked && typed.rest === 'oui';
    const saved = await saveRequest(visit.db, actOf(visit), at, { amount, excessToGroup });
    if (!saved.ok) {
      const conflict = saved.refusal === 'changed-meanwhile' || saved.refusal === 'not-now';
      return amountPage(visit, loaded, typed, problemsOf(saved), conflict);
    }
    const next = deed === 'continuer' ? urls.requestBank : urls.requestAmount;
    return seeOther(visit, next(atOf(saved.request)), 'request-saved');
  }),
]);

/** What somebody is typing, whose share is worked out and nothing kept (`typed-part`); an amount half typed has none. */
function readTyping(asked: URLSearchParams): (TypedAmount & { cents: number }) | null {
  const amount = asked.get('montant');
  if (amount === null) return null;
  const read = readEuros(amount);
  return { amount, rest: asked.get('reste') ?? '', cents: read.ok ? read.cents : 0 };
}

/** Whether the group said once that nothing is taken from its envelope: an explicit yes was taken back. */
async function tellNo({ db, organisation }: SignedInVisit, requestId: string): Promise<string> {
  const acts = await listRequestActs(db, organisation.id, requestId);
  return acts.some(({ changed }) => changed.includes('excessToGroup')) ? 'non' : '';
}

async function amountPage(
  visit: SignedInVisit,
  loaded: OwnRequest,
  typed: TypedAmount,
  problems: Problems,
  conflict = false,
): Promise<Answer> {
  const { request, documents } = loaded;
  const expense = await readExpense(visit.db, visit.organisation.id, request, documents);
  return showStep(
    visit,
    loaded,
    problems,
    (frame) => <AmountPage {...frame} expense={expense} typed={typed} />,
    conflict,
    ['typed-part.js'],
  );
}
