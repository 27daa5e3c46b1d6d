import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makeComponent, makeSpace } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

import { findComponentById, listComponents } from '../component.store.ts';
import { findSpace } from '../space.store.ts';
import { listThemes } from '../theme.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { nickname: 'Agathe', roles: ['officer'] });
});
afterAll(() => site.close());

const typed = {
  titre: 'Grande consultation du climat',
  genre: 'consultation',
  resume: 'Dire ensemble ce que nous voulons.',
  introduction: 'Bienvenue.',
  modele: 'empty',
};
const keyIn = (html: string) => /name="formulaire" value="([^"]+)"/.exec(html)![1]!;
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)![1]!;

describe('a space is made and described', () => {
  it('R98 W14 by an officer, once, however often its form is sent; nothing typed is lost', async () => {
    const { client } = officer;
    await client.get(urls.adminNewSpace());
    const formulaire = keyIn(client.html);
    await client.post(urls.adminNewSpace(), { ...typed, titre: '', genre: '', formulaire });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Donnez un titre');
    expect(client.main).toContain('Dire ensemble ce que nous voulons.');
    expect(keyIn(client.html)).toBe(formulaire);
    const both = await Promise.all(
      [1, 2].map(() => client.send(urls.adminNewSpace(), { ...typed, formulaire })),
    );
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    await client.get(urls.adminSpaces());
    expect(client.main.match(/Grande consultation du climat/g)).toHaveLength(1);
    expect(client.main).toContain('En préparation');
  });

  it('R98 begins with what is asked for, as far as rooms serve it', async () => {
    const { client } = officer;
    const formulaire = randomUUID();
    await client.post(urls.adminNewSpace(), {
      ...typed,
      titre: 'Primaire',
      modele: 'primary',
      formulaire,
    });
    await client.send(urls.adminNewSpace(), {
      ...typed,
      titre: 'Primaire',
      modele: 'primary',
      formulaire,
    });
    const space = (await findSpace(site.db, site.organisationId, 'primaire'))!;
    const themes = await listThemes(site.db, site.organisationId, space.id);
    expect(themes.map(({ title }) => title)).toEqual(['Premier thème']);
    const components = await listComponents(site.db, site.organisationId, space.id);
    expect(components.every(({ themeId }) => themeId === themes[0]!.id)).toBe(true);
    expect(new Set(components.map(({ kind }) => kind)).size).toBe(components.length);
  });

  it('R98 a permanent forum begins with one theme and ideas, and has no end', async () => {
    const { client } = officer;
    const formulaire = randomUUID();
    const forum = { ...typed, titre: 'Forum des quartiers', genre: 'forum', modele: 'forum' };
    await client.post(urls.adminNewSpace(), { ...forum, formulaire });
    const space = (await findSpace(site.db, site.organisationId, 'forum-des-quartiers'))!;
    expect(space.kind).toBe('forum');
    const components = await listComponents(site.db, site.organisationId, space.id);
    expect(components[0]).toMatchObject({ kind: 'ideas', opensAt: null, closesAt: null });
  });

  it('W14 two who change it at once both see both values, and nothing is written over', async () => {
    const { space } = await makeSpace(site, { title: 'Égalité' });
    const { client } = officer;
    const at = { space: space.slug };
    await client.get(urls.adminSpaceSettings(at));
    const version = versionIn(client.html);
    await client.post(urls.adminSpaceSettings(at), { ...typed, titre: 'Égalité réelle', version });
    expect(client.status).toBe(200);
    await client.post(urls.adminSpaceSettings(at), {
      ...typed,
      titre: 'Égalité pour toutes',
      version,
    });
    expect(client.status).toBe(409);
    expect(client.main).toContain('Égalité réelle');
    expect(client.main).toContain('value="Égalité pour toutes"');
    const next = versionIn(client.html);
    await client.post(urls.adminSpaceSettings(at), {
      ...typed,
      titre: 'Égalité pour toutes',
      version: next,
    });
    expect(await findSpace(site.db, site.organisationId, space.slug)).toMatchObject({
      title: 'Égalité pour toutes',
    });
  });

  it('is opened, closed or given up only when asked once more', async () => {
    const { space } = await makeSpace(site, { open: false });
    const { client } = officer;
    const at = { space: space.slug };
    await client.get(urls.adminSpaceOpen(at));
    expect(client.main).toContain('Ouvrir «');
    expect((await findSpace(site.db, site.organisationId, space.slug))!.openedAt).toBeNull();
    await client.post(urls.adminSpaceClose(at));
    expect(client.status).toBe(422);
    expect(client.main).toContain('il n’y a rien à clore');
    await client.post(urls.adminSpaceOpen(at));
    expect(client.main).toContain('L’espace est ouvert');
    await client.post(urls.adminSpaceAbandon(at));
    expect(client.status).toBe(422);
    await client.post(urls.adminSpaceClose(at));
    expect((await findSpace(site.db, site.organisationId, space.slug))!.closedAt).not.toBeNull();
    const other = await makeSpace(site, { open: false });
    await client.post(urls.adminSpaceAbandon({ space: other.space.slug }));
    expect(await findSpace(site.db, site.organisationId, other.space.slug)).toBeNull();
  });
});

describe('themes', () => {
  const fields = { titre: 'Vivant', resume: '', introduction: '', ressources: '', categories: '' };

  it('R97 W1 are cut into categories, with resources that a browser opens without running anything', async () => {
    const { space } = await makeSpace(site);
    const { client } = officer;
    const at = { space: space.slug };
    await client.post(urls.adminNewTheme(at), {
      ...fields,
      ressources: 'Le rapport | https://exemple.fr/rapport\nPiège | javascript:alert(1)',
      categories: 'Eau\nAir',
    });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Ligne 2');
    expect(client.main).toContain('https://exemple.fr/rapport');
    await client.post(urls.adminNewTheme(at), {
      ...fields,
      ressources: 'Le rapport | volet 1 | https://exemple.fr/rapport\nNos règles | /charte',
      categories: 'Eau\nAir',
    });
    expect(client.status).toBe(200);
    const theme = (await listThemes(site.db, site.organisationId, space.id)).at(-1)!;
    expect(theme.resources).toEqual([
      { title: 'Le rapport | volet 1', address: 'https://exemple.fr/rapport' },
      { title: 'Nos règles', address: '/charte' },
    ]);
    expect(theme.categories.map(({ name }) => name)).toEqual(['Eau', 'Air']);
    await client.post(urls.adminThemeMove({ ...at, theme: theme.slug }), { sens: 'haut' });
    const [first] = await listThemes(site.db, site.organisationId, space.id);
    expect(first!.id).toBe(theme.id);
  });

  it('R97 one that holds components stays, and the page says why; two at once see both values', async () => {
    const { space, theme } = await makeSpace(site);
    const { client } = officer;
    const at = { space: space.slug, theme: theme.slug };
    await client.get(urls.adminThemeRemove(at));
    await client.post(urls.adminThemeRemove(at));
    expect(client.status).toBe(422);
    expect(client.main).toContain('porte encore des composantes');
    await client.get(urls.adminTheme(at));
    const version = versionIn(client.html);
    await client.post(urls.adminTheme(at), { ...fields, titre: 'Un', version });
    await client.post(urls.adminTheme(at), { ...fields, titre: 'Deux', version });
    expect(client.status).toBe(409);
    expect(client.main).toContain('Un');
    expect(client.main).toContain('value="Deux"');
  });
});

describe('components', () => {
  it('R98 R99 R100 keep the settings of their kind, in Paris time, and say what is wrong', async () => {
    const { space, theme, component } = await makeSpace(site);
    const { client } = officer;
    const at = { space: space.slug, component: component.slug };
    await client.get(urls.adminComponent(at));
    const fields = {
      titre: 'À vous',
      theme: theme.id,
      version: versionIn(client.html),
      soutiens: 'oui',
      'soutiens-max': '5',
      minutes: '30',
      'ouverture-day': '1',
      'ouverture-month': '7',
      'ouverture-year': '2030',
      'ouverture-time': '08:00',
    };
    await client.post(urls.adminComponent(at), {
      ...fields,
      'soutiens-max': 'beaucoup',
      'ouverture-day': '32',
    });
    expect(client.status).toBe(422);
    expect(client.main).toContain('value="beaucoup"');
    expect(client.main).toContain('nombre entier de 1 à 100');
    expect(client.main).toContain('qui existent');
    await client.post(urls.adminComponent(at), fields);
    expect(client.status).toBe(200);
    const saved = (await findComponentById(site.db, site.organisationId, component.id))!;
    expect(saved).toMatchObject({
      title: 'À vous',
      settings: { mostSupports: 5, editMinutes: 30, comments: null, compares: false },
    });
    expect(saved.opensAt!.toISOString()).toBe('2030-07-01T06:00:00.000Z');
    await client.post(urls.adminComponent(at), fields);
    expect(client.status).toBe(409);
    await client.post(urls.adminComponent(at), { ...fields, theme: randomUUID() });
    expect(client.status).toBe(422);
  });

  it('R98 are put in order, hidden and shown; a kind that no room serves is not offered', async () => {
    const { space, theme, component } = await makeSpace(site);
    const other = await makeComponent(site, space, { themeId: theme.id, title: 'Seconde' });
    const { client } = officer;
    const at = { space: space.slug };
    await client.post(urls.adminComponentMove({ ...at, component: other.slug }), { sens: 'haut' });
    const order = await listComponents(site.db, site.organisationId, space.id);
    expect(order.map(({ id }) => id)).toEqual([other.id, component.id]);
    const hide = urls.adminComponentHide({ ...at, component: other.slug });
    await client.post(hide, { cachee: 'oui' });
    expect(client.main).toContain('Masquée');
    await client.post(hide, { cachee: 'non' });
    expect(client.main).not.toContain('Masquée');
    await client.get(urls.adminNewComponent(at, { genre: 'n-importe-quoi' }));
    expect(client.main).toContain('Que fera-t-on');
  });
});
