import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePage, makeSpacePage } from '../../../../tests/make/pages.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeComponent, makeSpace } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { addMembers } from '../../consultations/member.store.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { findPage } from './editorial.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const fields = {
  titre: 'Le sujet',
  resume: 'En trois mots.',
  texte: '## Avant\n\n- **Lisez**.',
};

/** A component of pages in a space, and where it is. */
async function makeShelf(options: Parameters<typeof makeSpace>[1] = {}) {
  const made = await makeSpace(site, { ...options, kindOfComponent: 'pages' });
  return { ...made, at: { space: made.space.slug, component: made.component.slug } };
}
const teamOf = async (space: { id: string }, role: 'space-author' | 'space-organiser') =>
  (await makePerson(site, { roles: [role], spaceId: space.id })).client;

describe('R98 information pages of a theme', () => {
  it('R98 W3 an author of the space writes one, looks at it, publishes and hides it', async () => {
    const { space, theme, at } = await makeShelf();
    const author = await teamOf(space, 'space-author');
    const reader = site.visitor();
    await author.get(urls.spacePages(at));
    expect(author.main).toContain(urls.adminSpacePages(at));
    await reader.get(urls.spacePages(at));
    expect(reader.main).toContain('Pas encore de page');

    await author.post(urls.adminSpaceNewPage(at), { ...fields, geste: 'apercu' });
    expect(author.main).toContain('<strong>Lisez</strong>');
    expect(author.main, 'no place in the menu is asked for').not.toContain('name="place"');
    await author.post(urls.adminSpaceNewPage(at), fields);
    expect(author.path).toBe(urls.adminSpacePage({ ...at, page: 'le-sujet' }));
    const page = { ...at, page: 'le-sujet' };
    expect((await reader.get(urls.spacePage(page))).status).toBe(404);
    await author.get(urls.spacePage(page));
    expect(author.main).toContain('n’est pas publiée');
    await author.post(urls.adminSpacePageShow(page), { publier: 'oui' });

    // alone, it is what the component opens
    await reader.get(urls.spacePages(at));
    expect(reader.main).toContain('<h2>Avant</h2>');
    expect(reader.main).toMatch(/aria-current="page"/);
    await reader.get(urls.theme({ space: space.slug, theme: theme.slug }));
    expect(reader.main).toContain(urls.spacePages(at));
    expect(reader.main).toContain('1 page');

    await author.post(urls.adminSpacePage(page), { ...fields, texte: 'Après', suit: '1' });
    await author.get(urls.adminSpacePageVersions(page, { version: 2 }));
    expect(author.main).toMatch(/<ins[^>]*>/);
    await author.post(urls.adminSpacePageShow(page), { publier: 'non' });
    expect((await reader.get(urls.spacePage(page))).status).toBe(404);
    await reader.get(urls.spacePages(at));
    expect(reader.main).not.toContain('Après');
  });

  it('R98 several stand in a short list of contents, in the order their team gives them', async () => {
    const { space, component, at } = await makeShelf();
    const [one, two] = [
      await makeSpacePage(site, component, { title: 'Une' }),
      await makeSpacePage(site, component, { title: 'Deux', summary: 'La seconde.' }),
    ];
    await makeSpacePage(site, component, { title: 'Brouillonne', published: false });
    const reader = site.visitor();
    await reader.get(urls.spacePages(at));
    const href = (page: string) => urls.spacePage({ ...at, page });
    expect(reader.main.indexOf(href(one.slug))).toBeLessThan(reader.main.indexOf(href(two.slug)));
    expect(reader.main).toContain('La seconde.');
    expect(reader.main).not.toContain('Brouillonne');
    const organiser = await teamOf(space, 'space-organiser');
    await organiser.post(urls.adminSpacePageMove({ ...at, page: two.slug }), { sens: 'haut' });
    expect(organiser.path).toBe(urls.adminSpacePages(at));
    await reader.get(urls.spacePages(at));
    expect(reader.main.indexOf(href(two.slug))).toBeLessThan(reader.main.indexOf(href(one.slug)));
  });

  it('R98 pages called alike stand apart: two components, and the organisation itself', async () => {
    const first = await makeShelf();
    const second = await makeComponent(site, first.space, { kind: 'pages' });
    const pages = [
      await makeSpacePage(site, first.component, { title: 'Mode d’emploi', body: 'Premier.' }),
      await makeSpacePage(site, second, { title: 'Mode d’emploi', body: 'Second.' }),
      await makePage(site, { title: 'Mode d’emploi', body: 'Le nôtre.' }),
    ];
    expect(new Set(pages.map(({ slug }) => slug)).size).toBe(1);
    const reader = site.visitor();
    await reader.get(urls.page({ page: 'mode-d-emploi' }));
    expect(reader.main).toContain('Le nôtre.');
    await reader.get(urls.spacePages({ ...first.at, component: second.slug }));
    expect(reader.main).toContain('Second.');
    expect(reader.html, 'neither menu nor footer leads to those of a space').not.toContain(
      urls.spacePage({ ...first.at, page: 'mode-d-emploi' }),
    );
  });

  it('W3 nobody else writes there: a resident, another space, another organisation', async () => {
    const { component, at } = await makeShelf();
    const page = await makeSpacePage(site, component, { published: false });
    const otherId = await insertOrganisation(site.db, {
      slug: `voisine-${randomUUID().slice(0, 8)}`,
      name: 'Voisine',
      host: 'voisine-pages.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const organisation = { id: otherId, name: 'Voisine', host: 'voisine-pages.localhost' };
    const elsewhere = await makeSpace(site);
    const people = [
      [(await makePerson(site)).client, 403],
      [await teamOf(elsewhere.space, 'space-organiser'), 404],
      [(await makePerson(site, { roles: ['officer'], organisation })).client, 404],
    ] as const;
    const of = { ...at, page: page.slug };
    for (const [client, status] of people) {
      for (const path of [
        urls.adminSpacePages(at),
        urls.adminSpaceNewPage(at),
        urls.adminSpacePage(of),
        urls.adminSpacePageVersions(of),
      ])
        expect((await client.send(path)).status, path).toBe(status);
      for (const path of [
        urls.adminSpaceNewPage(at),
        urls.adminSpacePage(of),
        urls.adminSpacePageShow(of),
        urls.adminSpacePageDraft(of),
      ])
        expect((await client.send(path, { ...fields, publier: 'oui' })).status, path).toBe(status);
      expect((await client.send(urls.spacePage(of))).status).toBe(404);
    }
    const now = await findPage(site.db, site.organisationId, page.slug, component.id);
    expect(now).toMatchObject({ version: 1, publishedAt: null });
  });

  it('W3 a private space’s pages are its readers’ alone, and so are their words in the search', async () => {
    const { space, component, at } = await makeShelf({ isPrivate: true });
    const page = await makeSpacePage(site, component, { body: 'Le mot est hippocampe.' });
    const member = await makePerson(site);
    const act = { organisationId: site.organisationId, by: null };
    await addMembers(site.db, act, space.id, [member.id]);
    for (const path of [urls.spacePages(at), urls.spacePage({ ...at, page: page.slug })]) {
      await member.client.get(path);
      expect(member.client.main).toContain('hippocampe');
      expect((await site.visitor().send(path)).status).toBe(404);
    }
    await member.client.get(urls.search({ q: 'hippocampes' }));
    expect(member.client.main).toContain(urls.spacePage({ ...at, page: page.slug }));
    const stranger = site.visitor();
    await stranger.get(urls.search({ q: 'hippocampes' }));
    expect(stranger.main).not.toContain(urls.spacePage({ ...at, page: page.slug }));
  });

  it('R98 what is typed is kept apart for each component, and gone once saved', async () => {
    const { space, at } = await makeShelf();
    const second = await makeComponent(site, space, { kind: 'pages' });
    const author = await teamOf(space, 'space-author');
    const draft = { ...fields, texte: 'Pas fini', base: '0.0' };
    const kept = await author.send(urls.adminSpacePageDraft({ ...at, page: 'nouvelle' }), draft);
    expect(kept.status).toBe(204);
    await author.get(urls.adminSpaceNewPage(at));
    expect(author.main).toContain('Pas fini');
    await author.get(urls.adminSpaceNewPage({ ...at, component: second.slug }));
    expect(author.main).not.toContain('Pas fini');
    await author.post(urls.adminSpaceNewPage(at), { ...fields, formulaire: randomUUID() });
    await author.get(urls.adminSpaceNewPage(at));
    expect(author.main).not.toContain('Pas fini');
  });

  it('W1 W2 W9 nothing that was typed becomes a tag or an address of its own', async () => {
    const { component, at } = await makeShelf();
    const body = `<script>alert(1)</script> <img src=x onerror=alert(1)> [clic](javascript:alert(1)) ${'*a* '.repeat(4000)}`;
    await makeSpacePage(site, component, { title: '<b>Titre</b>', body });
    const reader = site.visitor();
    await reader.get(urls.spacePages(at));
    expect(reader.main).not.toMatch(/<script|<img|href="javascript|<b>/);
    expect(reader.main).toContain('&lt;script>alert(1)&lt;/script>');
  });
});
