import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { addressesOf, setAddressProvider, startMapPeer } from '../../../tests/make/maps.ts';
import { INSIDE, keepTown, OUTSIDE } from '../../../tests/make/outlines.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { findIdeaByNumber, insertWorkshop } from '../ideas/index.ts';
import type { Edition } from '../spaces/index.ts';

let site: TestSite;
let edition: Edition;
let ambassador: MadePerson;
let peer: Awaited<ReturnType<typeof startMapPeer>>;
beforeAll(async () => {
  site = await openTestSite();
  peer = await startMapPeer((_, response) => {
    response.end(addressesOf({ label: '8 Rue des Écoles, Fleury' }));
  });
  await keepTown(site);
  await setAddressProvider(site, peer.url);
  edition = await makeEdition(site, { ideaPlace: 'required' });
  ambassador = await makePerson(site, { roles: ['ambassador'], factorProven: false });
});
afterAll(async () => {
  await peer.stop();
  await site.close();
});

const at = () => ({ edition: edition.slug });
const degrees = ({ longitude, latitude }: typeof INSIDE) => ({
  longitude: String(longitude),
  latitude: String(latitude),
});
const SHEET = {
  title: 'Des bancs à l’ombre',
  category: 'ecologie',
  body: 'Pour souffler en montant la côte.',
  lang: 'fr',
  name: 'Jeanne Lebrun',
  consent: 'oui',
  'day-day': '20',
  'day-month': '11',
  'day-year': '2026',
  next: 'non',
};
const ideaOf = (number: number) =>
  findIdeaByNumber(site.db, site.organisationId, edition.id, number);

describe('R38 R68 where an idea on paper is, without scripts', () => {
  it('R68 by an address: searched without losing the sheet, chosen, kept', async () => {
    const { client } = ambassador;
    const form = urls.collectPaper(at());
    await client.get(form);
    expect(client.main).toContain('place-map');
    const scan = new File(['x'], 'feuille.png', { type: 'image/png' });
    await client.post(form, { ...SHEET, act: 'search', address: '8 rue des écoles', sheet: scan });
    expect(await ideaOf(1)).toBeNull();
    for (const words of [
      '8 Rue des Écoles, Fleury',
      'Jeanne Lebrun',
      'Pour souffler',
      'Choisissez de nouveau la feuille',
    ])
      expect(client.main).toContain(words);
    const choice = /name="choice"[^>]*value="([^"]+)"/.exec(client.main)![1]!;
    await client.post(form, { ...SHEET, address: '8 rue des écoles', choice });
    expect(client.html).toContain('L’idée est publiée.');
    expect((await ideaOf(1))!.place).toMatchObject({
      words: '8 Rue des Écoles, Fleury',
      point: expect.anything(),
    });
  });

  it('R68 a pin outside the commune is warned about once, never refused', async () => {
    const { client } = ambassador;
    const form = urls.collectPaper(at());
    await client.post(form, { ...SHEET, ...degrees(OUTSIDE) });
    expect(client.status).toBe(422);
    expect(client.main).toContain('hors de la commune');
    expect(client.html).toContain('href="#where"');
    expect(await ideaOf(2)).toBeNull();
    const seen = /name="seen" value="([^"]+)"/.exec(client.main)![1]!;
    await client.post(form, { ...SHEET, ...degrees(OUTSIDE), seen });
    expect((await ideaOf(2))!.place).toEqual({ words: '', point: OUTSIDE, outside: true });
  });

  it('W7 what is no point is said beside its field; a sheet that tells no place is enough', async () => {
    const { client } = ambassador;
    const form = urls.collectPaper(at());
    await client.post(form, { ...SHEET, latitude: '91', longitude: '1.9' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('href="#latitude"');
    await client.post(form, { ...SHEET, act: 'search', address: '' });
    expect(client.main).toContain('Écrivez l’adresse à chercher');
    await client.post(form, SHEET);
    expect((await ideaOf(3))!.place).toEqual({ words: '', point: null, outside: null });
  });

  it('is not asked where the edition does not', async () => {
    const silent = await makeEdition(site, { ideaPlace: 'not-asked' });
    await ambassador.client.get(urls.collectPaper({ edition: silent.slug }));
    expect(ambassador.client.status).toBe(200);
    expect(ambassador.client.main).not.toContain('name="latitude"');
  });
});

describe('R40 R68 where an idea of a workshop is', () => {
  it('R68 is asked for each idea, inside and outside alike', async () => {
    const workshop = await insertWorkshop(
      site.db,
      { organisationId: site.organisationId, by: ambassador.id },
      edition.id,
      { title: 'Atelier', heldOn: '2026-11-12', place: 'Mairie', participants: null, notes: '' },
    );
    const { client } = ambassador;
    const form = urls.collectWorkshop({ ...at(), workshop });
    const text = { title: 'Un four', category: 'culture', body: 'Pour la fête.', lang: 'fr' };
    await client.get(form);
    expect(client.main).toContain('name="latitude"');
    await client.post(form, { ...text, ...degrees(OUTSIDE) });
    expect(client.main).toContain('hors de la commune');
    await client.post(form, { ...text, place: 'Au préau', ...degrees(INSIDE) });
    expect((await ideaOf(4))!.place).toEqual({ words: 'Au préau', point: INSIDE, outside: false });
  });
});
