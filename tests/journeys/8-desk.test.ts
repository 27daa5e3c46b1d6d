import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import {
  doubleText,
  listOverflows,
  listSmallTargets,
  listViolations,
} from '../accessibility/page-measures.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { giveCodeTo, type MadeDesk, type MadeEntry, makeDesk } from '../make/desk.ts';
import { signIn } from '../make/people.ts';
import { watch } from './watch.ts';

const DESKTOP = { viewport: { width: 1280, height: 800 } };
const WAYS = [
  { way: 'with scripts', scripts: true },
  { way: 'without scripts', scripts: false },
] as const;

describe.skipIf(!hasChromium)('Journey 8: a point of vote', () => {
  let site: BrowserSite;
  let made: MadeDesk;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());
  beforeEach(async () => {
    made = await makeDesk(site, 'paper-wins');
  });

  const here = () => ({ point: made.point.id });
  const at = () => ({ edition: made.edition.slug });

  /** A device on which the officer is signed in. */
  async function office(options: BrowserContextOptions = DESKTOP): Promise<BrowserContext> {
    const context = await site.open(options);
    context.setDefaultTimeout(20_000);
    await signIn(site, made.officer.client, made.officer.id);
    const value = made.officer.client.cookies.get('palabre')!;
    await context.addCookies([{ name: 'palabre', value, url: site.origin }]);
    return context;
  }

  async function openKiosk(options: BrowserContextOptions = DESKTOP): Promise<Page> {
    const page = await (await office(options)).newPage();
    await page.goto(urls.deskKiosk(here()));
    await page.getByRole('button', { name: 'Me déconnecter et ouvrir la borne' }).click();
    await page.getByRole('heading', { name: 'Votez ici' }).waitFor();
    await signIn(site, made.officer.client, made.officer.id);
    return page;
  }

  async function unlock(page: Page, entry: MadeEntry): Promise<void> {
    await page.getByLabel('Votre code').fill(await giveCodeTo(made, entry));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Je vote' }).waitFor();
  }

  async function cast(page: Page): Promise<void> {
    await page
      .getByRole('button', { name: /^Choisir ce projet/ })
      .first()
      .click();
    await page
      .getByRole('button', { name: /^Retirer de mon choix/ })
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Vérifier et déposer' }).first().click();
    await page.getByRole('button', { name: 'Déposer mon vote' }).click();
    await page.getByRole('heading', { name: 'Votre vote est dans l’urne' }).waitFor();
  }

  it.each(WAYS)(
    'R53 $way, a voter in two pages and twenty keys, hands never off the keyboard',
    async ({ scripts }) => {
      const context = await office({ ...DESKTOP, javaScriptEnabled: scripts });
      const watched = watch(context, site.origin);
      const page = await context.newPage();
      await page.goto(urls.desk(here()));
      let pages = 0;
      page.on('domcontentloaded', () => {
        pages += 1;
      });
      const voters = [
        ['had', '31081951', 'Nadia Haddad'],
        ['le g', '29021980', 'Yann Le Goff'],
      ] as const;
      for (const [name, birthDate, shown] of voters) {
        pages = 0;
        let keys = 0;
        const type = async (words: string) => {
          keys += words.length;
          await page.keyboard.type(words);
        };
        const press = async (key: string) => {
          keys += 1;
          await page.keyboard.press(key);
        };
        const begun = performance.now();
        // the browser moves there once the page is drawn
        await page.locator('input[name=nom]:focus').waitFor();
        await type(name);
        await press('Tab');
        await type(birthDate);
        await press('Enter');
        await page.getByText('N’a pas voté').waitFor();
        await page.locator('button:focus').waitFor();
        await press('Enter');
        await page.getByText(`Bulletin remis : ${shown}`).waitFor();
        expect(pages).toBe(2);
        expect(keys).toBeLessThanOrEqual(20);
        expect(performance.now() - begun).toBeLessThan(10_000);
      }
      expect(watched.complaints).toEqual([]);
      await context.close();
    },
  );

  it.each(WAYS)(
    'R79 $way, a kiosk shows nothing of a voter to the next: not by the way back, nor by its history',
    async ({ scripts }) => {
      const page = await openKiosk({ ...DESKTOP, javaScriptEnabled: scripts });
      const visited: string[] = [];
      page.on('framenavigated', (frame) => visited.push(frame.url()));
      await unlock(page, made.entries[0]!);
      await cast(page);
      await page.getByRole('button', { name: 'J’ai terminé' }).click();
      await page.getByRole('heading', { name: 'Votez ici' }).waitFor();
      for (;;) {
        await page.goBack();
        if (page.url() === 'about:blank') break;
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Votez ici');
      }
      const keys = made.poll.options.map(({ key }) => key);
      for (const address of visited) {
        expect(new URL(address).hash.slice(1)).not.toMatch(/\d/);
        expect(keys.some((key) => new URL(address).search.includes(key))).toBe(false);
      }
      const cookies = await page.context().cookies();
      expect(cookies.map(({ name }) => name)).toEqual(['borne']);
      expect(await page.context().storageState()).toMatchObject({ origins: [] });
      await page.context().close();
    },
  );

  it('R79 two minutes without a gesture: the screen asks, then leaves by itself', async () => {
    const page = await openKiosk();
    await page.clock.install();
    await unlock(page, made.entries[0]!);
    await page.clock.fastForward(95_000);
    await page.clock.runFor(1500);
    await page.getByText('Êtes-vous encore là').waitFor();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.clock.runFor(1500);
    await page.getByText('Êtes-vous encore là').waitFor({ state: 'hidden' });
    await page.clock.fastForward(121_000);
    await page.clock.runFor(1500);
    await page.getByRole('heading', { name: 'Votez ici' }).waitFor();
    await page.context().close();
  });

  it('A1 A7 desk and kiosk: axe at zero, targets for thumbs, nothing sideways at 320 px, on a desktop, with text twice as large', async () => {
    const found: Record<string, string[]> = {};
    for (const width of [1280, 320]) {
      made = await makeDesk(site, 'online-wins');
      const viewport = { width, height: 780 };
      const measure = async (name: string, page: Page) => {
        const problems = [...(await listViolations(page)), ...(await listSmallTargets(page))];
        problems.push(...(await listOverflows(page)));
        await doubleText(page);
        problems.push(...(await listOverflows(page)).map((words) => `text twice: ${words}`));
        await page.evaluate(() => document.documentElement.removeAttribute('style'));
        if (problems.length > 0) found[`${name} ${width}`] = problems;
      };
      const kiosk = await openKiosk({ viewport });
      await measure('kiosk waiting', kiosk);
      await kiosk.getByRole('button', { name: 'Commencer' }).click();
      await kiosk.getByRole('alert').first().waitFor();
      await measure('kiosk code refused', kiosk);
      const desk = await (await office({ viewport })).newPage();
      await desk.goto(urls.desks());
      await measure('points of today', desk);
      await desk.goto(urls.desk(here()));
      await measure('desk', desk);
      const search = async (name: string) => {
        await desk.getByLabel('Nom, puis prénom').fill(name);
        await desk.keyboard.press('Enter');
        await desk.getByRole('heading', { name: /trouvée/ }).waitFor();
      };
      await search('Haddad');
      await measure('desk found', desk);
      await desk.getByRole('button', { name: 'Remettre un bulletin papier' }).first().click();
      await desk.getByRole('alert').first().waitFor();
      await measure('desk envelope missing', desk);
      await desk.getByLabel('Numéro de l’enveloppe extérieure').first().fill('A1');
      await desk.keyboard.press('Enter');
      await desk.getByText('Bulletin remis').waitFor();
      await measure('desk paper given', desk);
      await search('Inconnue');
      await desk.getByRole('button', { name: 'Remettre un bulletin papier' }).click();
      await desk.getByRole('alert').first().waitFor();
      await measure('desk declared refused', desk);
      await search('Le Goff');
      await desk.getByRole('button', { name: 'Ouvrir la borne' }).first().click();
      await desk.locator('.kiosk-code').waitFor();
      await measure('desk code', desk);
      await desk.goto(urls.deskKiosk(here()));
      await measure('turning a device into a kiosk', desk);
      await signIn(site, made.officer.client, made.officer.id);
      await unlock(kiosk, made.entries[2]!);
      await measure('kiosk vote', kiosk);
      await kiosk
        .getByRole('button', { name: /^Choisir ce projet/ })
        .first()
        .click();
      await kiosk.goto(urls.voteReview(at()));
      await measure('kiosk review', kiosk);
      await kiosk.getByRole('button', { name: 'Déposer mon vote' }).click();
      await kiosk.getByRole('heading', { name: 'Votre vote est dans l’urne' }).waitFor();
      await measure('kiosk receipt', kiosk);
      await desk.context().close();
      await kiosk.context().close();
    }
    expect(found).toEqual({});
  }, 120_000);
});
