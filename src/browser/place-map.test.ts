import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, hasChromium, openBrowserSite } from '../../tests/browser.ts';
import { makeEdition } from '../../tests/make/editions.ts';
import { makeIdea, TYPED_IDEA } from '../../tests/make/ideas.ts';
import { PNG, startMapPeer } from '../../tests/make/maps.ts';
import { INSIDE, keepTown, TOWN } from '../../tests/make/outlines.ts';
import type { Edition } from '../rooms/spaces/index.ts';
import { urls } from '../urls.ts';

describe.skipIf(!hasChromium)('R68 a map that moves', () => {
  let site: BrowserSite;
  let edition: Edition;
  beforeAll(async () => {
    site = await openBrowserSite();
    await keepTown(site);
    edition = await makeEdition(site);
  });
  afterAll(() => site?.close());

  it('R68 a pin is set by a click and moved by arrow keys, under the strictest policy', async () => {
    const context = await site.open({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(urls.depositStart({ edition: edition.slug }));
    await page.getByLabel('Titre').fill(TYPED_IDEA.title);
    await page.getByLabel('Description').fill(TYPED_IDEA.body);
    await page.getByText('Écologie').click();
    await page.getByRole('button', { name: 'Continuer' }).click();
    const map = page.locator('.map-moving');
    await map.click({ position: { x: 200, y: 200 } });
    const degrees = async () =>
      Promise.all(
        ['Longitude', 'Latitude'].map(async (name) =>
          Number(await page.getByLabel(name).inputValue()),
        ),
      ) as Promise<[number, number]>;
    const [longitude, latitude] = await degrees();
    expect(longitude).toBeGreaterThan(TOWN.west);
    expect(longitude).toBeLessThan(TOWN.east);
    expect(latitude).toBeGreaterThan(TOWN.south);
    const pin = page.getByRole('button', { name: /Repère/ });
    await pin.press('ArrowRight');
    await pin.press('ArrowUp');
    const [east, north] = await degrees();
    expect(east).toBeGreaterThan(longitude);
    expect(north).toBeGreaterThan(latitude);
    await page.getByRole('button', { name: 'Agrandir la carte' }).click();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('W6 asks nobody but this server, tiles included', async () => {
    const peer = await startMapPeer((_, response) => void response.end(PNG));
    await site.db
      .insertInto('map_settings')
      .values({
        organisation_id: site.organisationId,
        background: 'server',
        tile_template: `${peer.url}/{z}/{x}/{y}.png`,
        attribution: '© Nous',
      })
      .execute();
    site.memory.forgetAll();
    await makeIdea(site, edition, { place: { words: '', point: INSIDE } });
    const context = await site.open({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const tile = page.waitForResponse((response) => response.url().includes('/carte/fond/'));
    await page.goto(urls.ideas({ edition: edition.slug }, { vue: 'carte' }));
    expect((await tile).status()).toBe(200);
    expect(asked.every((url) => url.startsWith(site.origin))).toBe(true);
    expect(peer.asked.length).toBeGreaterThan(0);
    await page.getByText('© Nous').waitFor();
    await context.close();
    await peer.stop();
  });
});
