import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PNG, pmtilesOf } from '../../../../tests/make/maps.ts';
import { keepTown } from '../../../../tests/make/outlines.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { QUARTERS, vectorPmtilesOf } from '../../../../tests/make/vector-tiles.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { findMapSettings } from './map-settings.store.ts';
import { attributionOf, layersOf } from './vector-layers.ts';

let site: TestSite;
let admin: SiteClient;
beforeAll(async () => {
  site = await openTestSite();
  admin = (await makePerson(site, { roles: ['administrator'] })).client;
  await keepTown(site);
});
afterAll(() => site.close());

const kept = () => findMapSettings(site.db, site.organisationId);

async function save(typed: Record<string, string>): Promise<void> {
  await admin.get(urls.adminMapSettings());
  const version = /name="version" value="(\d+)"/.exec(admin.html)![1]!;
  await admin.post(urls.adminMapSettings(), {
    background: 'none',
    tileTemplate: '',
    attribution: '© Nous',
    addressProvider: '',
    version,
    ...typed,
  });
}

describe('a PMTiles file of one’s own', () => {
  const upload = async (bytes: Uint8Array, name = 'fleury.pmtiles') =>
    admin.post(urls.adminMapFile(), { file: new File([new Uint8Array(bytes)], name) });
  const filesKept = async () =>
    readdir(join(site.config.varFolder, 'files', site.organisationId, 'tiles')).catch(() => []);

  it('is kept, chosen, and read tile by tile', async () => {
    await upload(pmtilesOf(PNG), '../../<b>fleury.pmtiles');
    expect(admin.path).toBe(urls.adminMapSettings());
    expect(admin.main).toContain('&lt;b>fleury.pmtiles');
    await save({ background: 'file' });
    const { version } = await kept();
    const at = (zoom: number) =>
      site.visitor().send(urls.mapTile({ version, zoom, column: 0, row: 0 }));
    const tile = await at(0);
    expect(tile.status).toBe(200);
    expect(Buffer.from(await tile.arrayBuffer())).toEqual(PNG);
    expect((await at(1)).status).toBe(404);
    // the next one takes its place, on the disk too
    await upload(pmtilesOf(PNG));
    expect(await filesKept()).toHaveLength(1);
    expect((await kept()).version).toBe(version + 1);
  });

  it('of vector tiles is kept too, and says itself whose it is where nobody did', async () => {
    await save({ attribution: '' });
    await upload(vectorPmtilesOf('protomaps'));
    expect(admin.path).toBe(urls.adminMapSettings());
    expect(admin.main).toContain('value="© OpenStreetMap"');
    const { attribution, file } = await kept();
    await save({ background: 'file', attribution });
    expect(file).toMatchObject({ tiles: 'mvt', lowestZoom: 0, highestZoom: 14 });
    const { version } = await kept();
    const address = urls.mapTile({ version, zoom: 12, column: 2069, row: 1424 });
    const plain = await site.visitor().send(address);
    expect(plain.status).toBe(200);
    expect(plain.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
    expect(plain.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await plain.arrayBuffer())).toEqual(QUARTERS.protomaps);
    const packed = await site.visitor().send(address, undefined, { 'accept-encoding': 'br, gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer()))).toEqual(QUARTERS.protomaps);
    // what was said before stays
    await save({ background: 'file', attribution: '© La Ville' });
    await upload(vectorPmtilesOf('openMapTiles'));
    expect((await kept()).attribution).toBe('© La Ville');
  });

  it('W7 W9 refuses layers that nobody can draw, in words, and whatever is no PMTiles, keeping nothing', async () => {
    const before = await filesKept();
    const described = { vector_layers: [{ id: '<b>bati_surf' }, { id: 'routier' }, null] };
    await upload(pmtilesOf(QUARTERS.protomaps, 1, undefined, { described }));
    expect(admin.status).toBe(422);
    expect(admin.main).toContain('ne connaît pas les couches (&lt;b>bati_surf, routier)');
    await upload(pmtilesOf(Buffer.from([1, 2, 3]), 1));
    expect(admin.main).toContain('ne dit pas quelles couches');
    await upload(pmtilesOf(Buffer.from([1, 2, 3]), 5));
    expect(admin.main).toContain('ne sait pas lire ce format');
    for (const bytes of [Buffer.from('PK'), Buffer.from('PMTiles'), Buffer.alloc(300)]) {
      await upload(bytes);
      expect(admin.status).toBe(422);
      expect(admin.main).toContain('n’est pas un fichier PMTiles');
    }
    await admin.post(urls.adminMapFile(), { file: new File([], '') });
    expect(admin.main).toContain('Choisissez un fichier');
    expect(await filesKept()).toEqual(before);
  });

  it('W9 a directory that grows without end when it is opened is not', async () => {
    const bomb = pmtilesOf(PNG, 2, gzipSync(Buffer.alloc(64 * 1024 * 1024)));
    // its directories are said to be packed
    bomb[97] = 2;
    await upload(bomb);
    if (admin.status !== 422) {
      await save({ background: 'file' });
      const { version } = await kept();
      const address = urls.mapTile({ version, zoom: 0, column: 0, row: 0 });
      expect((await site.visitor().send(address)).status).toBe(404);
    }
  });
});

describe('what a file says of itself', () => {
  it('W1 names whose map it is as plain text, however it is written', () => {
    const said = (attribution: unknown) => attributionOf({ attribution });
    expect(said('<a href="https://x.org">&copy; OSM</a> &amp; IGN')).toBe('© OSM & IGN');
    expect(said('<img src=x onerror=alert(1)')).toBe('img src=x onerror=alert(1)');
    expect(said('é'.repeat(5000))).toHaveLength(300);
    expect([said(12), attributionOf(null), attributionOf('x')]).toEqual(['', '', '']);
  });

  it('W7 is believed in nothing but names of layers', () => {
    expect(layersOf({ vector_layers: [{ id: 'water' }, { id: 3 }, null, 'x'] })).toEqual(['water']);
    expect(layersOf({ vector_layers: 'water' })).toEqual([]);
    expect(layersOf(undefined)).toEqual([]);
  });
});
