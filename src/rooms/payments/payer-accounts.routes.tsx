import * as m from '../../paraglide/messages.js';
import { lastFour } from '../../platform/bank/iban.ts';
import { readAccount } from '../../platform/bank/typed-account.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { sayBankProblems } from '../../ui/bank-words.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { actOf } from './load.routes.ts';
import { listPayerAccounts, savePayerAccount } from './payer-account.store.ts';
import { PayerAccountsPage, type TypedAccount } from './payer-accounts.page.tsx';
import { readPayer } from './payment.ts';

/** Accounts that pay (part 2.1: the usual one, and the one of an election). */
export const payerAccountRoutes: readonly Route[] = inMovements([
  get(urls.payerAccounts, 'finance', (visit) => accountsPage(visit)),

  post(urls.payerAccounts, 'finance', async (visit) => {
    const { db, config } = visit;
    const form = await visit.form();
    const typed: TypedAccount = {
      kind: readPayer(form.text('compte')),
      holder: form.text('titulaire'),
      iban: form.text('iban'),
      bic: form.text('bic'),
    };
    const read = readAccount(typed, config.ibanCountries);
    if (!read.ok)
      return accountsPage(visit, typed, sayBankProblems(read.refusals, config.ibanCountries));
    const saved = await savePayerAccount(db, config, actOf(visit), {
      kind: typed.kind,
      version: Number(/^\d{1,9}$/.exec(form.text('version'))?.[0] ?? 0),
      details: read.details,
      ibanLast4: lastFour(read.details.iban),
    });
    if (saved.ok) return seeOther(visit, urls.payerAccounts(), 'payer-account-saved');
    return accountsPage(visit, typed, { form: m.payments_problem_meanwhile() }, 409);
  }),
]);

async function accountsPage(
  { db, organisation }: SignedInVisit,
  typed: TypedAccount | null = null,
  problems: Problems = {},
  status: 409 | 422 = 422,
): Promise<Answer> {
  return page({
    title: m.payments_accounts_title(),
    section: 'finances',
    ...(Object.keys(problems).length > 0 && { status, faulty: true }),
    body: (
      <PayerAccountsPage
        accounts={await listPayerAccounts(db, organisation.id)}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
