import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeKit } from '../../../../tests/make/guides.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { readPdf } from '../../../../tests/read-pdf.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { countDownload, findKit, listDownloads } from './kit.store.ts';
import { checkKit, type Kit, mayOpen, pickKits } from './kit.ts';

let site: TestSite;
let officer: MadePerson;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  edition = await makeEdition(site, { slug: '2026', residenceRequired: true });
});
afterAll(() => site.close());

const at = () => ({ edition: edition.slug });

describe('R39 rules of kits', () => {
  it('R39 who may open what', () => {
    const nobody = { officer: false, staff: false };
    expect(mayOpen({ shownTo: 'public' }, nobody)).toBe(true);
    expect(mayOpen({ shownTo: 'staff' }, nobody)).toBe(false);
    expect(mayOpen({ shownTo: 'staff' }, { officer: false, staff: true })).toBe(true);
    expect(mayOpen({ shownTo: 'office' }, { officer: false, staff: true })).toBe(false);
    expect(mayOpen({ shownTo: 'office' }, { officer: true, staff: true })).toBe(true);
  });

  it('R39 are picked by audience and by step; one without steps is for all of them', () => {
    const made = (title: string, audiences: string[], steps: string[]) =>
      ({ title, audiences, steps }) as unknown as Kit;
    const kits = [
      made('dépôt', ['ambassador'], ['collection']),
      made('vote', ['ambassador', 'communication'], ['campaign', 'vote']),
      made('accueil', ['reception'], []),
    ];
    const titles = (...[asked]: [Parameters<typeof pickKits>[1]]) =>
      pickKits(kits, asked).map(({ title }) => title);
    expect(titles({ audience: null, step: null })).toEqual(['dépôt', 'vote', 'accueil']);
    expect(titles({ audience: 'ambassador', step: 'vote' })).toEqual(['vote']);
    expect(titles({ audience: null, step: 'collection' })).toEqual(['dépôt', 'accueil']);
  });

  it('R39 a kit has a title and an audience', () => {
    const kit = { title: '', summary: '', audiences: [], steps: [], shownTo: 'office' as const };
    expect(checkKit(kit)).toEqual({ title: 'title-missing', audiences: 'audience-missing' });
  });
});

describe('R39 kits for their readers', () => {
  it('R39 W3 everybody sees the public ones, whoever holds a role also those of the staff', async () => {
    const open = await makeKit(site, edition, { title: 'Pour toutes', shownTo: 'public' });
    const staff = await makeKit(site, edition, { title: 'Pour les agents', shownTo: 'staff' });
    const office = await makeKit(site, edition, { title: 'En chantier', shownTo: 'office' });
    const visitor = site.visitor();
    await visitor.get(urls.kits(at()));
    expect(visitor.main).toContain('Pour toutes');
    expect(visitor.main).not.toContain('Pour les agents');
    const { client } = await makePerson(site, { roles: ['ambassador'], factorProven: false });
    await client.get(urls.kits(at(), { pour: 'ambassador' }));
    expect(client.main).toContain('Pour les agents');
    expect(client.main).not.toContain('En chantier');
    await client.get(urls.kits(at(), { etape: 'vote' }));
    expect(client.main).not.toContain('Pour les agents');
    await client.get(urls.guides());
    expect(client.main).toContain(urls.kits(at()));
    const statusOf = async (reader: typeof visitor, kit: { slug: string }) =>
      (await reader.send(urls.kitItem({ ...at(), kit: kit.slug, item: 1 }))).status;
    expect(await statusOf(visitor, open)).toBe(200);
    expect(await statusOf(visitor, staff)).toBe(404);
    expect(await statusOf(client, staff)).toBe(200);
    expect(await statusOf(client, office)).toBe(404);
    expect(await statusOf(officer.client, office)).toBe(200);
    await visitor.get(urls.edition(at()));
    expect(visitor.main).toContain(urls.kits(at()));
  });

  it('R39 downloads are counted by document and day, and nothing tells who', async () => {
    const kit = await makeKit(site, edition, { title: 'Compté', shownTo: 'public' });
    const path = urls.kitItem({ ...at(), kit: kit.slug, item: 1 });
    await site.visitor().send(path);
    await Promise.all([
      countDownload(site.db, site.organisationId, kit.id, 1),
      countDownload(site.db, site.organisationId, kit.id, 1),
      countDownload(site.db, site.organisationId, kit.id, 9),
    ]);
    site.travel('1 day');
    await site.visitor().send(path);
    const days = await listDownloads(site.db, site.organisationId, kit.id);
    expect(days.map(({ downloads }) => downloads)).toEqual([1, 3]);
    await officer.client.get(urls.adminKit({ ...at(), kit: kit.slug }));
    expect(officer.client.main).toContain('4 téléchargements');
    site.travel(null);
    const columns = await site.pool.query(
      `select column_name from information_schema.columns where table_name = 'kit_download'`,
    );
    expect(columns.rows.map((row) => row.column_name).sort()).toEqual([
      'day',
      'downloads',
      'kit_id',
      'number',
      'organisation_id',
    ]);
  });

  it('R39 R34 the sheets say what this edition asks, with the permissions to sign', async () => {
    const fresh = await makeEdition(site, { slug: '2027', residenceRequired: true });
    const start = urls.adminKitsStart({ edition: fresh.slug });
    await officer.client.post(start);
    await officer.client.post(start);
    await officer.client.get(urls.kits({ edition: fresh.slug }));
    expect(officer.client.html.match(/<h2>Kit /g)).toHaveLength(4);
    const sheets = new Map<string, ReturnType<typeof readPdf>>();
    for (const [, path, title] of officer.client.html.matchAll(
      /<a href="([^"]*\/kits\/kit-[^"]*)"><bdi>([^<]*)</g,
    )) {
      const answer = await officer.client.send(path!);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      sheets.set(title!, readPdf(new Uint8Array(await answer.arrayBuffer())));
    }
    expect([...sheets.keys()].sort()).toEqual([
      'Aller à la rencontre des habitants',
      'Animer un atelier d’idées',
      'Feuille d’idée sur papier',
      'Questions fréquentes à l’accueil',
    ]);
    const idea = sheets.get('Feuille d’idée sur papier')!;
    const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
    for (const { name } of fresh.categories) expect(plain(idea.text)).toContain(plain(name));
    expect(plain(idea.text)).toContain('J’autorise Fleury à saisir mon idée');
    expect(plain(idea.text)).toContain('habiter la commune');
    expect(idea.pages).toBe(2);
    expect(plain(sheets.get('Animer un atelier d’idées')!.text)).toContain('Feuille de table');
    expect(sheets.get('Animer un atelier d’idées')!.pages).toBe(4);
    const campaign = plain(sheets.get('Aller à la rencontre des habitants')!.text);
    expect(campaign).toContain('Voter à la place de quelqu’un');
    expect(campaign).toContain(urls.projects({ edition: fresh.slug }));
    expect(plain(sheets.get('Questions fréquentes à l’accueil')!.text)).toContain('mot de passe');
  });

  it('R39 W3 knows nothing of another organisation', async () => {
    const otherId = await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const kit = await makeKit(site, edition, { title: 'De Fleury', shownTo: 'public' });
    await makeEdition(site, { slug: '2026', organisationId: otherId });
    const organisation = { id: otherId, name: 'Voisine', host: 'voisine.localhost' };
    const { client } = await makePerson(site, { roles: ['administrator'], organisation });
    await client.get(urls.kits(at()));
    expect(client.status).toBe(200);
    expect(client.main).not.toContain('De Fleury');
    for (const path of [
      urls.kitItem({ ...at(), kit: kit.slug, item: 1 }),
      urls.adminKit({ ...at(), kit: kit.slug }),
    ])
      expect((await client.send(path)).status).toBe(404);
  });
});

describe('R39 preparing kits', () => {
  it('R39 W7 a kit is made, filled with a sheet and a file, and changed by two', async () => {
    const { client } = officer;
    await client.post(urls.adminNewKit(at()), { title: 'Affiches' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Choisissez au moins un public.');
    const fields = { title: 'Affiches', audiences: ['communication', 'pirate'], shownTo: 'staff' };
    await client.post(urls.adminNewKit(at()), fields);
    const path = urls.adminKit({ ...at(), kit: 'affiches' });
    expect(client.path).toBe(path);
    const items = urls.adminKitItems({ ...at(), kit: 'affiches' });
    await client.post(items, { sheet: 'reception' });
    await client.post(items, { sheet: 'reception' });
    await client.post(items, { file: new File(['MZ\u0090'], 'virus.pdf') });
    expect(client.status).toBe(422);
    const pdf = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\n%%EOF';
    const itemTitle = '<b>Affiche A3</b>';
    await client.post(items, { file: new File([pdf], 'a3.pdf'), itemTitle });
    expect(client.main).toContain('&lt;b>Affiche A3&lt;/b>');
    const kit = await findKit(site.db, site.organisationId, edition.id, 'affiches');
    expect(kit?.items).toHaveLength(2);
    await client.post(path, { ...fields, summary: 'De la première.', version: '1' });
    await client.post(path, { ...fields, summary: 'De la seconde.', version: '1' });
    expect(client.status).toBe(409);
    expect(client.main).toContain('De la première.');
    expect(client.main).toContain('De la seconde.');
    const remove = urls.adminRemoveKitItem({ ...at(), kit: 'affiches', item: 1 });
    await client.post(remove);
    expect(client.main).not.toContain('/kits/affiches/1"');
    await client.post(remove);
    expect(client.status).toBe(404);
  });
});
