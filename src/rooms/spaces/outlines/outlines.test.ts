import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import {
  featuresOf,
  geoJsonFile,
  keepTown,
  ringOf,
  TOWN,
} from '../../../../tests/make/outlines.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { listOutlines } from './outline.store.ts';

let site: TestSite;
let officer: SiteClient;
let elsewhere: string;
beforeAll(async () => {
  site = await openTestSite();
  officer = (await makePerson(site, { roles: ['officer'] })).client;
  elsewhere = await insertOrganisation(site.db, {
    slug: 'ailleurs',
    name: 'Ailleurs',
    host: 'ailleurs.localhost',
    kind: 'town',
    colour: '#1B6B3A',
    contactEmail: 'contact@ailleurs.example',
    tagline: '',
    charter: 'Charte.',
  });
});
afterAll(() => site.close());

const commune = () => geoJsonFile({ type: 'Polygon', coordinates: [ringOf(TOWN)] });
const halves = (property: string, west: string, east: string) =>
  geoJsonFile(
    featuresOf([
      [
        { [property]: west, code: 'A' },
        { ...TOWN, east: 1.93 },
      ],
      [
        { [property]: east, code: 'B' },
        { ...TOWN, west: 1.93 },
      ],
    ]),
  );
const markOf = (client: SiteClient) => /name="mark" value="(\w*)"/.exec(client.html)![1]!;
const namesKept = async (kind: string) =>
  (await listOutlines(site.db, site.organisationId))
    .filter((outline) => outline.kind === kind)
    .map(({ name }) => name);

describe('outlines that an officer uploads', () => {
  it('is for officers', async () => {
    const resident = (await makePerson(site)).client;
    for (const client of [site.visitor(), resident]) {
      const answer = await client.send(urls.adminOutlines(), { kind: 'commune', file: commune() });
      expect([401, 403]).toContain(answer.status);
    }
  });

  it('R68 shows the commune before it is kept, keeps it, draws it, and tells the journal', async () => {
    await officer.get(urls.adminOutlines());
    expect(officer.main).toContain('Aucun contour pour le moment');
    await officer.post(urls.adminOutlines(), { kind: 'commune', file: commune() });
    expect(officer.path).toContain('/administration/carte/fichiers/');
    expect(officer.main).toContain('<svg');
    expect(await namesKept('commune')).toEqual([]);
    await officer.post(officer.path, { nom: '', mark: markOf(officer) });
    expect(officer.path).toBe(urls.adminOutlines());
    expect(await namesKept('commune')).toEqual(['Fleury']);
    expect(officer.main).toContain('class="map-commune"');
    const facts = await site.db.selectFrom('fact').select('kind').execute();
    expect(facts.map(({ kind }) => kind)).toContain('outline.kept');
    await officer.get(urls.adminJournal());
    expect(officer.main).toContain('a gardé des contours sur la carte');
  });

  it('W1 matches districts with those of the edition, by a chosen column; names are only ever text', async () => {
    const edition = await makeEdition(site, { districts: ['Saint-Gilles', 'Centre'] });
    const evil = '<script>alert(1)</script>"&';
    await officer.post(urls.adminOutlines(), {
      kind: 'district',
      file: halves('nom', 'SAINT GILLES', evil),
    });
    const preview = officer.path;
    expect(officer.main).toContain('Saint-Gilles');
    expect(officer.main).toContain('Aucun du même nom');
    expect(officer.html).not.toContain('<script>alert');
    await officer.get(`${preview}?nom=code`);
    expect(officer.main).toMatch(/<bdi>A<\/bdi>/);
    await officer.get(`${preview}?nom=nom`);
    await officer.post(preview, { nom: 'nom', mark: markOf(officer) });
    expect(await namesKept('district')).toEqual([evil, 'SAINT GILLES']);
    expect(officer.html).not.toContain('<script>alert');
    expect(officer.main).toContain(`Dans «\u202f${edition.title}\u202f», ces quartiers`);
    expect(officer.main).toContain('Centre');
  });

  it('W7 says what to do with a file that cannot be kept, beside the field', async () => {
    const lambert = ringOf({ west: 618e3, south: 6750e3, east: 619e3, north: 6751e3 });
    const refused: [File, string][] = [
      [geoJsonFile({ type: 'Polygon', coordinates: [lambert] }), 'Lambert-93'],
      [geoJsonFile('{"type": "Polygon", NaN'), 'ne se lit pas comme du JSON'],
      [geoJsonFile(`${'['.repeat(200_000)}${']'.repeat(200_000)}`), 'pas du GeoJSON'],
      [geoJsonFile({ type: 'Polygon', coordinates: [ringOf(TOWN).slice(1)] }), 'pas fermé'],
      [geoJsonFile(' '.repeat(12 * 1024 * 1024 + 1)), 'dépasse 12'],
      [geoJsonFile(''), 'Choisissez un fichier'],
    ];
    for (const [file, words] of refused) {
      await officer.post(urls.adminOutlines(), { kind: 'commune', file });
      expect(officer.status).toBe(422);
      expect(officer.main).toContain(words);
      expect(officer.html).toContain('href="#file"');
    }
    await officer.post(urls.adminOutlines(), { kind: 'planète', file: commune() });
    expect(officer.status).toBe(422);
    expect(officer.main).toContain('Dites ce que contient le fichier');
    const answer = await officer.send(urls.adminOutlines(), {
      kind: 'commune',
      file: geoJsonFile(' '.repeat(25 * 1024 * 1024)),
    });
    expect(answer.status).toBe(413);
  });

  it('two officers who keep outlines at once: the second sees what the first kept, nothing is lost', async () => {
    const other = (await makePerson(site, { roles: ['officer'] })).client;
    await officer.post(urls.adminOutlines(), {
      kind: 'priority',
      file: halves('nom', 'Un', 'Deux'),
    });
    await other.post(urls.adminOutlines(), {
      kind: 'priority',
      file: halves('nom', 'Trois', 'Quatre'),
    });
    const [first, second] = [officer.path, other.path];
    const seen = markOf(other);
    await officer.post(first, { nom: 'nom', mark: markOf(officer) });
    await other.post(second, { nom: 'nom', mark: seen });
    expect(other.status).toBe(409);
    expect(other.main).toContain('Deux et Un');
    expect(other.main).toContain('Trois');
    expect(await namesKept('priority')).toEqual(['Deux', 'Un']);
    await other.post(second, { nom: 'nom', mark: markOf(other) });
    expect(await namesKept('priority')).toEqual(['Quatre', 'Trois']);
    // a file that was kept waits no more
    await other.get(second);
    expect(other.path).toBe(urls.adminOutlines());
  });

  it('removes outlines once it was asked, unless others were kept meanwhile', async () => {
    const address = urls.adminRemoveOutlines({ kind: 'priority' });
    await officer.get(address);
    expect(officer.main).toContain('Quatre et Trois');
    await officer.post(address, { mark: 'another' });
    expect(officer.status).toBe(409);
    expect(await namesKept('priority')).toHaveLength(2);
    await officer.post(address, { mark: markOf(officer) });
    expect(officer.path).toBe(urls.adminOutlines());
    expect(await namesKept('priority')).toEqual([]);
    const facts = await site.db.selectFrom('fact').select('kind').execute();
    expect(facts.map(({ kind }) => kind)).toContain('outline.removed');
    await officer.get(urls.adminRemoveOutlines({ kind: 'planete' }));
    expect(officer.status).toBe(404);
  });

  it('W5 knows nothing of the outlines and files of another organisation', async () => {
    await keepTown(site, elsewhere);
    const before = await namesKept('commune');
    await officer.post(urls.adminOutlines(), { kind: 'commune', file: commune() });
    const waiting = officer.path;
    const stranger = (
      await makePerson(site, {
        roles: ['officer'],
        organisation: { id: elsewhere, name: 'Ailleurs', host: 'ailleurs.localhost' },
      })
    ).client;
    await stranger.get(waiting);
    expect(stranger.path).not.toBe(waiting);
    expect(await listOutlines(site.db, elsewhere)).toHaveLength(1);
    expect(await namesKept('commune')).toEqual(before);
    // nor does a colleague see a file that one has not kept yet
    const colleague = (await makePerson(site, { roles: ['officer'] })).client;
    await colleague.get(waiting);
    expect(colleague.path).toBe(urls.adminOutlines());
  });
});
