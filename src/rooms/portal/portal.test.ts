import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { makePoll, makeProjects, publish, vote } from '../../../tests/make/poll.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { insertOrganisation } from '../organisations/index.ts';

let site: TestSite;
let act: { organisationId: string; by: null };
beforeAll(async () => {
  site = await openTestSite();
  act = { organisationId: site.organisationId, by: null };
});
afterAll(() => site.close());
beforeEach(() => {
  site.travel(null);
});

describe('the home of a town', () => {
  it('R66 an empty install teaches, and gives officers the first gesture', async () => {
    const visitor = await site.visitor().get(urls.home());
    expect(visitor.html).toContain('Bienvenue à Fleury');
    expect(visitor.html).toContain(urls.signUp());
    expect(visitor.html).not.toContain(urls.adminNewEdition());
    const officer = await makePerson(site, { roles: ['officer'] });
    await officer.client.get(urls.home());
    expect(officer.client.html).toContain(urls.adminNewEdition());
  });

  it('R31 R67 says what is open now, until when, and how much is decided', async () => {
    const edition = await makeEdition(site, {
      slug: 'accueil',
      title: 'Budget <b>2026</b>',
      summary: '"><script>alert(1)</script>',
    });
    site.memory.forgetAll();
    const visitor = await site.visitor().get(urls.home());
    expect(visitor.html).toMatch(/<h1[^>]*>Déposez votre idée<\/h1>/);
    expect(visitor.html).toContain(urls.depositStart({ edition: 'accueil' }));
    expect(visitor.html).toMatch(/100\s000\s€/);
    expect(visitor.html).toContain('Vous êtes ici');
    expect(visitor.html).toContain('encore 5 jours');
    expect(visitor.html).toContain('Budget &lt;b>2026&lt;/b>');
    expect(visitor.html).toContain('Aucune idée pour l’instant');
    await makeIdea(site, edition, { title: 'La plus soutenue', supports: 2 });
    await makeIdea(site, edition, { title: 'Une autre' });
    site.memory.forgetAll();
    await visitor.get(urls.home());
    expect(visitor.html.indexOf('La plus soutenue')).toBeLessThan(
      visitor.html.indexOf('Une autre'),
    );
    expect(visitor.html).toContain('La plus soutenue');
  });

  it('an edition being prepared is nowhere to be seen', async () => {
    await makeEdition(site, { slug: 'secrete', title: 'Édition secrète', open: false });
    site.memory.forgetAll();
    const visitor = site.visitor();
    for (const address of [urls.home(), urls.editions()]) {
      await visitor.get(address);
      expect(visitor.html).not.toContain('Édition secrète');
    }
    for (const address of [urls.edition, urls.rules, urls.ideas, urls.projects, urls.vote])
      expect((await visitor.send(address({ edition: 'secrete' }))).status).toBe(404);
  });
});

describe('R57 R80 one edition from its vote to its result', () => {
  it('vote, embargo, winners, and the years before', async () => {
    const edition = await makeEdition(site, { phase: 'vote', slug: '2024', title: 'BP 2024' });
    await makeProjects(site, act, edition, ['Verger', 'Fresque', 'Mare']);
    const pollId = await makePoll(site, act, edition);
    for (const choice of [1, 1, 2]) {
      const voter = await makePerson(site);
      await vote(site, site.organisationId, edition, voter.id, [choice]);
    }
    site.memory.forgetAll();
    const visitor = await site.visitor().get(urls.edition({ edition: '2024' }));
    expect(visitor.html).toContain('Votez pour vos projets');
    expect(visitor.html).toContain(urls.vote({ edition: '2024' }));
    await visitor.get(urls.home());
    expect(visitor.html).toContain('Votez pour vos projets');

    site.travel('11 days');
    await visitor.get(urls.edition({ edition: '2024' }));
    expect(visitor.html).toContain('Le vote est clos');
    expect(visitor.html).not.toContain('Les projets retenus');

    await publish(site, act, pollId);
    site.memory.forgetAll();
    await visitor.get(urls.edition({ edition: '2024' }));
    expect(visitor.html).toContain('Les résultats sont publiés');
    expect(visitor.html).toContain('Les projets retenus');
    expect(visitor.html).toMatch(/personnes ont voté/);
    expect(visitor.html).toMatch(/20\s000\s€/);
    await visitor.get(urls.editions());
    expect(visitor.html).toContain('BP 2024');
  });
});

it('W3 another town’s home shows nothing of this one', async () => {
  await insertOrganisation(site.db, {
    slug: 'voisine',
    name: 'Voisine',
    host: 'voisine.localhost',
    kind: 'town',
    colour: '#1F3A8A',
    contactEmail: 'mairie@voisine.example',
    tagline: '',
    charter: 'Respect.',
  });
  const neighbour = await site.visitor('voisine.localhost').get(urls.home());
  expect(neighbour.html).toContain('Bienvenue à Voisine');
  expect((await neighbour.send(urls.edition({ edition: 'accueil' }))).status).toBe(404);
});
