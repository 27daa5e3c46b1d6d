import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { listPublicNicknames } from '../identity/index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

it('R69 R70 whoever is under fifteen has no public name, to the day', async () => {
  const year = new Date().getFullYear();
  const child = await makePerson(site, {
    nickname: 'Petit Prince',
    birthDate: `${year - 12}-01-01`,
  });
  const adult = await makePerson(site, {
    nickname: 'Grande Ourse',
    birthDate: `${year - 15}-01-01`,
  });
  const edition = await makeEdition(site, { phase: 'collection', minimumAgePropose: 8 });
  const ideas = [
    await makeIdea(site, edition, { authorId: child.id }),
    await makeIdea(site, edition, { authorId: adult.id }),
  ];
  const reader = site.visitor();
  const at = { edition: edition.slug };
  for (const path of [
    urls.ideas(at),
    ...ideas.map(({ number }) => urls.idea({ ...at, idea: number })),
  ]) {
    await reader.get(path);
    expect(reader.html).not.toContain('Petit Prince');
  }
  expect(reader.html).toContain('Grande Ourse');
  await reader.get(urls.idea({ ...at, idea: ideas[0]!.number }));
  expect(reader.html).toContain('par une personne de moins de 15 ans');
  const names = await listPublicNicknames(site.db, site.organisationId, [child.id, adult.id]);
  expect([...names.values()]).toEqual(['Grande Ourse']);
});
