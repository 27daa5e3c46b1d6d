import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePage } from '../../../../tests/make/pages.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { findDraft, saveDraft } from './draft.store.ts';
import { findPage, listPages } from './editorial.store.ts';
import { checkPage, readPage } from './editorial.ts';
import { rewritePage } from './editorial-writing.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], nickname: 'Agathe' });
});
afterAll(() => site.close());

const english = { titleEn: '', summaryEn: '', bodyEn: '' };
const texts = { title: 'Une page', summary: '', body: 'Un texte.', ...english };
const fields = {
  titre: 'Les règles du jeu',
  resume: 'En trois mots.',
  texte: '## Avant\n\n- **Lisez**.',
};
/** A page of the organisation that is not there yet. */
const NEW = { pageId: null, componentId: null };
const act = () => ({ organisationId: site.organisationId, by: officer.id });
const html = async (
  client: { get(path: string): Promise<unknown>; html: string },
  path: string,
) => {
  await client.get(path);
  return client.html;
};

describe('R98 rules of information pages', () => {
  it('R98 English is whole or not there, and read only by who reads English', () => {
    expect(checkPage(texts)).toEqual({});
    expect(checkPage({ ...texts, summaryEn: 'In short' })).toEqual({
      titleEn: 'english-title-missing',
      bodyEn: 'english-body-missing',
    });
    expect(checkPage({ ...texts, title: '', body: 'a'.repeat(20_001) })).toEqual({
      title: 'title-missing',
      body: 'body-too-long',
    });
    const both = { ...texts, titleEn: 'A page', bodyEn: 'A text.' };
    expect(readPage(both, 'en')).toMatchObject({ title: 'A page', lang: 'en' });
    expect(readPage(both, 'fr')).toMatchObject({ title: 'Une page', lang: 'fr' });
    expect(readPage(texts, 'en')).toMatchObject({ title: 'Une page', lang: 'fr' });
  });
});

describe('R98 an information page, from its form to everybody', () => {
  it('R98 W3 is written, read through, published with a link in the footer, and taken back', async () => {
    const { client } = officer;
    await client.get(urls.adminNewPage());
    await client.post(urls.adminNewPage(), {
      ...fields,
      formulaire: randomUUID(),
      place: 'footer',
    });
    const [page] = (await listPages(site.db, site.organisationId)).slice(-1);
    expect(client.path).toBe(urls.adminPage({ page: 'les-regles-du-jeu' }));
    const at = urls.page({ page: page!.slug });
    const stranger = site.visitor();
    expect((await stranger.get(at)).status).toBe(404);
    expect(await html(client, at)).toContain('n’est pas publiée');
    expect(await html(stranger, urls.charter())).not.toContain(at);

    await client.post(urls.adminPageShow({ page: page!.slug }), { publier: 'oui' });
    site.seeChanges();
    expect((await stranger.get(at)).status).toBe(200);
    expect(stranger.main).toContain('<strong>Lisez</strong>');
    expect(await html(stranger, urls.charter())).toContain(`href="${at}">Les règles du jeu</a>`);
    await stranger.get(urls.search({ q: 'regles' }));
    expect(stranger.main).toContain(at);

    await client.post(urls.adminPageShow({ page: page!.slug }), { publier: 'non' });
    site.seeChanges();
    expect((await stranger.get(at)).status).toBe(404);
    expect(await html(stranger, urls.charter())).not.toContain(at);
    await stranger.get(urls.search({ q: 'regles' }));
    expect(stranger.main).not.toContain(at);
    const member = await makePerson(site);
    expect((await member.client.get(at)).status, 'seen by officers only').toBe(404);
    expect((await member.client.get(urls.adminPages())).status).toBe(403);
  });

  it('R98 W1 W2 what is typed becomes words: no tag, no script, no address that acts', async () => {
    const page = await makePage(site, {
      title: 'Un <b>titre</b>',
      body: '<script>alert(1)</script>\n\n[ici](javascript:alert(1)) <img src=x onerror=alert(1)>',
    });
    const reader = site.visitor();
    await reader.get(urls.page({ page: page.slug }));
    expect(reader.main).toContain('Un &lt;b>titre&lt;/b>');
    expect(reader.main).not.toMatch(/<script|<img|href="javascript/);
  });

  it('R98 W14 what is missing is told beside its field, and nothing is lost', async () => {
    const { client } = officer;
    const sent = { ...fields, titre: '', 'resume-en': 'In three words' };
    expect((await client.post(urls.adminNewPage(), sent)).status).toBe(422);
    expect(client.main).toContain('href="#titre"');
    expect(client.main).toContain('href="#texte-en"');
    expect(client.main).toContain('In three words');
    expect(client.main).toContain('- **Lisez**.');
  });

  it('R98 without scripts a button shows what the text becomes, and saves nothing', async () => {
    const before = await listPages(site.db, site.organisationId);
    const { client } = officer;
    await client.post(urls.adminNewPage(), { ...fields, geste: 'apercu' });
    expect(client.main).toMatch(/data-preview="texte">.*<strong>Lisez<\/strong>/s);
    expect(client.main, 'the text is still there').toContain('- **Lisez**.');
    expect(await listPages(site.db, site.organisationId)).toEqual(before);
  });

  it('R98 the same form sent twice makes one page; titles that are alike have addresses of their own', async () => {
    const formulaire = randomUUID();
    const sent = { ...fields, titre: 'Nouvelle', formulaire };
    await officer.client.post(urls.adminNewPage(), sent);
    const first = officer.client.path;
    await officer.client.post(urls.adminNewPage(), sent);
    expect(officer.client.path).toBe(first);
    expect(first, 'an address of the office is no page’s').toBe(
      urls.adminPage({ page: 'nouvelle-2' }),
    );
  });

  it('R98 of two officers on one form the second sees both texts, and loses none', async () => {
    const page = await makePage(site, { title: 'À deux' });
    const other = await makePerson(site, { roles: ['officer'] });
    const at = urls.adminPage({ page: page.slug });
    const sent = { titre: 'À deux', suit: '1', place: 'footer' };
    await other.client.post(at, { ...sent, texte: 'Du premier.' });
    const answer = await officer.client.post(at, { ...sent, texte: 'Du second.' });
    expect(answer.status).toBe(409);
    expect(officer.client.main).toContain('Du premier.');
    expect(officer.client.main).toContain('Du second.');
    expect(officer.client.main).toContain('name="suit" value="2"');
    await officer.client.get(urls.adminPageVersions({ page: page.slug }, { version: 2 }));
    expect(officer.client.main).toMatch(/<del>.*Proposer/s);
    expect(officer.client.main).toMatch(/<ins>.*premier/s);
  });

  it('R98 the menu takes three pages, in a race too', async () => {
    const pages = [];
    for (const number of [1, 2, 3, 4, 5])
      pages.push(await makePage(site, { title: `Menu ${number}`, shownIn: 'nowhere' }));
    const answers = await Promise.all(
      pages.map(({ id }) =>
        rewritePage(site.db, act(), { id, version: 1 }, { ...texts, shownIn: 'menu' }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
  });

  it('R98 pages change places, and the footer follows', async () => {
    const one = await makePage(site, { title: 'Avant' });
    const two = await makePage(site, { title: 'Après' });
    await officer.client.post(urls.adminPageMove({ page: two.slug }), { sens: 'haut' });
    site.seeChanges();
    const shell = await html(site.visitor(), urls.charter());
    expect(shell.indexOf(urls.page({ page: two.slug }))).toBeLessThan(
      shell.indexOf(urls.page({ page: one.slug })),
    );
  });

  it('R98 a page in English is read in English, and says its language elsewhere', async () => {
    const page = await makePage(site, { titleEn: 'How it works', bodyEn: 'Send an idea.' });
    const reader = site.visitor();
    await reader.get(urls.language({ locale: 'en' }, { vers: '/' }));
    await reader.get(urls.page({ page: page.slug }));
    expect(reader.main).toContain('Send an idea.');
    const french = await makePage(site, { title: 'En français' });
    await reader.get(urls.page({ page: french.slug }));
    expect(reader.main).toMatch(/<h1 lang="fr">En français/);
  });

  it('W3 an officer of another organisation sees and changes nothing here', async () => {
    const page = await makePage(site, { title: 'Chez nous', published: false });
    const id = await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const organisation = { id, name: 'Voisine', host: 'voisine.localhost' };
    const stranger = await makePerson(site, { organisation, roles: ['officer'] });
    const at = urls.adminPage({ page: page.slug });
    expect((await stranger.client.get(at)).status).toBe(404);
    expect((await stranger.client.post(at, { ...fields, suit: '1' })).status).toBe(404);
    expect((await findPage(site.db, site.organisationId, page.slug))!.version).toBe(1);
  });
});

describe('R98 drafts of pages', () => {
  it('R98 W3 what is typed is kept for its writer alone, taken up again, and gone once saved', async () => {
    const page = await makePage(site, { title: 'En cours' });
    const at = { page: page.slug };
    const typed = { titre: 'En cours', texte: 'Pas fini', suit: '1', place: 'footer' };
    const kept = await officer.client.post(urls.adminPageDraft(at), { ...typed, base: '1.0' });
    expect(kept.status).toBe(204);
    expect(kept.headers.get('x-saved-at')).toBe('1.1');
    await officer.client.get(urls.adminPage(at));
    expect(officer.client.main).toContain('Pas fini');
    expect(officer.client.main).toContain('Votre brouillon');
    const other = await makePerson(site, { roles: ['officer'] });
    await other.client.get(urls.adminPage(at));
    expect(other.client.main).not.toContain('Pas fini');
    await officer.client.post(urls.adminPage(at), { ...typed, texte: 'Fini' });
    expect(await findDraft(site.db, act(), { pageId: page.id, componentId: null })).toBeNull();
  });

  it('R98 another window that saved since is not written over, in a race too', async () => {
    const draft = { follows: 0, texts: { titre: 'x' } };
    const first = await saveDraft(site.db, act(), NEW, { ...draft, revision: 0 });
    expect(first).toBe(1);
    expect(await saveDraft(site.db, act(), NEW, { ...draft, revision: 0 })).toBeNull();
    const both = await Promise.all(
      [1, 2].map(() => saveDraft(site.db, act(), NEW, { ...draft, revision: 1 })),
    );
    expect(both.toSorted()).toEqual([2, null]);
    await officer.client.post(urls.adminDropPageDraft({ page: 'nouvelle' }));
    expect(await findDraft(site.db, act(), NEW)).toBeNull();
    expect(await saveDraft(site.db, act(), NEW, { ...draft, revision: 3 })).toBeNull();
  });
});

describe('W9 texts of pages', () => {
  it('W9 the longest text that is taken is shown in moments; a longer one is refused in words', async () => {
    const long = '[a](https://b.fr) *c* **d** '.repeat(714);
    const { client } = officer;
    await client.post(urls.adminNewPage(), { ...fields, texte: long, geste: 'apercu' });
    expect(client.main).toContain('href="https://b.fr/"');
    const answer = await client.post(urls.adminNewPage(), { ...fields, texte: long + long });
    expect(answer.status).toBe(422);
    expect(client.main).toMatch(/20.000 caractères au plus/);
  });
});
