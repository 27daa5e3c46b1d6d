import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

it('R68 the holder ticks the criteria asked of them before publishing; what is left is said beside each', async () => {
  const edition = await makeEdition(site, {
    criteria: [
      { id: null, name: 'Le projet est <b>nouveau</b>', help: 'Ni réalisé', askedOfHolder: true },
      { id: null, name: 'Il sert l’intérêt général', help: '', askedOfHolder: true },
      { id: null, name: 'Compétence de la commune', help: '', askedOfHolder: false },
    ],
  });
  const [isNew, isGeneral, ofAgents] = edition.criteria.map(({ id }) => id);
  const { client } = await makePerson(site);
  const at = { edition: edition.slug, draft: '3f0d2c1e-6a55-4f9e-9f0b-1c2d3e4f5a6b' };
  await client.post(urls.depositText(at), {
    title: 'Une mare',
    body: 'Pour les hérissons du parc.',
    category: edition.categories[0]!.slug,
    lang: 'fr',
  });
  await client.get(urls.depositPreview(at));
  expect(client.html).toContain('Le projet est &lt;b>nouveau&lt;/b>');
  expect(client.html).not.toContain('Compétence de la commune');

  await client.post(urls.depositPublish(at), { [`criterion-${isNew}`]: 'oui' });
  expect(client.status).toBe(422);
  expect(client.html).toContain(`href="#criterion-${isGeneral}"`);
  expect(client.html).not.toContain(`href="#criterion-${isNew}"`);

  // what was ticked is kept with the draft, and an idea never says more than its edition asks
  await client.get(urls.depositPreview(at));
  expect(client.html).toMatch(new RegExp(`id="criterion-${isNew}"[^>]*checked`));
  await client.post(urls.depositPublish(at), {
    [`criterion-${isNew}`]: 'oui',
    [`criterion-${isGeneral}`]: 'oui',
    [`criterion-${ofAgents}`]: 'oui',
  });
  expect(client.path).toMatch(/\/idees\/1-une-mare$/);
  const idea = await site.db
    .selectFrom('idea')
    .select('criteria_ticked')
    .where('edition_id', '=', edition.id)
    .executeTakeFirstOrThrow();
  expect(idea.criteria_ticked).toEqual([isNew, isGeneral, ofAgents]);
});
