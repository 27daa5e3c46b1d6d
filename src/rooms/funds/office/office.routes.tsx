import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { readFundMoney } from '../../ledger/index.ts';
import { listFundLinks, listFunds, listThresholdSteps } from '../fund.store.ts';
import type { Fund } from '../fund.ts';
import { changeFund, createFund } from '../fund-writing.store.ts';
import { actOf, loadFund } from '../load.routes.ts';
import { FundFormPage, formTitle, type TypedFund } from './fund-form.page.tsx';
import { emptyFund, readFund, readTypedFund, typeFund } from './fund-form.routes.ts';
import { OfficeFundsPage } from './office-funds.page.tsx';

/** Funds before the office: the list, a new one, and what each says and allows. */
export const officeRoutes: readonly Route[] = inMovements([
  get(urls.adminFunds, 'officer', async ({ db, organisation }) => {
    const funds = await listFunds(db, organisation.id);
    const ids = funds.map(({ id }) => id);
    return page({
      title: m.funds_office_title(),
      section: 'admin',
      body: <OfficeFundsPage funds={funds} money={await readFundMoney(db, organisation.id, ids)} />,
    });
  }),

  get(urls.adminNewFund, 'officer', () => formPage(null, emptyFund())),

  post(urls.adminNewFund, 'officer', async (visit) => {
    const typed = readTypedFund(await visit.form());
    const read = readFund(typed, true);
    if (!read.ok) return formPage(null, typed, read.problems);
    const { written, threshold, parts } = read;
    const fund = await createFund(visit.db, actOf(visit), { ...written, threshold }, parts);
    return seeOther(visit, urls.adminFund({ fund: fund.slug }), 'fund-created');
  }),

  get(urls.adminFundSettings, 'officer', async (visit) => {
    const fund = await loadFund(visit);
    return formPage(fund, typeFund(fund, await listParts(visit, fund)));
  }),

  post(urls.adminFundSettings, 'officer', async (visit) => {
    const fund = await loadFund(visit);
    const form = await visit.form();
    const typed = readTypedFund(form);
    const read = readFund(typed, false);
    const version = readVersion(form.text('version'));
    // corrected and sent again, it is still of the version that it was made from
    if (!read.ok) return formPage({ ...fund, version }, typed, read.problems);
    const made = { id: fund.id, version };
    const done = await changeFund(visit.db, actOf(visit), made, read.written, read.parts);
    if (done.ok) return seeOther(visit, urls.adminFund({ fund: fund.slug }), 'fund-changed');
    // sent once more, it is what was typed here that counts
    const now = await loadFund(visit);
    return formPage(now, typed, { form: m.funds_problem_meanwhile() }, 409);
  }),
]);

async function listParts({ db, organisation }: SignedInVisit, { id }: Fund) {
  const [links, steps] = await Promise.all([
    listFundLinks(db, organisation.id, id),
    listThresholdSteps(db, organisation.id, id),
  ]);
  return { links, steps };
}

export const readVersion = (typed: string): number => Number(/^\d{1,9}$/.exec(typed)?.[0] ?? 0);

function formPage(
  fund: Fund | null,
  typed: TypedFund,
  problems: Problems = {},
  status: 409 | 422 = 422,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: formTitle(fund),
    section: 'admin',
    ...(faulty && { status, faulty }),
    body: <FundFormPage fund={fund} typed={typed} problems={problems} />,
  });
}
