import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, hasChromium, openBrowserSite } from '../../tests/browser.ts';
import {
  fillEnvelope,
  type MadePurse,
  makeBudget,
  makePurse,
  makeRequest,
} from '../../tests/make/spending.ts';
import { findRequestById } from '../rooms/spending/index.ts';
import { urls } from '../urls.ts';

describe.skipIf(!hasChromium)('R23 the share of an expense as one types its amount', () => {
  let site: BrowserSite;
  let purse: MadePurse;
  beforeAll(async () => {
    site = await openBrowserSite();
    purse = await makePurse(site);
    await fillEnvelope(site, purse, 4_000);
  });
  afterAll(() => site?.close());

  it('is worked out by the server without a button, follows the choice, and keeps nothing', async () => {
    const budget = await makeBudget(site, purse, { amount: 24_000 });
    const written = { budgetId: budget.id, amount: 24_000, receipts: 25_130 };
    const request = await makeRequest(site, purse, { ...written, state: 'draft' });
    const origin = site.origin.replace('localhost', purse.movement.host);
    const context = await site.open();
    const session = purse.made.treasurers[0].client.cookies.get('palabre')!;
    await context.addCookies([{ name: 'palabre', value: session, url: origin }]);
    const page = await context.newPage();
    await page.goto(origin + urls.requestAmount({ request: String(request.number) }));
    const field = page.getByLabel('Montant demandé');
    const share = page.locator('[data-typed]');

    await field.fill('251,30');
    await share.getByText(/Le fonds paie 240\s€, 11,30\s€ restent/).waitFor();
    expect(await page.locator('typed-part').getByRole('status').textContent()).toMatch(
      /11,30\s€ restent/,
    );
    expect(await field.inputValue()).toBe('251,30');

    const yes = page.getByLabel(/Oui, 11,30\s€/);
    await yes.focus();
    await yes.check();
    const ofGroup = share.getByRole('row', { name: /enveloppe du groupe paie/ });
    await ofGroup.getByText(/11,30/).waitFor();
    expect(await yes.isChecked()).toBe(true);
    // what was answered is put in its place under the hand that chose
    expect(await yes.evaluate((one) => one === document.activeElement)).toBe(true);

    await field.fill('251,3x');
    await share.getByRole('table').waitFor({ state: 'detached' });
    expect(await findRequestById(site.db, purse.movement.id, request.id)).toMatchObject({
      amount: 24_000,
      excessToGroup: false,
      version: request.version,
    });
    await context.close();
  });
});
