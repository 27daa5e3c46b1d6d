import { mkdirSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { urls } from '../src/urls.ts';
import { openBrowserSite } from './browser.ts';
import { KIND_NAMES, makeKind, type KindName } from './make/kinds.ts';
import { makePerson } from './make/people.ts';
import { openSession } from '../src/rooms/identity/index.ts';

const SIZES = [
  { name: '360', viewport: { width: 360, height: 780 }, colorScheme: 'light' },
  { name: '1280', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: '360d', viewport: { width: 360, height: 780 }, colorScheme: 'dark' },
  { name: '1280d', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const;
const TITLES = ['Un verger partagé derrière la médiathèque', 'La mare aux hérissons', 'Réaménagement intercommunal des pistes cyclables et des cheminements piétons entre la gare et le collège', 'Un four à pain', 'Anticonstitutionnellement-long-mot-composé-sans-espace-aucun pour voir', 'Une fresque'];
const kinds = (process.env.KINDS ?? KIND_NAMES.join()).split(',') as KindName[];
const size = Number(process.env.SIZE ?? 5);
const fill = process.env.FILL ?? '1.2';
const sizes = (process.env.SIZES ?? '360,1280').split(',');
const full = process.env.FULL !== '0';
const out = process.env.OUT ?? '/tmp/scr/out';
const js = process.env.JS !== '0';
const pageName = process.env.PAGE ?? 'vote';
it('looks', async () => {
  mkdirSync(out, { recursive: true });
  const site = await openBrowserSite();
  const person = await makePerson(site);
  const token = await openSession(site.db, site.organisationId, person.id, 'Firefox');
  for (const kind of kinds) {
    const made = await makeKind(site, kind, { size, titleOf: (n) => size === 5 ? TITLES[(n - 1) % TITLES.length]! : `${TITLES[(n - 1) % TITLES.length]!}${n > TITLES.length ? ` (${n})` : ''}` });
    const at = { edition: made.edition.slug };
    for (const one of SIZES.filter((s) => sizes.includes(s.name))) {
      const context = await site.open({ viewport: one.viewport, colorScheme: one.colorScheme, javaScriptEnabled: js });
      await context.addCookies([{ name: 'palabre', value: token, url: site.origin }]);
      if (fill) await context.addCookies([{ name: 'panier', value: encodeURIComponent(fill), url: `${site.origin}${urls.edition(at)}`.replace(/\/editions.*/, ''), }].map((c) => c));
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      const query = process.env.QUERY ?? '';
      const address = pageName === 'review' ? urls.voteReview(at) : urls.vote(at) + query;
      const answer = await page.goto(address);
      if (answer!.status() !== 200) writeFileSync(`${out}/${kind}.html`, await answer!.text());
      if (process.env.PRESS) await page.getByRole('button', { name: new RegExp(process.env.PRESS) }).nth(Number(process.env.NTH ?? 0)).click();
      if (process.env.PRESS) await page.waitForTimeout(300);
      if (process.env.AT) await page.locator(process.env.AT).first().scrollIntoViewIfNeeded();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      console.log(kind, one.name, answer!.status(), 'height', await page.evaluate(() => document.documentElement.scrollHeight), wide > one.viewport.width ? `OVERFLOW ${wide}` : '', errors.join());
      await page.screenshot({ path: `${out}/${kind}.${pageName}.${one.name}.png`, fullPage: full });
      await context.close();
    }
  }
  await site.close();
}, 600_000);
