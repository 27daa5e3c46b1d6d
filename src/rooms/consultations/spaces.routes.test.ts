import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMovement } from '../../../tests/make/group.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { servedRoutes } from '../../../tests/make/served-components.ts';
import { makeComponent, makeSpace } from '../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { keepFile, openStorage, publishFiles } from '../../platform/files/index.ts';
import { urls } from '../../urls.ts';
import { grantRole } from '../identity/index.ts';
import { cleanLogo } from '../organisations/index.ts';
import { hideComponent } from './component-writing.store.ts';
import { noteParticipation } from './participant.store.ts';
import { closeSpace } from './space-writing.store.ts';
import { addTheme } from './theme-writing.store.ts';

let site: TestSite;
let act: { organisationId: string; by: null };
beforeAll(async () => {
  site = await openTestSite(servedRoutes);
  act = { organisationId: site.organisationId, by: null };
});
afterAll(() => site.close());

const at = ({ slug }: { slug: string }) => ({ space: slug });
/** Its page, and that of a theme, where every kind of component is served. */
const served = (space: { slug: string }, theme?: { slug: string }) =>
  `/essai${theme ? urls.theme({ ...at(space), theme: theme.slug }) : urls.space(at(space))}`;
/** In the order of the page, those of some words that it holds. */
const inOrder = (html: string, words: readonly string[]) =>
  words.filter((word) => html.includes(word)).toSorted((a, b) => html.indexOf(a) - html.indexOf(b));
const join = (space: { id: string }, personId: string) =>
  site.db
    .insertInto('space_member')
    .values({ organisation_id: site.organisationId, space_id: space.id, person_id: personId })
    .execute();
const run = (space: { id: string }, personId: string, role: 'space-organiser' | 'space-author') =>
  grantRole(site.db, {
    organisationId: site.organisationId,
    personId,
    role,
    spaceId: space.id,
    grantedBy: null,
  });

describe('a space', () => {
  it('R94 R97 R102 R108 says what it is about, its themes with what they hold, and who took part; nothing is asked of readers', async () => {
    const { space, theme } = await makeSpace(site, { summary: 'Dire ce que nous voulons.' });
    const whole = await makeComponent(site, space, { kind: 'pages', title: 'Tout savoir' });
    const reader = site.visitor();
    await reader.get(served(space));
    expect(reader.main).toContain('<strong>propositions</strong>');
    expect(reader.main).toContain(urls.theme({ ...at(space), theme: theme.slug }));
    expect(reader.main).toContain('1 494 idées');
    expect(reader.main).toContain(`/essai/pages/${space.slug}/${whole.slug}`);
    expect(reader.main).toContain('Personne n’y a encore pris part');
    expect(reader.main).toContain('ni âge, ni lieu, ni opinion ne sont demandés');
    const { id } = await makePerson(site);
    await noteParticipation(site.db as never, site.organisationId, space.id, id);
    site.seeChanges();
    await reader.get(served(space));
    expect(reader.main).toMatch(/>1<[^>]+> <[^>]+>participant·e</);
  });

  it('R93 shows who organises it together: logos where there are some, and every name', async () => {
    const { space } = await makeSpace(site);
    const drawn = await sharp({
      create: { width: 600, height: 200, channels: 3, background: '#C2185B' },
    })
      .png()
      .toBuffer();
    const cleaned = await cleanLogo(site.config, new File([new Uint8Array(drawn)], 'logo.png'));
    if (!cleaned.ok) throw new Error(cleaned.refusal);
    const storage = openStorage(site.config);
    const { fileId } = await keepFile(site.db, storage, act.organisationId, cleaned.logo.upload, {
      alt: '',
      uploadedBy: null,
    });
    await publishFiles(site.db, act.organisationId, [fileId], null);
    const one = { organisation_id: site.organisationId, space_id: space.id };
    await site.db
      .insertInto('co_organiser')
      .values([
        { ...one, name: 'Cap commun', role_words: 'Anime les débats', position: 1 },
        {
          ...one,
          name: 'Élan vert',
          address: 'https://elan-vert.example',
          position: 0,
          logo_file_id: fileId,
        },
      ])
      .execute();
    const reader = site.visitor();
    await reader.get(urls.space(at(space)));
    expect(inOrder(reader.main, ['Cap commun', 'Élan vert'])).toEqual(['Élan vert', 'Cap commun']);
    expect(reader.main).toContain('href="https://elan-vert.example" rel="nofollow noopener"');
    expect(reader.main).toContain('Anime les débats');
    expect(reader.main).toContain(`${fileId}`);
  });

  it('R98 leads to components that some room serves, and shows hidden ones to its team alone', async () => {
    const { space, theme, component } = await makeSpace(site);
    const hidden = await makeComponent(site, space, { title: 'Plus tard', themeId: theme.id });
    await hideComponent(site.db, act, hidden, true);
    const stranger = site.visitor();
    await stranger.get(served(space, theme));
    expect(stranger.main).toContain(component.title);
    expect(stranger.main).not.toContain('Plus tard');
    const author = await makePerson(site);
    await run(space, author.id, 'space-author');
    await author.client.get(served(space, theme));
    expect(author.client.main).toContain('Plus tard');
    expect(author.client.main).toContain('Masquée au public');
  });

  it('says that it is closed, and keeps all of it to be read', async () => {
    const { space } = await makeSpace(site);
    await closeSpace(site.db, act, space.id);
    const reader = site.visitor();
    await reader.get(served(space));
    expect(reader.main).toContain('Cet espace est clos');
    expect(reader.main).toContain('1 494 idées');
  });
});

describe('a theme', () => {
  it('R97 R98 R109 opens with its introduction, resources and categories, then several components of one kind in order, as tabs', async () => {
    const { space, theme, component } = await makeSpace(site);
    const added = await addTheme(site.db, act, space.id, {
      title: 'Une République partout',
      summary: '',
      introduction: 'Lire **avant** de proposer.',
      resources: [
        { title: 'Le dossier', address: '/charte' },
        { title: 'Une étude', address: 'https://etude.example/eau' },
      ],
      categories: ['Climat', 'Énergie'],
    });
    if (!added.ok) throw new Error(added.refusal);
    const themeId = added.theme.id;
    const first = await makeComponent(site, space, { title: 'Nos idées', themeId });
    const second = await makeComponent(site, space, { title: 'Leurs idées', themeId });
    const events = await makeComponent(site, space, { kind: 'events', title: 'Agenda', themeId });
    const reader = site.visitor();
    await reader.get(served(space, added.theme));
    expect(reader.main).toContain('<strong>avant</strong>');
    expect(reader.main).toContain('<a href="/charte">');
    expect(reader.main).toContain('href="https://etude.example/eau" rel="nofollow noopener"');
    for (const name of ['Climat', 'Énergie']) expect(reader.main).toContain(name);
    const tabs = reader.main.slice(reader.main.indexOf('edition-tabs'), reader.main.indexOf('<h1'));
    const titles = [first, second, events].map(({ title }) => title);
    expect(inOrder(tabs, [...titles].reverse())).toEqual(titles);
    expect(tabs).not.toContain(component.title);
    // a theme that is not cut shows no category
    await reader.get(served(space, theme));
    expect(reader.main).not.toContain('Nos idées');
  });

  it('W1 marks and hostile words come out as words', async () => {
    const hostile = '<img src=x onerror=alert(1)> [ici](javascript:alert(2)) **gras**';
    const summary = '<i>vif</i>';
    const { space } = await makeSpace(site, { introduction: hostile, summary });
    const added = await addTheme(site.db, act, space.id, {
      title: '<script>alert(3)</script>',
      summary,
      introduction: hostile,
      resources: [],
      categories: ['<b>x</b>'],
    });
    if (!added.ok) throw new Error(added.refusal);
    const reader = site.visitor();
    for (const path of [urls.spaces(), served(space), served(space, added.theme)]) {
      await reader.get(path);
      expect(reader.html, path).not.toMatch(
        /<img src=x|<script>alert|href="javascript|<b>x|<i>vif/,
      );
      expect(reader.main, path).toContain('&lt;i>vif');
    }
    expect(reader.main).toContain('&lt;img src=x onerror=alert(1)');
  });
});

describe('who sees a space', () => {
  it('W3 a space of another organisation is not there, nor a theme of another space', async () => {
    const { space, theme } = await makeSpace(site);
    const other = await makeSpace(site, { title: 'Autre' });
    const movement = await makeMovement(site);
    const { client } = await makePerson(site, { organisation: movement, roles: ['officer'] });
    for (const path of [urls.space(at(space)), urls.theme({ ...at(space), theme: theme.slug })])
      expect(await client.get(path)).toMatchObject({ status: 404 });
    await client.get(urls.spaces());
    expect(client.html).not.toContain(space.title);
    await addTheme(site.db, act, other.space.id, {
      title: 'Ailleurs',
      summary: '',
      introduction: '',
      resources: [],
      categories: [],
    });
    const reader = site.visitor();
    expect(await reader.get(urls.theme({ ...at(space), theme: 'ailleurs' }))).toMatchObject({
      status: 404,
    });
  });

  it('W3 a private one is there for its members and its team alone: no page, list, search or home page tells it to others', async () => {
    const mark = `zorglub${randomUUID()
      .slice(0, 6)
      .replaceAll(/[^a-z]/g, 'k')}`;
    const { space, theme } = await makeSpace(site, { title: mark, isPrivate: true });
    const member = await makePerson(site);
    await join(space, member.id);
    const author = await makePerson(site);
    await run(space, author.id, 'space-author');
    const elsewhere = await makePerson(site);
    await run((await makeSpace(site)).space, elsewhere.id, 'space-organiser');
    const pages = [urls.space(at(space)), urls.theme({ ...at(space), theme: theme.slug })];
    for (const { client } of [member, author]) {
      for (const path of pages) expect(await client.get(path)).toMatchObject({ status: 200 });
      await client.get(urls.spaces());
      expect(client.main).toContain(mark);
    }
    await member.client.get(pages[0]!);
    expect(member.client.main).toContain('Réservé aux membres de cet espace');
    const strangers = [site.visitor(), (await makePerson(site)).client, elsewhere.client];
    for (const client of strangers) {
      for (const path of pages) expect(await client.get(path)).toMatchObject({ status: 404 });
      for (const path of [urls.spaces(), urls.home(), urls.search({ q: mark })]) {
        await client.get(path);
        expect(client.main.replaceAll(`value="${mark}"`, ''), path).not.toContain(`/${mark}`);
      }
    }
    await member.client.get(urls.home());
    expect(member.client.main).toContain(mark);
  });

  it('W3 one that is being prepared is its team’s; the menu names spaces once somebody may read one', async () => {
    const movement = await makeMovement(site);
    const inMovement = { organisationId: movement.id };
    const { space } = await makeSpace(site, { ...inMovement, open: false });
    const officer = await makePerson(site, { organisation: movement, roles: ['officer'] });
    await officer.client.get(urls.space(at(space)));
    expect(officer.client.main).toContain('En préparation');
    const reader = site.visitor(movement.host);
    expect(await reader.get(urls.space(at(space)))).toMatchObject({ status: 404 });
    await reader.get(urls.spaces());
    expect(reader.main).toContain('Aucun espace n’est ouvert pour l’instant');
    const entry = `href="${urls.spaces()}"`;
    expect(reader.html).not.toContain(entry);
    const closed = await makeSpace(site, { ...inMovement, isPrivate: true });
    const member = await makePerson(site, { organisation: movement });
    await site.db
      .insertInto('space_member')
      .values({ organisation_id: movement.id, space_id: closed.space.id, person_id: member.id })
      .execute();
    site.seeChanges();
    await member.client.get('/');
    expect(member.client.html).toContain(entry);
    await reader.get('/');
    expect(reader.html).not.toContain(entry);
    await makeSpace(site, inMovement);
    site.seeChanges();
    await reader.get('/');
    expect(reader.html).toContain(entry);
  });

  it('R198 public ones and their themes are found by their words', async () => {
    const { space } = await makeSpace(site, { title: 'Les états du fleuve' });
    const added = await addTheme(site.db, act, space.id, {
      title: 'Berges habitées',
      summary: '',
      introduction: 'Des roselières.',
      resources: [],
      categories: [],
    });
    if (!added.ok) throw new Error(added.refusal);
    const reader = site.visitor();
    await reader.get(urls.search({ q: 'etat fleuve', dans: 'espaces' }));
    expect(reader.main).toContain(urls.space(at(space)));
    await reader.get(urls.search({ q: 'roseliere' }));
    expect(reader.main).toContain(urls.theme({ ...at(space), theme: added.theme.slug }));
  });
});
