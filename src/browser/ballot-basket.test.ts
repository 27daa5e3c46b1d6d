import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, hasChromium, openBrowserSite } from '../../tests/browser.ts';
import { KIND_NAMES, type KindName, makeKind } from '../../tests/make/kinds.ts';
import type { MadePoll } from '../../tests/make/polls.ts';
import { urls } from '../urls.ts';

/** Everything that the ballot says and holds, but for what stands there only where no script runs. */
function readBallot(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('[data-plain], [data-said]'))
      part.hidden = true;
    const ballot = document.querySelector<HTMLElement>('ballot-basket')!;
    const fields = [...ballot.querySelectorAll<HTMLInputElement>('input:not([type="hidden"])')];
    const widths = [...ballot.querySelectorAll('svg rect')].map((one) => one.getAttribute('width'));
    return {
      text: ballot.innerText.replaceAll(/\s+/g, ' '),
      fields: fields.map(({ name, type, value, checked }) =>
        type === 'radio' ? `${name} ${value} ${checked}` : `${name} ${value}`,
      ),
      sent: [...ballot.querySelectorAll<HTMLInputElement>('[data-ranking] input')].map(
        ({ name, value }) => `${name} ${value}`,
      ),
      states: [...ballot.querySelectorAll<HTMLElement>('[data-state]')].map(
        ({ dataset }) => dataset.state,
      ),
      marked: [...ballot.querySelectorAll('.card-chosen, .ballot-line-chosen')].length,
      widths,
    };
  });
}

const name = (words: string) => new RegExp(words.replaceAll(' ', '\\s'));

describe.skipIf(!hasChromium)('a ballot that answers at once', () => {
  let site: BrowserSite;
  const made = {} as Record<KindName, MadePoll>;
  beforeAll(async () => {
    site = await openBrowserSite();
    for (const kind of KIND_NAMES) made[kind] = await makeKind(site, kind);
  }, 120_000);
  afterAll(() => site?.close());

  const addressOf = (kind: KindName) => urls.vote({ edition: made[kind].edition.slug });

  async function open(kind: KindName): Promise<{ context: BrowserContext; page: Page }> {
    const context = await site.open();
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(addressOf(kind) + (kind === 'districts' ? '?quartier=C' : ''));
    return { context, page };
  }

  const press = (page: Page, words: string) =>
    page.getByRole('button', { name: name(words) }).click();

  const choose = async (page: Page, ...numbers: number[]) => {
    for (const number of numbers)
      await press(page, `^Choisir ce projet « Projet d’essai ${number}`);
  };
  const rank = async (page: Page, ...titles: string[]) => {
    for (const title of titles) await press(page, `^Classer.* « ${title}`);
  };
  const tick = async (page: Page, key: string, value: string) =>
    page.locator(`input[name="note-${key}"][value="${value}"]`).check();

  const gestures: Record<KindName, (page: Page) => Promise<void>> = {
    approval: async (page) => {
      await choose(page, 1, 2, 3);
      await press(page, '^Retirer de mon choix « Projet d’essai 2');
    },
    'choose-one': (page) => choose(page, 1, 4),
    knapsack: (page) => choose(page, 1, 3),
    districts: (page) => choose(page, 1, 2, 5),
    cumulative: async (page) => {
      await page
        .getByLabel(name('^Points pour « Projet d’essai 2 »'.replaceAll('«', '.')))
        .fill('9');
      await press(page, '^Un point de plus « Projet d’essai 1');
      await press(page, '^Un point de plus « Projet d’essai 1');
      await press(page, '^Un point de moins « Projet d’essai 1');
    },
    scoring: (page) => page.locator('input[name="note-3"]').fill('4'),
    ordinal: async (page) => {
      await rank(page, 'Projet d’essai 1', 'Projet d’essai 4', 'Projet d’essai 2');
      await press(page, '^Monter « Projet d’essai 2');
      await press(page, '^Descendre « Projet d’essai 1');
      await press(page, '^Retirer « Projet d’essai 4');
    },
    stv: async (page) => {
      await rank(page, 'Driss', 'Adèle', 'Bruno');
      await press(page, '^Monter « Bruno');
    },
    judgment: async (page) => {
      await tick(page, '1', '3');
      await tick(page, '2', '0');
      await tick(page, '3', '1');
      await tick(page, '3', '');
    },
    'yes-no': async (page) => {
      await tick(page, '1', '1');
      await tick(page, '3', '0');
    },
  };

  it.each(KIND_NAMES)(
    '%s: says what the server says, word for word, with no request',
    async (kind) => {
      const { context, page } = await open(kind);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await gestures[kind](page);
      expect(asked).toEqual([]);
      const live = await readBallot(page);
      const plain = await site.open({ javaScriptEnabled: false });
      await plain.addCookies(await context.cookies());
      const served = await plain.newPage();
      await served.goto(page.url());
      expect(live).toEqual(await readBallot(served));
      await context.close();
      await plain.close();
    },
  );

  it('R76 refuses beside the card, and takes the words away once it fits', async () => {
    const { context, page } = await open('knapsack');
    await choose(page, 2, 3);
    await choose(page, 4);
    const card = page.locator('[data-option="4"]');
    await card.getByRole('alert').getByText('Il vous manque 3 000 €').waitFor();
    expect(await card.getByRole('button', { name: name('^Retirer') }).count()).toBe(0);
    await press(page, '^Retirer de mon choix « Projet d’essai 3');
    await choose(page, 4);
    await page.getByText('enveloppe entièrement utilisée').first().waitFor();
    expect(await card.getByRole('alert').innerText()).toBe('');
    await context.close();
  });

  it('keeps the focus on the ranking: on the button pressed, on its neighbour, on the next row', async () => {
    const { context, page } = await open('ordinal');
    await rank(page, 'Projet d’essai 1', 'Projet d’essai 2', 'Projet d’essai 3');
    const focused = () =>
      page.evaluate(() => document.activeElement?.textContent?.replaceAll(/\s+/g, ' ').trim());
    await press(page, '^Monter « Projet d’essai 3');
    expect(await focused()).toBe('Monter « Projet d’essai 3 »');
    await page.keyboard.press('Space');
    // first now: nothing to move up any more
    expect(await focused()).toBe('Descendre « Projet d’essai 3 »');
    expect(await page.locator('[data-said]').innerText()).toMatch(/Projet d’essai 3.*1er choix/);
    await press(page, '^Retirer « Projet d’essai 3');
    expect(
      await page.evaluate(() => document.activeElement?.closest('[data-ranking]') !== null),
    ).toBe(true);
    await context.close();
  });

  it('shows again what another page has changed, and what is no number beside its field', async () => {
    const { context, page } = await open('cumulative');
    const field = page.locator('input[name="note-1"]');
    await field.fill('3');
    await field.fill('trois');
    await page.getByText('Écrivez un nombre entier de points, de 0 à 5.').waitFor();
    await field.fill('2');
    await page
      .getByText('Écrivez un nombre entier de points, de 0 à 5.')
      .waitFor({ state: 'hidden' });
    const other = await context.newPage();
    await other.goto(addressOf('cumulative'));
    expect(await other.locator('input[name="note-1"]').inputValue()).toBe('2');
    await other.close();
    await page.getByRole('button', { name: 'Vérifier et déposer' }).last().click();
    await page.getByRole('heading', { name: 'Vérifier mon vote' }).waitFor();
    await page.goBack();
    expect(await field.inputValue()).toBe('2');
    // sent all the same, it comes back as it was typed, with its words
    await page.locator('input[name="note-3"]').fill('beaucoup');
    await page.getByRole('button', { name: 'Vérifier et déposer' }).last().click();
    await page.getByText('Il y a un point à corriger').waitFor();
    expect(await page.locator('input[name="note-3"]').inputValue()).toBe('beaucoup');
    expect(await field.inputValue()).toBe('2');
    await page.locator('#note-3-problem').getByText('Écrivez un nombre entier').waitFor();
    await context.close();
  });
});
