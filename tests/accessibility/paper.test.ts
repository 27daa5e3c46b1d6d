import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { makeEdition } from '../make/editions.ts';
import { makeMeeting } from '../make/meetings.ts';
import { seePdf } from '../see-pdf.ts';
import { listOverflows } from './page-measures.ts';

let site: BrowserSite;
let meeting: string;
let edition: string;

/** The least spacing that a reader may ask for (WCAG 1.4.12); as their browser does it, whatever the page allows. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;
const space = (page: Page) =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);

describe.skipIf(!hasChromium)(
  'pages as they are printed, and read by those who change them',
  () => {
    beforeAll(async () => {
      site = await openBrowserSite();
      const made = await makeEdition(site, { slug: 'papier' });
      edition = urls.edition({ edition: made.slug });
      meeting = urls.meeting({ meeting: (await makeMeeting(site, { capacity: 20 })).number });
    });
    afterAll(() => site?.close());

    it('on paper a meeting tells when and where, asks for nothing, and leaves no empty sheet', async () => {
      const context = await site.open();
      const page = await context.newPage();
      await page.goto(meeting);
      const sheets = await seePdf(await page.pdf({ format: 'A4' }));
      const texts = sheets.map(({ text }) => text.trim());
      expect(texts).not.toContain('');
      expect(texts.join(' ')).toContain('Salle des fêtes, 3 rue du Moulin');
      expect(texts[0]).toContain('Venez poser vos questions.');
      expect(texts.join(' ')).not.toContain('Adresse de courriel');
      await context.close();
    });

    it('on paper an edition says where it stands in words that are seen', async () => {
      const context = await site.open();
      const page = await context.newPage();
      await page.goto(edition);
      await page.emulateMedia({ media: 'print' });
      // white on its own ground: without it there would be white on white
      const adjusted = await page
        .locator('.phase-current .phase-dot')
        .evaluate((dot) => getComputedStyle(dot).printColorAdjust);
      expect(adjusted).toBe('exact');
      await context.close();
    });

    it('R58 with colours of the reader, where one is differs from where one may go', async () => {
      const context = await site.open({ viewport: { width: 1280, height: 720 } });
      const page = await context.newPage();
      await page.emulateMedia({ forcedColors: 'active' });
      await page.goto(urls.agenda());
      const lines = await page
        .locator('.site-nav a')
        .evaluateAll((links) => links.map((link) => getComputedStyle(link).borderBlockEndColor));
      expect(lines.length).toBeGreaterThan(2);
      expect(new Set(lines).size).toBe(2);
      await context.close();
    });

    it('R58 with wider letters and lines, nothing is sideways at 320 px', async () => {
      const context = await site.open({ viewport: { width: 320, height: 640 } });
      const page = await context.newPage();
      const problems: string[] = [];
      const paths = [urls.home(), urls.editions(), edition, `${edition}/idees`, meeting];
      for (const path of [
        ...paths,
        urls.agenda(),
        urls.news(),
        urls.globalDelivery(),
        urls.openData(),
      ]) {
        await page.goto(path);
        await space(page);
        problems.push(...(await listOverflows(page)).map((words) => `${path}: ${words}`));
      }
      expect(problems).toEqual([]);
      await context.close();
    });
  },
);
