import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideAll } from '../../../tests/make/decisions.ts';
import { addressIn, makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { INSIDE, keepTown } from '../../../tests/make/outlines.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import { formatMoney } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { freezeList, listProjects } from './index.ts';

let site: TestSite;
let officer: SiteClient;
beforeAll(async () => {
  site = await openTestSite();
  await keepTown(site);
  officer = (await makePerson(site, { roles: ['officer'] })).client;
});
afterAll(() => site.close());

it('R68 R50 a project takes the place of its idea, keeps it, and stands on the map of its list with cost and holder', async () => {
  const edition = await makeEdition(site, { phase: 'collection' });
  const at = { edition: edition.slug };
  const author = await makePerson(site, { nickname: 'Zébulon' });
  const idea = await makeIdea(site, edition, {
    authorId: author.id,
    place: { words: 'Au parc', point: INSIDE },
  });
  const address = urls.adminNewProject(at);
  await officer.get(`${address}?idee=${idea.number}`);
  expect(officer.main).toContain('value="Au parc"');
  expect(officer.main).toContain(`value="${INSIDE.latitude}"`);
  const typed = {
    ideas: String(idea.number),
    title: 'Un verger <b>',
    summary: 'Des pommiers.',
    categoryId: edition.categories[0]!.id,
    cost: '1000',
    place: 'Au parc',
    district: '',
    latitude: '47,93',
    longitude: '1,92',
  };
  await officer.post(address, { ...typed, latitude: '47,93 N' });
  expect(officer.status).toBe(422);
  expect(officer.html).toContain('href="#latitude"');
  expect(officer.main).toContain('value="47,93 N"');
  await officer.post(address, typed);
  await officer.post(address, {
    ...typed,
    ideas: '',
    title: 'Partout',
    latitude: '',
    longitude: '',
  });
  const [everywhere, orchard] = (await listProjects(site.db, site.organisationId, edition.id)).sort(
    (a, b) => a.title.localeCompare(b.title),
  );
  expect(orchard!.point).toEqual(INSIDE);
  expect(everywhere!.point).toBeNull();
  const act = { organisationId: site.organisationId, by: null };
  await decideAll(site, act, edition.id);
  await freezeList(site.db, act, edition.id);
  site.travel('16 days');
  const reader = site.visitor();
  await reader.get(addressIn(edition, 'projets'));
  expect(reader.main).toContain('vue=carte');
  await reader.get(addressIn(edition, 'projets?vue=carte'));
  expect(reader.main).toContain('Un verger &lt;b>');
  for (const words of [formatMoney(1_000_00), 'Au parc', author.nickname])
    expect(reader.main).toContain(words);
  expect(reader.main).not.toContain('Partout');
  expect(reader.main).toContain('Les projets sans lieu précis');
  const number = /class="map-mark">(\d+)</.exec(reader.main)![1]!;
  await reader.get(addressIn(edition, `projets/${number}`));
  expect(reader.main).toContain('class="map-pin"');
  site.travel(null);
});
