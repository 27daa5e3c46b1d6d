import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, hasChromium, openBrowserSite } from '../../tests/browser.ts';
import { makeEdition } from '../../tests/make/editions.ts';
import { makePerson } from '../../tests/make/people.ts';

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
    await page.close();
    await context.setOffline(false);
    const later = await context.newPage();
    await later.goto(address);
    await later.getByText('a été repris').waitFor();
    expect(await later.getByLabel('Description').inputValue()).toBe(TEXT);
    await later.reload();
    expect(await later.getByLabel('Description').inputValue()).toBe(TEXT);
    expect(await later.evaluate(() => localStorage.length)).toBe(0);
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
    await context.addCookies([cookie]);
    await page.goto(address);
    expect(await page.getByLabel('Description').inputValue()).toBe(TEXT);
    await page.getByText('a été repris').waitFor();

    await context.setOffline(true);
    await page.getByLabel('Description').fill('Ancien texte, resté sur ce téléphone.');
    await page.getByText('Pas de connexion').waitFor();
    await page.close();
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
});
