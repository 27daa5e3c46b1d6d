import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressIn, makeEdition } from '../../../../tests/make/editions.ts';
import { draftStep, TYPED_IDEA } from '../../../../tests/make/ideas.ts';
import { addressesOf, setAddressProvider, startMapPeer } from '../../../../tests/make/maps.ts';
import { INSIDE, keepDistricts, keepTown, OUTSIDE } from '../../../../tests/make/outlines.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import type { Edition } from '../../spaces/index.ts';
import { findIdea, submitIdea } from '../index.ts';
import { type IdeaPlace, type Place, readPlace, typePlace, writeChoice } from './place.ts';

let site: TestSite;
let edition: Edition;
let peer: Awaited<ReturnType<typeof startMapPeer>>;
beforeAll(async () => {
  site = await openTestSite();
  peer = await startMapPeer((_, response) => {
    response.end(addressesOf({ label: '8 Rue <des> Écoles, Fleury' }));
  });
  await keepTown(site);
  await keepDistricts(site, ['COUCHANT', 'Levant']);
  edition = await makeEdition(site, { districts: ['Couchant', 'Levant'], maximumIdeas: 100 });
});
afterAll(async () => {
  await peer.stop();
  await site.close();
});
beforeEach(() => site.memory.forgetAll());

/** A draft whose text is written, at the screen that asks where it is. */
async function reachPlace(client: SiteClient, of = edition): Promise<string> {
  await client.get(addressIn(of, 'deposer?nouvelle=oui'));
  await client.post(client.path, { ...TYPED_IDEA, title: `Un verger ${Math.random()}` });
  if (client.path.endsWith('idees-proches')) await client.post(client.path);
  expect(client.path).toMatch(/\/lieu$/);
  return client.path;
}

async function publish(client: SiteClient): Promise<string> {
  await client.post(draftStep(client, 'publier'));
  return client.path;
}

async function makePlaced(place: Place) {
  const submitted = await submitIdea(site.db, {
    organisationId: site.organisationId,
    editionId: edition.id,
    authorId: (await makePerson(site)).id,
    title: 'Un banc au soleil',
    body: 'Pour s’asseoir un moment.',
    categoryId: edition.categories[0]!.id,
    lang: 'fr',
    place,
  });
  if (!submitted.ok) throw new Error(submitted.refusal);
  return submitted;
}

const placeOf = async (id: string): Promise<IdeaPlace> =>
  (await findIdea(site.db, site.organisationId, id))!.place;
const degrees = ({ longitude, latitude }: typeof INSIDE) => ({
  longitude: String(longitude),
  latitude: String(latitude),
});

describe('R68 where an idea is, without scripts', () => {
  it('R68 by a few words only, which is enough; or by nothing at all', async () => {
    const { client } = await makePerson(site);
    const there = await reachPlace(client);
    expect(client.main).toContain('<svg');
    expect(client.html).toContain('place-map');
    await client.post(there, {
      act: 'save',
      place: 'Devant <l’école>',
      longitude: '',
      latitude: '',
    });
    expect(client.path).toMatch(/\/documents$/);
    await client.get(draftStep(client, 'apercu'));
    expect(client.main).toContain('Devant &lt;l’école>');
    await publish(client);
    expect(client.main).toContain('Devant &lt;l’école>');
    const other = await makePerson(site);
    await reachPlace(other.client);
    await other.client.post(other.client.path, { act: 'save', place: '' });
    expect(other.client.path).toMatch(/\/documents$/);
  });

  it('R68 by an address: searched, chosen, kept', async () => {
    await setAddressProvider(site, peer.url);
    const { client } = await makePerson(site);
    const there = await reachPlace(client);
    await client.post(there, { act: 'search', address: '8 rue des écoles', place: 'Le préau' });
    expect(client.path).toBe(there);
    expect(client.main).toContain('8 Rue &lt;des> Écoles, Fleury');
    expect(client.main).toContain('value="Le préau"');
    const choice = writeChoice({ ...INSIDE, label: '8 Rue <des> Écoles, Fleury' });
    await client.post(there, { act: 'save', address: '8 rue', place: '', choice });
    expect(client.path).toMatch(/\/documents$/);
    await client.get(draftStep(client, 'apercu'));
    await publish(client);
    expect(client.main).toContain('8 Rue &lt;des> Écoles, Fleury');
    expect(client.main).toContain('class="map-pin"');
    await client.get(there);
    await setAddressProvider(site, '');
  });

  it('R68 while the search is down, by a district or words: nothing typed is lost', async () => {
    await setAddressProvider(site, 'http://127.0.0.1:1');
    const { client } = await makePerson(site);
    const there = await reachPlace(client);
    await client.post(there, { act: 'search', address: 'rue du Puits', place: 'Au puits' });
    expect(client.status).toBe(200);
    expect(client.main).toContain('ne répond pas');
    expect(client.main).toContain('value="rue du Puits"');
    expect(client.main).toContain('value="Au puits"');
    await client.post(there, { act: 'search', address: '' });
    expect(client.status).toBe(422);
    // the district's name is the edition's, whatever the file of outlines called it
    expect(client.main).toContain('<option value="Couchant"');
    await client.post(there, { act: 'save', place: '', district: 'Couchant' });
    expect(client.path).toMatch(/\/documents$/);
    await client.get(there);
    expect(client.main).toContain('value="Couchant"');
    expect(client.main).toContain('value="1.915"');
    await setAddressProvider(site, '');
  });

  it('R68 outside the commune: warned once, never refused', async () => {
    const { client } = await makePerson(site);
    const there = await reachPlace(client);
    await client.post(there, { act: 'save', place: '', ...degrees(OUTSIDE) });
    expect(client.path).toBe(there);
    expect(client.status).toBe(200);
    expect(client.main).toContain('Ce lieu est hors de la commune');
    const seen = `${OUTSIDE.longitude} ${OUTSIDE.latitude}`;
    expect(client.main).toContain(`value="${seen}"`);
    await client.post(there, { act: 'save', place: '', seen, ...degrees(OUTSIDE) });
    expect(client.path).toMatch(/\/documents$/);
    await client.get(draftStep(client, 'apercu'));
    expect(client.main).toContain('Hors de la commune');
    const page = await publish(client);
    expect(page).toContain('/idees/');
    expect(client.main).toContain('Hors de la commune');
  });

  it('W7 says beside the field what is no point, too long or not asked', async () => {
    const { client } = await makePerson(site);
    const there = await reachPlace(client);
    for (const latitude of ['ici', '91', '47.9; drop table idea', 'NaN', '1e3']) {
      await client.post(there, { act: 'save', place: 'Là', latitude, longitude: '1.9' });
      expect(client.status).toBe(422);
      expect(client.html).toContain('href="#latitude"');
      expect(client.main).toContain('value="Là"');
    }
    await client.post(there, { act: 'save', place: 'x'.repeat(201) });
    expect(client.status).toBe(422);
    await client.post(there, { act: 'save', place: '', choice: '999 999 nulle part' });
    expect(client.path).toMatch(/\/documents$/);
  });

  it('R71 is required where the edition says so, and not asked where it says so', async () => {
    const strict = await makeEdition(site, { ideaPlace: 'required' });
    const { client } = await makePerson(site);
    const there = await reachPlace(client, strict);
    await client.post(there, { act: 'save', place: '' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Dites où se situe votre idée');
    await client.get(draftStep(client, 'apercu'));
    expect(client.main).not.toContain('Déposer mon idée</span>');
    await client.post(draftStep(client, 'publier'));
    expect(client.status).toBe(422);
    expect(client.main).toContain('Dites où se situe votre idée');

    const silent = await makeEdition(site, { ideaPlace: 'not-asked' });
    const other = (await makePerson(site)).client;
    await other.get(addressIn(silent, 'deposer?nouvelle=oui'));
    expect(other.main).toContain('Étape 1 sur 4');
    await other.post(other.path, TYPED_IDEA);
    expect(other.path).toMatch(/\/documents$/);
    await other.get(draftStep(other, 'lieu'));
    expect(other.path).toMatch(/\/documents$/);
  });

  it('W5 a draft of somebody else is not there', async () => {
    const { client } = await makePerson(site);
    const there = await reachPlace(client);
    const stranger = (await makePerson(site)).client;
    await stranger.post(there, { act: 'save', place: 'Chez moi' });
    expect(stranger.status).toBe(404);
  });
});

describe('the place of a published idea', () => {
  it('R115 is corrected with it, and the one before is kept', async () => {
    const person = await makePerson(site);
    const { client } = person;
    await reachPlace(client);
    await client.post(client.path, { act: 'save', place: 'Ici', ...degrees(INSIDE) });
    await client.get(draftStep(client, 'apercu'));
    const page = await publish(client);
    const edit = `${page}/modifier`;
    await client.get(edit);
    expect(client.main).toContain('value="Ici"');
    const fields = { ...TYPED_IDEA, title: 'Un verger corrigé', place: 'Là-bas' };
    await client.post(edit, { ...fields, ...degrees(OUTSIDE) });
    expect(client.status).toBe(422);
    expect(client.main).toContain('hors de la commune');
    const seen = `${OUTSIDE.longitude} ${OUTSIDE.latitude}`;
    await client.post(edit, { ...fields, ...degrees(OUTSIDE), seen });
    expect(client.main).toContain('Là-bas');
    const idea = await site.db
      .selectFrom('idea')
      .selectAll()
      .where('author_id', '=', person.id)
      .executeTakeFirstOrThrow();
    expect(await placeOf(idea.id)).toEqual({ words: 'Là-bas', point: OUTSIDE, outside: true });
    const versions = await site.db.selectFrom('idea_version').selectAll().execute();
    expect(versions.at(-1)).toMatchObject({ place: 'Ici', ...INSIDE });
  });

  it('R68 follows the commune’s outline when it is replaced or removed', async () => {
    const far = await makePlaced({ words: '', point: OUTSIDE });
    const near = await makePlaced({ words: '', point: INSIDE });
    expect((await placeOf(far.id)).outside).toBe(true);
    expect((await placeOf(near.id)).outside).toBe(false);
    const { organisationId } = site;
    const officer = (await makePerson(site, { roles: ['officer'] })).client;
    await officer.get('/administration/carte/contours/commune/retirer');
    const mark = /name="mark" value="(\w+)"/.exec(officer.html)![1]!;
    await officer.post('/administration/carte/contours/commune/retirer', { mark });
    await site.runJobs();
    expect((await placeOf(far.id)).outside).toBeNull();
    expect((await placeOf(near.id)).outside).toBeNull();
    await keepTown(site, organisationId);
    await site.runJobs();
    expect((await placeOf(far.id)).outside).toBe(true);
    expect((await placeOf(near.id)).outside).toBe(false);
  });

  it('what was chosen last counts most, and words are taken from it where there are none', () => {
    const middles = new Map([['Levant', { longitude: 1.945, latitude: 47.925 }]]);
    const typed = { ...typePlace({ words: '', point: OUTSIDE }), district: 'Levant' };
    expect(readPlace(typed, middles, 'optional').place).toEqual({
      words: 'Levant',
      point: { longitude: 1.945, latitude: 47.925 },
    });
    const choice = writeChoice({ ...INSIDE, label: '1 rue Haute' });
    expect(readPlace({ ...typed, choice }, middles, 'optional').place.point).toEqual(INSIDE);
    const french = {
      ...typePlace({ words: '', point: null }),
      longitude: '1,92',
      latitude: '47,93',
    };
    expect(readPlace(french, middles, 'optional').place.point).toEqual(INSIDE);
    expect(readPlace(typePlace({ words: '', point: null }), middles, 'required').problems).toEqual({
      place: 'missing',
    });
  });
});
