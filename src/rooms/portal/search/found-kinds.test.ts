import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePause } from '../../../../tests/make/contact.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeKit } from '../../../../tests/make/guides.ts';
import { makeMeeting } from '../../../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makeRealisation } from '../../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';

let site: TestSite;
let officer: MadePerson;
let edition: Edition;
const search = async (q: string, more: Record<string, string> = {}) => {
  // makers write behind the site's back: no node has heard of it
  site.memory.forgetAll();
  return site.visitor().get(urls.search({ q, ...more }));
};
const elsewhere = () =>
  insertOrganisation(site.db, {
    slug: 'voisine',
    name: 'Voisine',
    host: 'voisine.localhost',
    kind: 'town',
    colour: '#1F3A8A',
    contactEmail: 'mairie@voisine.example',
    tagline: '',
    charter: 'Respect.',
  });

beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  edition = await makeEdition(site, { phase: 'collection', slug: 'fete', title: 'Budget fête' });
});
afterAll(() => site.close());

describe('R198 meetings are found', () => {
  it('R198 by title, words and place, whatever accents, plurals and typing; in their edition or in none', async () => {
    const planted = await makeMeeting(site, {
      title: 'Élagage participatif',
      description: 'Nous taillerons un arbre ensemble.',
      place: 'Square des Carmélites',
      editionId: edition.id,
    });
    await makeMeeting(site, { title: 'Permanence nomade' });
    const href = new RegExp(`href="/agenda/${planted.number}-elagage-participatif"`);
    for (const words of ['elagage', 'arbres', 'carmelites', 'élagge participatif'])
      expect((await search(words)).main, words).toMatch(href);
    expect((await search('elagage')).main).toContain('<mark>Élagage</mark>');
    expect((await search('elagage', { edition: 'fete' })).main).toMatch(href);
    expect((await search('elagage', { dans: 'agenda' })).main).toMatch(href);
    expect((await search('elagage', { dans: 'projets' })).main).not.toMatch(href);
    // of no edition: found where none is chosen
    expect((await search('nomade')).main).toContain('Permanence');
    expect((await search('nomade', { edition: 'fete' })).main).toContain('Rien trouvé');
  });

  it('R198 W3 a draft, another town’s, and those of an edition being prepared are found by nobody', async () => {
    await makeMeeting(site, { title: 'Conciliabule brouillon', published: false });
    const secret = await makeEdition(site, { open: false, slug: 'secrete' });
    await makeMeeting(site, { title: 'Conciliabule préparatoire', editionId: secret.id });
    await makeMeeting(site, { title: 'Conciliabule voisin', organisationId: await elsewhere() });
    for (const words of ['conciliabule', 'conciliabulle'])
      expect((await search(words)).main, words).not.toContain('onciliabule</mark>');
    await officer.client.get(urls.search({ q: 'conciliabule' }));
    expect(officer.client.main).toContain('Rien trouvé');
  });
});

describe('R198 what is told of realisations is found', () => {
  it('R198 once published, with the words around it; a draft and what was taken back are not', async () => {
    const made = await makeRealisation(site);
    const at = { edition: made.edition.slug, project: made.project };
    const { client } = officer;
    const title = 'Les platanes arrivent';
    await client.post(urls.adminNewPost(at), {
      title,
      body: 'Douze camions de terreau livrés au petit matin.',
    });
    const post = client.path.split(/[/?]/).at(-1)!;
    expect((await search('terreau')).main, 'a draft').toContain('Rien trouvé');
    await client.post(urls.adminPublishPost({ ...at, post }));
    const { main } = await search('camion terreau');
    expect(main).toContain('Nouvelles des réalisations</h2>');
    expect(main).toContain('<mark>camions</mark>');
    expect(main).toContain(`href="${urls.delivery(at)}"`);
    expect((await search('terreeau')).main, 'mistyped').toContain('<mark>terreau</mark>');
    await client.post(urls.adminWithdrawPost({ ...at, post }));
    for (const words of ['terreau', 'terreeau'])
      expect((await search(words)).main, `taken back: ${words}`).not.toContain(title);
  });
});

describe('R198 R41 pages for the press and kits are found', () => {
  it('R198 R41 the press page by its name; kits that everybody may open, until a pre-electoral period', async () => {
    expect((await search('presse')).main).toContain(urls.press({ edition: 'fete' }));
    await makeKit(site, edition, { title: 'Affichettes bariolées', shownTo: 'public' });
    await makeKit(site, edition, { title: 'Consignes bariolées', shownTo: 'staff' });
    const { main } = await search('bariolee');
    expect(main).toContain(urls.kits({ edition: 'fete' }));
    expect(main).toContain('Affichettes');
    expect(main).not.toContain('Consignes');
    const today = new Date().toISOString().slice(0, 10);
    await makePause(site, site.organisationId, officer.id, {
      startsOn: today,
      endsOn: '2099-01-01',
      reason: 'Municipales',
    });
    expect((await search('bariolee')).main).toContain('Rien trouvé');
  });
});
