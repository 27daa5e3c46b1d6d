import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { dayInParis, readDay } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { readEuros } from '../../platform/money/euros.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { readFundMoney } from '../ledger/index.ts';
import { EndowmentPage, fieldName, type TypedEndowment, type Way } from './endowment.page.tsx';
import { moveEndowment } from './endowment.store.ts';
import { checkEndowment } from './endowment.ts';
import { LENGTHS } from './fund.ts';
import { endowmentProblems } from './fund-words.page.ts';
import { actOf, loadFund } from './load.routes.ts';

/** What is given to a fund and taken back: by the right that keeps the accounts, and no other (R1, R2). */
export const endowmentRoutes: readonly Route[] = inMovements([
  get(urls.fundEndowment, 'finance', (visit) => showPage(visit)),
  post(urls.fundEndowment, 'finance', (visit) => move(visit, 'endowed')),
  post(urls.fundLowering, 'finance', (visit) => move(visit, 'lowered')),
]);

async function move(visit: SignedInVisit<'fund'>, way: Way): Promise<Answer> {
  const fund = await loadFund(visit);
  const form = await visit.form();
  const text = (field: string) => form.text(fieldName(way, field));
  const typed: TypedEndowment = {
    amount: text('montant'),
    words: text('libelle').replaceAll(/\s+/g, ' '),
    day: { day: text('jour-day'), month: text('jour-month'), year: text('jour-year') },
    once: /^[0-9a-f-]{36}$/.exec(form.text('cle'))?.[0] ?? randomUUID(),
  };
  const amount = readEuros(typed.amount);
  const today = dayInParis(await readNow(visit.db));
  const asked = {
    amount: amount.ok ? amount.cents : 0,
    words: typed.words,
    day: readDay(typed.day),
  };
  const refusals = checkEndowment(asked, today, LENGTHS.words);
  const problems: Problems = {};
  for (const [field, refusal] of Object.entries(refusals))
    problems[fieldName(way, NAMES[field as keyof typeof NAMES])] = endowmentProblems[refusal]();
  const refused = (status: 409 | 422 = 422) =>
    showPage(visit, { sent: way, typed, problems, status });
  if (Object.keys(problems).length > 0) return refused();
  const done = await moveEndowment(visit.db, actOf(visit), fund.id, way, {
    amount: asked.amount,
    words: asked.words,
    countedOn: asked.day!,
    once: typed.once,
  });
  // sent twice, it is done, and was done once
  if (done.ok || done.refusal === 'already-done')
    return seeOther(visit, urls.fundEndowment({ fund: fund.slug }), `fund-${way}`);
  problems[fieldName(way, NAMES.amount)] = m.funds_problem_not_enough();
  return refused(409);
}

const NAMES = { amount: 'montant', words: 'libelle', day: 'jour' } as const;

async function showPage(
  visit: SignedInVisit<'fund'>,
  shown?: { sent: Way; typed: TypedEndowment; problems: Problems; status: 409 | 422 },
): Promise<Answer> {
  const fund = await loadFund(visit);
  const { db, organisation } = visit;
  const [money, now] = await Promise.all([
    readFundMoney(db, organisation.id, [fund.id]),
    readNow(db),
  ]);
  const [year, month, day] = dayInParis(now).split('-').map(String) as [string, string, string];
  const empty = (): TypedEndowment => ({
    amount: '',
    words: '',
    day: { day, month, year },
    once: randomUUID(),
  });
  return page({
    title: m.funds_endowment_title({ name: fund.name }),
    section: 'funds',
    ...(shown && { status: shown.status, faulty: true }),
    body: (
      <EndowmentPage
        fund={fund}
        money={money.get(fund.id)!}
        typed={{
          endowed: empty(),
          lowered: empty(),
          ...(shown && { [shown.sent]: shown.typed }),
        }}
        sent={shown?.sent ?? null}
        problems={shown?.problems ?? {}}
      />
    ),
  });
}
