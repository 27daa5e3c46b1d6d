import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listViolations } from '../../tests/accessibility/page-measures.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../../tests/browser.ts';
import { PASSWORD } from '../../tests/make/people.ts';
import { urls } from '../urls.ts';

describe.skipIf(!hasChromium)('work instead of a puzzle, on sign-up', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  const spent = async () =>
    (await site.db.selectFrom('work_spent').select('nonce').execute()).length;

  it.each([
    [true, 1],
    [false, 0],
  ])(
    'W10 A4 somebody signs up with scripts: %s, and never sees a puzzle',
    async (javaScriptEnabled, works) => {
      const before = await spent();
      const context = await site.open({ javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(urls.signUp());
      await page.locator('input[name="nom"]').fill('Camille Durand');
      await page.locator('input[name="surnom"]').fill(`Camille ${works}`);
      await page.locator('input[name="courriel"]').fill(`camille.${works}@exemple.fr`);
      await page.locator('input[name="mot-de-passe"]').fill(PASSWORD);
      await page.locator('input[name="charte"]').check();
      if (javaScriptEnabled) expect(await listViolations(page)).toEqual([]);
      await page.getByRole('main').getByRole('button', { name: 'Créer mon compte' }).click();
      await page.waitForURL(`**${urls.signUpSent()}*`);
      expect((await spent()) - before).toBe(works);
      await context.close();
    },
  );

  it('W10 a form that is sent before anything is typed waits for the work, and goes', async () => {
    const page = await (await site.open({})).newPage();
    await page.goto(urls.signUp());
    await page.getByRole('main').getByRole('button', { name: 'Créer mon compte' }).click();
    await page.getByRole('alert').waitFor();
    await page.context().close();
  });
});
