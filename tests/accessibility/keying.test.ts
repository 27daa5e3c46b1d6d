import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../src/rooms/identity/index.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import {
  enterBatchOf,
  keyAll,
  type MadePaper,
  makeKeyers,
  makePaperPoll,
  openBatchOf,
  usualBatch,
} from '../make/paper.ts';
import type { MadePerson } from '../make/people.ts';
import { listOverflows, listSmallTargets, listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('the counting of paper', () => {
  let site: BrowserSite;
  let made: MadePaper;
  let judged: MadePaper;
  let keyers: [MadePerson, MadePerson, MadePerson];
  beforeAll(async () => {
    site = await openBrowserSite();
    keyers = await makeKeyers(site);
    site.travel('-20 days');
    made = await makePaperPoll(site);
    judged = await makePaperPoll(site, { kind: 'judgment' });
    site.travel(null);
  }, 60_000);
  afterAll(() => site?.close());

  async function open(width: number): Promise<Page> {
    const context = await site.open({ viewport: { width, height: 780 } });
    const { db, organisationId } = site;
    const proven = { factorProven: true };
    const session = await openSession(db, organisationId, keyers[0].id, 'Firefox', proven);
    await context.addCookies([{ name: 'palabre', value: session, url: site.origin }]);
    return context.newPage();
  }

  it('R54 A1 a pile is keyed by keyboard alone, one paper an Enter, a slip shown and mended', async () => {
    const batch = await openBatchOf(keyers[0], judged, usualBatch(judged.points[0]));
    const page = await open(1280);
    await page.goto(urls.adminUrnBatch(batch));
    // the keyboard is led to the field by itself, once the page is drawn
    const field = () => page.waitForFunction(() => document.activeElement?.matches('[name=typed]'));
    const enter = async (typed: string) => {
      await field();
      await page.keyboard.type(typed);
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    };
    await enter('12341');
    await page.getByRole('heading', { name: 'Bulletin 2 sur 3' }).waitFor();
    await enter('12345');
    await page.getByRole('alert').waitFor();
    expect(await listViolations(page)).toEqual([]);
    // from the summary to the field, where what was typed waits to be mended
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await field();
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await enter('-');
    await enter('blanc');
    await page.getByText('Tout le lot est saisi').waitFor();
    expect(await page.getByRole('status').allInnerTexts()).toContain('Blanc');
  });

  it('R54 A1 A7 axe at zero, targets for thumbs, nothing sideways, at each state of a batch', async () => {
    const [here, there] = made.points;
    const [first, second] = keyers;
    const differing = await openBatchOf(first, made, usualBatch(here));
    await keyAll(first, differing, ['1 2', '3', 'nul 1']);
    await keyAll(second, differing, ['1 2', '3 4', 'blanc']);
    const agreed = await openBatchOf(first, made, usualBatch(here, { number: '2', declared: '1' }));
    await keyAll(first, agreed, ['1']);
    await keyAll(second, agreed, ['1']);
    await enterBatchOf(keyers, made, usualBatch(there, { number: '3' }), ['1', '2']);
    const { rows } = await site.pool.query(`select id from paper_batch where number = '3'`);
    const totals = { ...made.at, point: here.id };
    await first.client.post(urls.adminUrnTotals(totals), {
      ...{ valid: '13', blank: '0', void: '0' },
      file: new File(['numero;bulletins\n1;1\n2;0\n3;1\n4;0\n5;2'], 'totaux.csv'),
    });
    const paths = [
      urls.adminUrnTotals(totals),
      urls.adminUrnBatch(differing),
      urls.adminUrnBatch(agreed),
      urls.adminUrnBatch({ ...made.at, batch: rows[0].id }),
      urls.adminUrnPoint({ ...made.at, point: there.id }),
      urls.adminPollUrn(made.at),
    ];
    const page = await open(320);
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      await page.goto(path);
      expect(new URL(page.url()).pathname).toBe(path);
      const measures = [listViolations, listSmallTargets, listOverflows];
      found[path] = (await Promise.all(measures.map((measure) => measure(page)))).flat();
    }
    expect(found).toEqual(Object.fromEntries(paths.map((path) => [path, []])));
  });
});
