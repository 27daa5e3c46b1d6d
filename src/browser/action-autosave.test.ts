import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, hasChromium, openBrowserSite } from '../../tests/browser.ts';
import { makeAction } from '../../tests/make/action.ts';
import { makeFund } from '../../tests/make/fund.ts';
import {
  type MadeGroup,
  type MadeMovement,
  makeGroup,
  makeMovement,
} from '../../tests/make/group.ts';
import { listLines } from '../rooms/actions/action.store.ts';
import { actionSegment } from '../rooms/actions/action-address.ts';
import type { Action } from '../rooms/actions/index.ts';
import type { Fund } from '../rooms/funds/index.ts';
import { urls } from '../urls.ts';

describe.skipIf(!hasChromium)('R10 the budget of a proposal as one types', () => {
  let site: BrowserSite;
  let movement: MadeMovement;
  let group: MadeGroup;
  let fund: Fund;
  beforeAll(async () => {
    site = await openBrowserSite();
    movement = await makeMovement(site);
    group = await makeGroup(site, movement, { certified: true });
    ({ fund } = await makeFund(site, movement));
  }, 60_000);
  afterAll(() => site?.close());

  /** The form of a draft with one line, open in the browser of who leads the group. */
  async function openForm(): Promise<{
    context: BrowserContext;
    page: Page;
    path: string;
    action: Action;
  }> {
    const action = await makeAction(site, movement, fund, group, { maximum: 12_000 });
    const baseURL = site.origin.replace('localhost', movement.host);
    const context = await site.open({ baseURL });
    const value = group.lead.client.cookies.get('palabre')!;
    await context.addCookies([{ name: 'palabre', value, url: baseURL }]);
    const page = await context.newPage();
    const path = urls.proposalText({ action: actionSegment(action) });
    await page.goto(path);
    return { context, page, path, action };
  }
  const kept = ({ id }: Action) => listLines(site.db, movement.id, id);

  it('a line with words but no amount yet comes back, until it is whole', async () => {
    const { context, page, path, action } = await openForm();
    await page.getByLabel('Dépense 2').fill('Location d’une sono');
    await page.getByText('gardée sur cet appareil').waitFor();
    await page.close();
    expect(await kept(action)).toHaveLength(1);
    const later = await context.newPage();
    await later.goto(path);
    await later.getByText('a été repris').waitFor();
    expect(await later.getByLabel('Dépense 2').inputValue()).toBe('Location d’une sono');
    await later.getByLabel('Montant 2').fill('40');
    await later.getByText('Enregistré à l’instant.', { exact: true }).waitFor();
    await later.waitForFunction(() => localStorage.length === 0);
    expect(await kept(action)).toMatchObject([{}, { label: 'Location d’une sono', amount: 4_000 }]);
    await context.close();
  });

  it('so does one further down than the page shows rows', async () => {
    const { context, page, path } = await openForm();
    await page.goto(`${path}?lignes=12`);
    await page.getByLabel('Dépense 9').fill('Boissons chaudes');
    await page.getByText('gardée sur cet appareil').waitFor();
    await page.close();
    const later = await context.newPage();
    await later.goto(path);
    await later.getByText('a été repris').waitFor();
    expect(await later.getByLabel('Dépense 9').inputValue()).toBe('Boissons chaudes');
    await context.close();
  });

  it('what was sent and refused is not lost by closing the window', async () => {
    const { context, page, path, action } = await openForm();
    await page.getByLabel('Titre').fill('Atelier sono');
    await page.getByLabel('Dépense 2').fill('Location d’une sono');
    await page.getByRole('button', { name: 'Enregistrer et relire' }).click();
    await page.getByText('à corriger').first().waitFor();
    await page.getByText('gardée sur cet appareil').waitFor();
    await page.close();
    const later = await context.newPage();
    await later.goto(path);
    await later.getByText('a été repris').waitFor();
    expect(await later.getByLabel('Titre').inputValue()).toBe('Atelier sono');
    expect(await later.getByLabel('Dépense 2').inputValue()).toBe('Location d’une sono');
    expect(await kept(action)).toHaveLength(1);
    await context.close();
  });
});
