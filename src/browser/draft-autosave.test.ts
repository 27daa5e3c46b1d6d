import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, hasChromium, openBrowserSite } from '../../tests/browser.ts';
import { makeEdition } from '../../tests/make/editions.ts';
import { makePerson } from '../../tests/make/people.ts';

/** Ends a page as a phone does that runs out of battery: nothing of it gets to the server any more. */
async function switchOff(page: Page): Promise<void> {
  const ended = page.waitForEvent('crash');
  await page.goto('chrome://crash').catch(() => {});
  await ended;
  await page.close();
}

describe.skipIf(!hasChromium)('R114 a draft as one types', () => {
  let site: BrowserSite;
  let path: string;
  beforeAll(async () => {
    site = await openBrowserSite();
    path = `/editions/${(await makeEdition(site)).slug}/deposer`;
  });
  afterAll(() => site?.close());

  const TEXT = 'Des pommiers au parc, plantés avec les écoles.';

  it('is saved without a button, and is there after closing the window', async () => {
    const context = await site.open();
    const page = await context.newPage();
    await page.goto(path);
    await page.getByLabel('Titre').fill('Un verger');
    await page.getByText('Écologie').click();
    await page.getByLabel('Description').fill(TEXT);
    await page.getByText('Brouillon enregistré').waitFor();
    await page.close();
    const later = await context.newPage();
    await later.goto(path);
    await later.getByRole('link', { name: 'Un verger' }).click();
    expect(await later.getByLabel('Description').inputValue()).toBe(TEXT);
    expect(await later.getByLabel('Écologie').isChecked()).toBe(true);
    await context.close();
  });

  it('waits on the device while there is no connection, and is taken up again', async () => {
    const context = await site.open();
    const page = await context.newPage();
    await page.goto(path);
    await page.getByLabel('Titre').fill('Une mare');
    await page.getByText('Brouillon enregistré').waitFor();
    const address = page.url();
    await context.setOffline(true);
    await page.getByLabel('Description').fill(TEXT);
    await page.getByText('Pas de connexion').waitFor();
    await switchOff(page);
    await context.setOffline(false);
    const later = await context.newPage();
    await later.goto(address);
    await later.getByText('a été repris').waitFor();
    expect(await later.getByLabel('Description').inputValue()).toBe(TEXT);
    await later.reload();
    expect(await later.getByLabel('Description').inputValue()).toBe(TEXT);
    // the reload may be answered before the saving that left with the page: the device lets go once the server has it
    await later.waitForFunction(() => localStorage.length === 0);
    await context.close();
  });

  it('outlives a lost session, and gives way to what was saved later elsewhere', async () => {
    const person = await makePerson(site);
    const context = await site.open();
    const cookie = {
      name: 'palabre',
      value: person.client.cookies.get('palabre')!,
      url: site.origin,
    };
    await context.addCookies([cookie]);
    const page = await context.newPage();
    await page.goto(path);
    await page.getByLabel('Titre').fill('Un banc');
    await page.getByText('Brouillon enregistré').waitFor();
    const address = page.url();
    await context.clearCookies();
    await page.getByLabel('Description').fill(TEXT);
    await page.getByText('Vous n’êtes plus connecté').waitFor();
    await switchOff(page);
    await context.addCookies([cookie]);
    const again = await context.newPage();
    await again.goto(address);
    await again.getByText('a été repris').waitFor();
    expect(await again.getByLabel('Description').inputValue()).toBe(TEXT);

    await context.setOffline(true);
    await again.getByLabel('Description').fill('Ancien texte, resté sur ce téléphone.');
    await again.getByText('Pas de connexion').waitFor();
    await switchOff(again);
    await context.setOffline(false);
    const draft = new URL(address).pathname;
    await person.client.post(draft, {
      title: 'Un banc',
      body: 'Texte plus récent, écrit ailleurs.',
      lang: 'fr',
    });
    const later = await context.newPage();
    await later.goto(address);
    expect(await later.getByLabel('Description').inputValue()).toBe(
      'Texte plus récent, écrit ailleurs.',
    );
    await context.close();
  });

  it('open twice, says that it was changed elsewhere, and writes over nothing', async () => {
    const context = await site.open();
    const [one, two] = [await context.newPage(), await context.newPage()];
    await one.goto(path);
    await one.getByLabel('Titre').fill('Un abri');
    await one.getByText('Brouillon enregistré').waitFor();
    await two.goto(one.url());
    await two.getByLabel('Titre').fill('Un abri à vélos');
    await two.getByText('Brouillon enregistré', { exact: true }).waitFor();
    await one.getByLabel('Titre').fill('Un abri à chats');
    await one.getByText('modifié ailleurs').waitFor();
    await one.reload();
    expect(await one.getByLabel('Titre').inputValue()).toBe('Un abri à vélos');
    await context.close();
  });
});
