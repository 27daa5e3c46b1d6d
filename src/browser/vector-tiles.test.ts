import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, hasChromium, openBrowserSite } from '../../tests/browser.ts';
import { makeEdition } from '../../tests/make/editions.ts';
import { makeIdea } from '../../tests/make/ideas.ts';
import { INSIDE, keepTown } from '../../tests/make/outlines.ts';
import { vectorPmtilesOf } from '../../tests/make/vector-tiles.ts';
import { openStorage } from '../platform/files/index.ts';
import type { Edition } from '../rooms/spaces/index.ts';
import { urls } from '../urls.ts';

describe.skipIf(!hasChromium)('R68 a map over vector tiles', () => {
  let site: BrowserSite;
  let edition: Edition;
  beforeAll(async () => {
    site = await openBrowserSite();
    await keepTown(site);
    edition = await makeEdition(site);
    await makeIdea(site, edition, { place: { words: '', point: INSIDE } });
  });
  afterAll(() => site?.close());

  async function choose(schema: 'protomaps' | 'openMapTiles'): Promise<void> {
    const key = `${site.organisationId}/tiles/${schema}.pmtiles`;
    const bytes = vectorPmtilesOf(schema);
    await openStorage(site.config).write(key, bytes);
    await site.db
      .insertInto('map_settings')
      .values({ organisation_id: site.organisationId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await site.db
      .updateTable('map_settings')
      .set(({ eb }) => ({
        background: 'file',
        attribution: '© OpenStreetMap',
        file_key: key,
        file_name: schema,
        file_tiles: 'mvt',
        file_bytes: bytes.length,
        file_zooms: '[0,15)',
        version: eb('version', '+', 1),
      }))
      .execute();
    site.memory.forgetAll();
  }

  /** Shares of the drawn tiles' pixels in the colour of water and of woods. */
  async function look(schema: 'protomaps' | 'openMapTiles') {
    await choose(schema);
    const context = await site.open({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(urls.ideas({ edition: edition.slug }, { vue: 'carte' }));
    await page.locator('canvas.leaflet-tile-loaded').first().waitFor();
    const shares = await page.waitForFunction(() => {
      const tiles = [...document.querySelectorAll<HTMLCanvasElement>('.map-moving canvas')];
      if (tiles.length === 0 || tiles.some((tile) => !tile.matches('.leaflet-tile-loaded')))
        return null;
      const share = (red: number, green: number, blue: number) => {
        let [found, all] = [0, 0];
        for (const tile of tiles) {
          const { data } = tile.getContext('2d')!.getImageData(0, 0, tile.width, tile.height);
          for (let at = 0; at < data.length; at += 4) {
            all += 1;
            if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) found += 1;
          }
        }
        return found / all;
      };
      return {
        water: share(0xb9, 0xd4, 0xe5),
        wood: share(0xcf, 0xdf, 0xc1),
        road: share(0xff, 0xff, 0xff),
        name: share(0x26, 0x30, 0x2c),
      };
    });
    const found = (await shares.jsonValue())!;
    await page.getByText('© OpenStreetMap').waitFor();
    await context.close();
    return { ...found, errors, asked };
  }

  it.each(['protomaps', 'openMapTiles'] as const)(
    'draws what a file of %s holds, under the strictest policy, asking nobody else',
    async (schema) => {
      const { water, wood, road, name, errors, asked } = await look(schema);
      // the lake is half of each tile of the file, four of the map; which of them are shown hangs on the window
      expect(water).toBeGreaterThan(0.3);
      expect(water).toBeLessThan(0.8);
      expect(wood).toBeGreaterThan(0.05);
      expect(road).toBeGreaterThan(0.001);
      expect(name).toBeGreaterThan(0);
      expect(errors).toEqual([]);
      expect(asked.every((url) => url.startsWith(site.origin))).toBe(true);
      expect(asked.some((url) => url.includes('/vector-tiles-'))).toBe(true);
    },
  );

  it('a map without them does not ask for what draws them', async () => {
    await site.db.updateTable('map_settings').set({ background: 'none' }).execute();
    site.memory.forgetAll();
    const context = await site.open({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(urls.ideas({ edition: edition.slug }, { vue: 'carte' }));
    await page.locator('.map-moving').waitFor();
    expect(asked.some((url) => url.includes('vector-tiles'))).toBe(false);
    await context.close();
  });
});
