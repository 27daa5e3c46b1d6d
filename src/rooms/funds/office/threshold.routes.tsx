import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { listNicknames } from '../../identity/index.ts';
import { readFundMoney } from '../../ledger/index.ts';
import { listThresholdSteps } from '../fund.store.ts';
import { type Fund, LENGTHS } from '../fund.ts';
import { thresholdProblems } from '../fund-words.page.ts';
import { actOf, loadFund } from '../load.routes.ts';
import { changeThreshold, listThresholdChanges } from '../threshold.store.ts';
import { checkThreshold, firstThreshold, suggestThreshold } from '../threshold.ts';
import { readWhole } from './fund-form.routes.ts';
import { readVersion } from './office.routes.tsx';
import { ThresholdPage } from './threshold.page.tsx';

/** The threshold of a fund, as its office changes it (R18, decision 080). */
export const thresholdRoutes: readonly Route[] = inMovements([
  get(urls.adminFundThreshold, 'officer', async (visit) => showForm(visit, await loadFund(visit))),

  post(urls.adminFundThreshold, 'officer', async (visit) => {
    const fund = await loadFund(visit);
    const form = await visit.form();
    const typed = { threshold: form.text('seuil'), reason: form.text('motif') };
    const version = readVersion(form.text('version'));
    const threshold = readWhole(typed.threshold);
    const problems: Problems = {};
    const asked = { threshold, reason: typed.reason };
    const refusals = checkThreshold(fund.threshold, asked, LENGTHS.reason);
    if (refusals.threshold) problems.seuil = thresholdProblems[refusals.threshold]();
    if (refusals.reason) problems.motif = thresholdProblems[refusals.reason]();
    if (Object.keys(problems).length > 0)
      return showForm(visit, { ...fund, version }, typed, problems);
    const done = await changeThreshold(
      visit.db,
      actOf(visit),
      { id: fund.id, version },
      { threshold: threshold!, reason: typed.reason },
      {
        hold: (tx) => visit.holdActions(tx, fund.id),
        release: (tx) => visit.releaseActions(tx, visit.visitor.id, fund.id),
      },
    );
    if (done.ok) return seeOther(visit, urls.adminFund({ fund: fund.slug }), 'fund-threshold');
    const words = { form: m.funds_problem_meanwhile() };
    return showForm(visit, await loadFund(visit), typed, words, 409);
  }),
]);

async function showForm(
  { db, organisation }: SignedInVisit,
  fund: Fund,
  typed?: { threshold: string; reason: string },
  problems: Problems = {},
  status: 409 | 422 = 422,
): Promise<Answer> {
  const [moneys, steps, changes] = await Promise.all([
    readFundMoney(db, organisation.id, [fund.id]),
    listThresholdSteps(db, organisation.id, fund.id),
    listThresholdChanges(db, organisation.id, fund.id),
  ]);
  const money = moneys.get(fund.id)!;
  const suggested = suggestThreshold(steps, firstThreshold(fund.threshold, changes), money);
  const authors = changes.map(({ changedBy }) => changedBy);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.funds_threshold_title({ name: fund.name }),
    section: 'admin',
    ...(faulty && { status, faulty }),
    body: (
      <ThresholdPage
        fund={fund}
        money={money}
        suggested={suggested}
        changes={changes}
        nicknames={await listNicknames(db, organisation.id, authors)}
        // the form proposes nothing by itself: a suggestion is read, then typed
        typed={typed ?? { threshold: '', reason: '' }}
        problems={problems}
      />
    ),
  });
}
