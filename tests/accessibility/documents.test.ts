import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { makePerson } from '../make/people.ts';
import { shareDocuments } from './library-scenes.ts';
import { listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('documents of a network in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  it('R149 R150 A1 the library, its forms and its documents have no fault at 360 px', async () => {
    const person = await makePerson(site, { nickname: 'Rosa Lenoir', isKnown: true });
    const pages = await shareDocuments(site, person);
    const context = await site.open();
    await context.addCookies([
      { name: 'palabre', value: person.client.cookies.get('palabre')!, url: site.origin },
    ]);
    const page = await context.newPage();
    const paths = [
      ...Object.values(pages).map(({ path }) => path),
      `${pages[urls.spaceDocuments.pattern]!.path}?dossier=1&vue=grille`,
      `${pages[urls.spaceDocuments.pattern]!.path}?mots=introuvable`,
    ];
    for (const [at, path] of paths.entries()) {
      await page.goto(site.origin + path);
      expect(await listViolations(page), path).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        path,
      ).toBe(true);
      if (process.env.SHOTS) {
        await page.screenshot({ path: `${process.env.SHOTS}/${at}-360.png`, fullPage: true });
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.screenshot({ path: `${process.env.SHOTS}/${at}-1280.png`, fullPage: true });
        await page.setViewportSize({ width: 360, height: 740 });
      }
    }
    await context.close();
  }, 90_000);
});
