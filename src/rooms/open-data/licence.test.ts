import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { DATA_LICENCES, type DataLicence } from '../organisations/index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** As an administrator does. */
async function choose(licence: DataLicence): Promise<void> {
  const { client } = await makePerson(site, { roles: ['administrator'] });
  await client.get(urls.adminOrganisation());
  const mark = /name="mark" value="([^"]+)"/.exec(client.html)![1]!;
  await client.post(urls.adminOrganisation(), {
    ...{ nom: 'Fleury', devise: '', contact: 'bonjour@fleury.example', couleur: '#1F3A8A' },
    ...{ langue: 'fr', licence, mark },
  });
  expect(client.status).toBe(200);
  site.seeChanges();
}

/** Everything that says under which licence: pages, metadata, header. */
async function readLicences(): Promise<Record<string, string>> {
  const visitor = site.visitor();
  const fetch = async (path: string) => {
    const answer = await visitor.send(path);
    expect(answer.status, path).toBe(200);
    return answer;
  };
  const zip = await fetch(urls.dataZip());
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  const csv = await fetch(urls.dataFile({ file: 'services.csv' }));
  await csv.text();
  const said: Record<string, string> = {
    page: await (await fetch(urls.openData())).text(),
    set: await (await fetch(urls.dataSet({ set: 'idees' }))).text(),
    json: await (await fetch(urls.dataFile({ file: 'idees.json' }))).text(),
    geojson: await (await fetch(urls.dataFile({ file: 'idees.geojson' }))).text(),
    catalogue: await (await fetch(urls.dataCatalogue())).text(),
    readme: strFromU8(files['LISEZMOI.txt']!),
    header: csv.headers.get('link') ?? '',
  };
  const known = Object.entries(DATA_LICENCES);
  return Object.fromEntries(
    Object.entries(said).map(([where, text]) => [
      where,
      known.flatMap(([key, { href }]) => (text.includes(href) ? [key] : [])).join(' '),
    ]),
  );
}

describe('R192 the licence of the data', () => {
  it('is chosen by an administrator, said everywhere at once, and told in the journal', async () => {
    const places = ['page', 'set', 'json', 'geojson', 'catalogue', 'readme', 'header'];
    const everywhere = (licence: string) => Object.fromEntries(places.map((at) => [at, licence]));
    expect(await readLicences()).toEqual(everywhere('etalab-2.0'));
    const held = await Promise.all(
      [urls.dataFile({ file: 'idees.json' }), urls.dataCatalogue()].map(async (path) => {
        const answer = await site.visitor().send(path);
        await answer.text();
        return { path, tag: answer.headers.get('etag')! };
      }),
    );
    await choose('ODbL-1.0');
    expect(await readLicences()).toEqual(everywhere('ODbL-1.0'));
    // whoever holds the former version is sent the new one
    for (const { path, tag } of held) {
      const answer = await site.visitor().send(path, undefined, { 'if-none-match': tag });
      expect(answer.status).toBe(200);
      await answer.text();
    }
    const { client } = await makePerson(site, { roles: ['administrator'] });
    await client.get(urls.adminJournal());
    expect(client.main).toContain('Licence des données ouvertes');
    expect(client.main).toContain(`<ins><bdi>${DATA_LICENCES['ODbL-1.0'].name}</bdi></ins>`);
    await choose('CC0-1.0');
    expect(await readLicences()).toEqual(everywhere('CC0-1.0'));
  });

  it('is one of three, whoever writes the row', async () => {
    await expect(
      site.pool.query(`update organisation set data_licence = 'MIT'`),
    ).rejects.toMatchObject({ constraint: 'organisation_data_licence' });
  });
});
