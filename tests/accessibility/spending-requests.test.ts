import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRequest } from '../../src/rooms/spending/index.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import {
  fillEnvelope,
  type MadePurse,
  makeBudget,
  makePurse,
  makeRequest,
  must,
} from '../make/spending.ts';
import { listOverflows, listSmallTargets, listViolations } from './page-measures.ts';

let site: BrowserSite;
let purse: MadePurse;

describe.skipIf(!hasChromium)('pages of the spending requests', () => {
  beforeAll(async () => {
    site = await openBrowserSite();
    purse = await makePurse(site);
    await fillEnvelope(site, purse, 1_234_567_89);
  }, 60_000);
  afterAll(() => site?.close());

  it('R22 axe at zero, nothing sideways at 320 px, targets of 44 px', async () => {
    const budget = await makeBudget(site, purse);
    const written = { budgetId: budget.id, amount: 25_130 };
    const draft = await makeRequest(site, purse, { ...written, state: 'draft' });
    const sent = await makeRequest(site, purse, { state: 'peer-review' });
    const decided = await makeRequest(site, purse, { state: 'finance-review' });
    const owed = await makeRequest(site, purse, { state: 'approved' });
    await site.pool.query(
      'update spending_request set bank_asked_at = palabre_now() where id = $1',
      [owed.id],
    );
    const by = { organisationId: purse.movement.id, by: purse.made.treasurers[0].id };
    const empty = must(await openRequest(site.db, by, { groupId: purse.made.group.id })).request;
    const at = { request: String(draft.number) };
    const group = purse.made.group.slug;
    const { treasurers } = purse.made;
    const scenes = [
      {
        by: treasurers[1],
        paths: [
          urls.groupRequests({ group }),
          urls.newGroupRequest({ group }),
          urls.requestDetails(at),
          urls.requestDocuments(at),
          urls.requestAmount(at),
          urls.requestBank(at),
          urls.requestEnding(at),
          urls.requestEnding({ request: String(sent.number) }),
          urls.spendingHistory({ request: String(decided.number) }),
          urls.requestDeletion(at),
          urls.spendingBankAgain({ request: String(owed.number) }),
          urls.groupBudgets({ group }),
          urls.newGroupBudget({ group }),
          urls.groupBudget({ group, budget: String(budget.number) }),
        ],
      },
      {
        // who sent it waits for another; what is typed is worked out, a draft may be empty
        by: treasurers[0],
        paths: [
          urls.requestEnding({ request: String(sent.number) }),
          `${urls.requestAmount(at)}?montant=251,30&reste=oui`,
          urls.spendingHistory({ request: String(empty.number) }),
        ],
      },
      {
        by: purse.desk,
        paths: [
          urls.financeRequests(),
          urls.financeBudgets(),
          urls.financeBudget({ budget: String(budget.number) }),
          urls.financeRequests({ etat: 'toutes', q: 'zzz' }),
          urls.financeRequest({ request: String(decided.number) }),
        ],
      },
    ];
    const origin = site.origin.replace('localhost', purse.movement.host);
    const problems: string[] = [];
    for (const { by, paths } of scenes) {
      const context = await site.open();
      const session = by.client.cookies.get('palabre')!;
      await context.addCookies([{ name: 'palabre', value: session, url: origin }]);
      const page = await context.newPage();
      for (const path of paths) {
        await page.setViewportSize({ width: 360, height: 780 });
        const status = (await page.goto(origin + path))?.status();
        if (status !== 200) problems.push(`${path}: answers ${status}`);
        const found = [...(await listViolations(page)), ...(await listSmallTargets(page))];
        await page.setViewportSize({ width: 320, height: 780 });
        found.push(...(await listOverflows(page)));
        problems.push(...found.map((words) => `${path}: ${words}`));
      }
      await context.close();
    }
    expect(problems).toEqual([]);
  }, 240_000);
});
