import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressesOf, PNG, startMapPeer } from '../../../../tests/make/maps.ts';
import { keepTown } from '../../../../tests/make/outlines.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { searchAddress } from './address-search.geo.ts';
import { findMapSettings } from './map-settings.store.ts';
import { checkMapSettings, readTilePlace } from './map-settings.ts';

let site: TestSite;
let admin: SiteClient;
let peer: Awaited<ReturnType<typeof startMapPeer>>;
beforeAll(async () => {
  site = await openTestSite();
  peer = await startMapPeer((_, response) => void response.end());
  admin = (await makePerson(site, { roles: ['administrator'] })).client;
});
afterAll(async () => {
  await peer.stop();
  await site.close();
});
beforeEach(() => {
  peer.asked.length = 0;
});

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

describe('« Carte et adresses »', () => {
  it('is for an administrator; nothing and nobody by default', async () => {
    const officer = (await makePerson(site, { roles: ['officer'] })).client;
    expect((await officer.send(urls.adminMapSettings())).status).toBe(403);
    expect(await kept()).toMatchObject({ background: 'none', addressProvider: '', version: 0 });
  });

  it('says beside each field what does not hold, and keeps what was typed', async () => {
    await save({ background: 'server', tileTemplate: 'https://tuiles.exemple.fr/carte.png' });
    expect(admin.status).toBe(422);
    expect(admin.main).toContain('doit contenir {z}, {x} et {y}');
    expect(admin.main).toContain('value="https://tuiles.exemple.fr/carte.png"');
    await save({ background: 'file' });
    expect(admin.main).toContain('Déposez d’abord un fichier PMTiles');
    await save({ background: 'server', attribution: '' });
    expect(admin.main).toContain('Dites de qui est la carte');
    await save({ addressProvider: 'file:///etc/passwd' });
    expect(admin.main).toContain('Cette adresse ne se lit pas');
  });

  it('W6 takes https only, without passwords, except on a machine of tests', () => {
    const settings = { background: 'none', tileTemplate: '', attribution: '' } as const;
    const check = (addressProvider: string, local = false) =>
      checkMapSettings({ ...settings, addressProvider }, false, local).addressProvider;
    expect(check('http://exemple.fr')).toBe('not-https');
    expect(check('http://exemple.fr', true)).toBeUndefined();
    expect(check('https://a:b@exemple.fr')).toBe('provider-unreadable');
    expect(check('javascript:alert(1)')).toBe('provider-unreadable');
    expect(check('https://exemple.fr')).toBeUndefined();
  });

  it('two administrators at once: the second sees what the first saved, nothing is lost', async () => {
    await save({ addressProvider: 'https://un.exemple.fr' });
    expect(admin.path).toBe(urls.adminMapSettings());
    const { version } = await kept();
    const stale = { background: 'none', tileTemplate: '', attribution: '', version: '0' };
    await admin.post(urls.adminMapSettings(), {
      ...stale,
      addressProvider: 'https://deux.exemple.fr',
    });
    expect(admin.status).toBe(409);
    expect(admin.main).toContain('https://un.exemple.fr');
    expect(admin.main).toContain('value="https://deux.exemple.fr"');
    expect((await kept()).version).toBe(version);
    const facts = await site.db.selectFrom('fact').select('kind').execute();
    expect(facts.map(({ kind }) => kind)).toContain('map.settings-changed');
  });
});

describe('addresses, asked of a provider', () => {
  const ask = (words: string, who = 'somebody') =>
    searchAddress(site, site.organisationId, who, {
      words,
      near: { longitude: 1.92, latitude: 47.93 },
    });

  it('follows the protocol of the Base Adresse Nationale', async () => {
    await save({ addressProvider: peer.url });
    peer.answer((_, response) => {
      response.end(addressesOf({ label: '8 Rue des Écoles 45400 Fleury' }));
    });
    expect(await ask('8 rue des écoles')).toEqual({
      ok: true,
      choices: [{ label: '8 Rue des Écoles 45400 Fleury', longitude: 1.92, latitude: 47.93 }],
    });
    const [asked] = peer.asked;
    expect(asked!.pathname).toBe('/search/');
    expect(Object.fromEntries(asked!.searchParams)).toEqual({
      q: '8 rue des écoles',
      limit: '6',
      lat: '47.9300',
      lon: '1.9200',
    });
  });

  it('W6 W7 makes nothing of answers that are hostile, broken or too long', async () => {
    const answers: [string, unknown][] = [
      [addressesOf({ label: 12 }, { label: 'Loin', coordinates: [1e9, 0] }), []],
      [addressesOf({ label: 'Nulle part', coordinates: [null, 'a'] }, { label: ' \u0000 ' }), []],
      ['{"type":"FeatureCollection","features":[null,1,{}]}', []],
    ];
    for (const [body, choices] of answers) {
      peer.answer((_, response) => void response.end(body));
      expect(await ask('rue')).toEqual({ ok: true, choices });
    }
    const bodies = ['<html>', '[]', 'null', '{"features":{}}', `"${'a'.repeat(300_000)}"`];
    for (const body of bodies) {
      peer.answer((_, response) => void response.end(body));
      expect(await ask('rue')).toEqual({ ok: false, failure: 'no-answer' });
    }
    peer.answer((_, response) => {
      response.end(addressesOf({ label: `<b>${'x'.repeat(900)}` }));
    });
    const long = await ask('rue');
    expect(long.ok && long.choices[0]!.label).toHaveLength(200);
  });

  it('W6 follows no redirect, and waits for nobody', async () => {
    peer.answer((_, response) => {
      response.writeHead(302, { location: `${peer.url}/secret` }).end();
    });
    expect(await ask('rue')).toEqual({ ok: false, failure: 'no-answer' });
    expect(peer.asked).toHaveLength(1);
    peer.answer((request) => void request.socket.destroy());
    expect(await ask('rue')).toEqual({ ok: false, failure: 'no-answer' });
    peer.answer(() => {});
    expect(await ask('rue')).toEqual({ ok: false, failure: 'no-answer' });
  });

  it('W6 asks nothing of this machine or its network when it is not one of tests', async () => {
    const real = { ...site, config: { ...site.config, allowLocalPeers: false } };
    const asked = { words: 'rue', near: null };
    await site.db
      .updateTable('map_settings')
      .set({ address_provider: peer.url.replace('http:', 'https:') })
      .execute();
    expect(await searchAddress(real, site.organisationId, 'x', asked)).toEqual({
      ok: false,
      failure: 'no-answer',
    });
    expect(peer.asked).toHaveLength(0);
  });

  it('is limited for each visitor, and off when nobody is named', async () => {
    await save({ addressProvider: peer.url });
    peer.answer((_, response) => void response.end(addressesOf()));
    for (let index = 0; index < 40; index += 1) await ask('rue', 'insistent');
    expect(await ask('rue', 'insistent')).toEqual({ ok: false, failure: 'too-often' });
    expect((await ask('rue', 'another')).ok).toBe(true);
    await save({ addressProvider: '' });
    expect(await ask('rue', 'another')).toEqual({ ok: false, failure: 'off' });
  });
});

describe('tiles at our own address', () => {
  const tile = async (zoom: number, column: number, row: number, version?: number) =>
    site
      .visitor()
      .send(urls.mapTile({ version: version ?? (await kept()).version, zoom, column, row }));

  it('there are none while nobody chose any', async () => {
    expect((await tile(0, 0, 0)).status).toBe(404);
  });

  it('are asked of the tile server by this server, once, and only around the commune', async () => {
    await keepTown(site);
    await save({
      background: 'server',
      tileTemplate: `${peer.url}/{z}/{x}/{y}.png`,
      attribution: '© les contributeurs <b>',
    });
    peer.answer((_, response) => void response.end(PNG));
    const first = await tile(12, 2069, 1424);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('image/png');
    expect(first.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await first.arrayBuffer())).toEqual(PNG);
    expect((await tile(12, 2069, 1424)).status).toBe(200);
    expect(peer.asked.map(({ pathname }) => pathname)).toEqual(['/12/2069/1424.png']);
    // elsewhere, and under an older version of the settings
    expect((await tile(12, 0, 0)).status).toBe(404);
    expect((await tile(12, 2069, 1424, 1)).status).toBe(404);
    expect(peer.asked).toHaveLength(1);
  });

  it('W1 shows whose they are, as text; pages name no other server', async () => {
    const officer = (await makePerson(site, { roles: ['officer'] })).client;
    await officer.get(urls.adminOutlines());
    expect(officer.main).toContain('© les contributeurs &lt;b>');
    expect(officer.main).toContain(`data-tiles="/carte/fond/${(await kept()).version}"`);
    expect(officer.html).not.toContain(peer.url);
  });

  it('W7 serves nothing that is no picture, and leaves a server that is down alone', async () => {
    peer.answer((_, response) => void response.end('<script>alert(1)</script>'));
    expect((await tile(12, 2070, 1424)).status).toBe(404);
    peer.answer((request) => void request.socket.destroy());
    expect((await tile(12, 2070, 1425)).status).toBe(404);
    const before = peer.asked.length;
    expect((await tile(12, 2071, 1425)).status).toBe(404);
    expect(peer.asked).toHaveLength(before);
  });

  it('W7 an address that names no tile is no tile', () => {
    const read = (zoom: string, column: string, row: string) =>
      readTilePlace({ zoom, column, row });
    expect(read('1', '1', '0')).toEqual({ zoom: 1, column: 1, row: 0 });
    for (const [zoom, column, row] of [
      ['1', '2', '0'],
      ['20', '0', '0'],
      ['-1', '0', '0'],
      ['1e1', '0', '0'],
      ['0', '0', '0.0'],
      ['../..', '0', '0'],
    ])
      expect(read(zoom!, column!, row!)).toBeNull();
  });
});
