import * as m from '../../paraglide/messages.js';
import { lastFour, readBic, readIban } from '../../platform/bank/iban.ts';
import { writeSepaText } from '../../platform/bank/sepa-text.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { bankProblem } from '../../ui/bank-words.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { actOf } from './load.routes.ts';
import { listPayerAccounts, savePayerAccount } from './payer-account.store.ts';
import { PayerAccountsPage, type TypedAccount } from './payer-accounts.page.tsx';
import { NAME_LENGTH, readPayer } from './payment.ts';

/** Accounts that pay (part 2.1: the usual one, and the one of an election). */
export const payerAccountRoutes: readonly Route[] = inMovements([
  get(urls.payerAccounts, 'finance', (visit) => accountsPage(visit)),

  post(urls.payerAccounts, 'finance', async (visit) => {
    const { db, config } = visit;
    const form = await visit.form();
    const typed: TypedAccount = {
      kind: readPayer(form.text('compte')),
      holder: form.text('nom'),
      iban: form.text('iban'),
      bic: form.text('bic'),
    };
    const problems: Problems = {};
    if (typed.holder === '') problems.nom = m.payments_problem_holder();
    else if (writeSepaText(typed.holder, NAME_LENGTH) === '')
      problems.nom = m.payments_problem_holder_signs();
    else if ([...typed.holder].length > NAME_LENGTH)
      problems.nom = m.payments_problem_long({ most: NAME_LENGTH });
    const iban = readIban(typed.iban, config.ibanCountries);
    if (!iban.ok) problems.iban = bankProblem(iban.refusal, config.ibanCountries);
    const bic = readBic(typed.bic, iban.ok ? iban.iban : 'FR');
    // of an account that cannot be read, the country is not known either
    if (!bic.ok && (iban.ok || bic.refusal !== 'bic-other-country'))
      problems.bic = bankProblem(bic.refusal, config.ibanCountries);
    if (!iban.ok || !bic.ok || problems.nom) return accountsPage(visit, typed, problems);
    const saved = await savePayerAccount(db, config, actOf(visit), {
      kind: typed.kind,
      version: Number(/^\d{1,9}$/.exec(form.text('version'))?.[0] ?? 0),
      details: { holder: typed.holder, iban: iban.iban, bic: bic.bic },
      ibanLast4: lastFour(iban.iban),
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
