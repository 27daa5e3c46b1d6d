import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeGuide } from '../../../../tests/make/guides.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { addStartingGuides } from '../start/starting-guides.store.ts';
import { listGuides } from './guide.store.ts';
import { isFor, readingState } from './guide.ts';
import { rewriteGuide } from './guide-writing.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], name: 'Agathe Lemoisson' });
});
afterAll(() => site.close());

const fields = {
  title: 'Répondre au public',
  summary: 'Cinq réponses.',
  body: '## Avant\n\n- Lisez **tout**.',
  lang: 'fr',
};

describe('R37 rules of training pages', () => {
  it('R37 a page is for its roles, or for whoever holds one', () => {
    expect(isFor({ audience: ['agent'] }, ['agent', 'it'])).toBe(true);
    expect(isFor({ audience: ['agent'] }, ['it'])).toBe(false);
    expect(isFor({ audience: [] }, ['it'])).toBe(true);
    expect(isFor({ audience: [] }, [])).toBe(false);
  });

  it('R37 a page read is to be read again only when a later version asks for it', () => {
    expect(readingState({ askedVersion: 3 }, null)).toBe('unread');
    expect(readingState({ askedVersion: 3 }, 2)).toBe('changed');
    expect(readingState({ askedVersion: 3 }, 3)).toBe('read');
    expect(readingState({ askedVersion: 3 }, 5)).toBe('read');
  });
});

describe('R37 « Espace agents »', () => {
  it('R37 W3 an agent sees the pages of their role, published, and no other', async () => {
    const forAgents = await makeGuide(site, { title: 'Pour les services', audience: ['agent'] });
    const forDeciders = await makeGuide(site, { title: 'Pour décider', audience: ['decider'] });
    const hidden = await makeGuide(site, { title: 'Pas prête', published: false });
    const { client } = await makePerson(site, { roles: ['agent'], factorProven: false });
    await client.get(urls.guides());
    expect(client.main).toContain('Pour les services');
    expect(client.main).not.toContain('Pour décider');
    expect(client.main).not.toContain('Pas prête');
    await client.get(urls.guide({ page: forAgents.slug }));
    expect(client.status).toBe(200);
    for (const { slug } of [forDeciders, hidden]) {
      await client.get(urls.guide({ page: slug }));
      expect(client.status).toBe(404);
      expect(
        (await client.send(urls.acknowledgeGuide({ page: slug }), { version: '1' })).status,
      ).toBe(404);
    }
    const resident = await makePerson(site);
    await resident.client.get(urls.guides());
    expect(resident.client.status).toBe(403);
  });

  it('R37 a reader says once that they have read, and again when a new version asks for it', async () => {
    const guide = await makeGuide(site, { title: 'À lire deux fois' });
    const act = { organisationId: site.organisationId, by: officer.id };
    const { client, id } = await makePerson(site, { roles: ['ambassador'] });
    const at = urls.guide({ page: guide.slug });
    const acknowledge = (version: number) =>
      client.post(urls.acknowledgeGuide({ page: guide.slug }), { version: String(version) });
    await client.get(at);
    expect(client.main).toContain('J’ai lu et compris');
    await acknowledge(1);
    await acknowledge(1);
    expect(client.main).toContain('Vous avez lu cette fiche');
    const facts = await site.db
      .selectFrom('fact')
      .select('id')
      .where('kind', '=', 'guide.acknowledged')
      .where('actor_id', '=', id)
      .execute();
    expect(facts).toHaveLength(1);

    const written = { ...fields, lang: 'fr' as const, audience: [] };
    await rewriteGuide(site.db, act, { slug: guide.slug, version: 1 }, written, false);
    await client.get(at);
    expect(client.main).toContain('Vous avez lu cette fiche');
    await rewriteGuide(site.db, act, { slug: guide.slug, version: 2 }, written, true);
    await client.get(at);
    expect(client.main).toContain('Cette fiche a changé depuis votre lecture');
    // what is acknowledged is what was on the screen
    await acknowledge(2);
    expect(client.html).toContain('vient de changer');
    await acknowledge(3);
    expect(client.main).toContain('Vous avez lu cette fiche');
  });

  it('R37 W8 the office sees who has read, and takes the names away without a formula', async () => {
    const guide = await makeGuide(site, { title: 'Qui lit', audience: ['communication'] });
    const reader = await makePerson(site, { roles: ['communication'], name: '=HYPERLINK("x")' });
    await makePerson(site, { roles: ['communication'], name: 'Zoé Tard' });
    await reader.client.post(urls.acknowledgeGuide({ page: guide.slug }), { version: '1' });
    const { client } = officer;
    const at = { page: guide.slug };
    await client.get(urls.adminGuideReadings(at));
    expect(client.main).toContain('Lue par 1 personne sur 2');
    expect(client.main).toContain('Zoé Tard');
    await client.get(urls.adminGuideReadings(at, { etat: 'a-lire' }));
    expect(client.main).toContain('Zoé Tard');
    expect(client.main).not.toContain('HYPERLINK');
    await client.get(urls.adminGuides());
    expect(client.main).toContain('Lue par 1 personne sur 2');
    const csv = await (await client.send(urls.adminGuideReadingsCsv(at))).text();
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain('Zoé Tard;Communication;Pas encore lue');
  });

  it('R37 W3 knows nothing of another organisation', async () => {
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
    const other = { id: otherId, name: 'Voisine', host: 'voisine.localhost' };
    const guide = await makeGuide(site, { title: 'De Fleury' });
    const { client } = await makePerson(site, { roles: ['administrator'], organisation: other });
    const at = { page: guide.slug };
    for (const path of [
      urls.guide(at),
      urls.adminGuide(at),
      urls.adminGuideReadings(at),
      urls.adminGuideReadingsCsv(at),
      urls.adminGuideVersions(at),
    ])
      expect((await client.send(path)).status, path).toBe(404);
    expect((await client.send(urls.adminGuide(at), { ...fields, version: '1' })).status).toBe(404);
    await client.get(urls.guides());
    expect(client.main).not.toContain('De Fleury');
  });
});

describe('R37 writing training pages', () => {
  it('R37 a page is written, looked at, published, moved, and keeps its versions', async () => {
    const { client } = officer;
    await client.post(urls.adminNewGuide(), { ...fields, geste: 'apercu' });
    expect(client.main).toContain('Aperçu');
    expect(client.main).toContain('<strong>tout</strong>');
    const before = (await listGuides(site.db, site.organisationId)).length;
    await client.post(urls.adminNewGuide(), { ...fields, title: '', audience: ['agent', 'it'] });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Donnez un titre.');
    expect(client.main).toContain('Lisez **tout**.');
    expect((await listGuides(site.db, site.organisationId)).length).toBe(before);
    await client.post(urls.adminNewGuide(), { ...fields, audience: ['agent', 'pirate'] });
    expect(client.path).toBe(urls.adminGuide({ page: 'repondre-au-public' }));
    await client.post(urls.adminNewGuide(), fields);
    const at = { page: 'repondre-au-public-2' };
    expect(client.path).toBe(urls.adminGuide(at));
    await client.post(urls.adminGuideMove(at), { sens: 'haut' });
    const guides = await listGuides(site.db, site.organisationId);
    expect(guides.slice(-2).map(({ slug }) => slug)).toEqual([at.page, 'repondre-au-public']);
    expect(guides.at(-1)!.audience).toEqual(['agent']);
    await client.post(urls.adminGuideShow(at), { publier: 'oui' });
    expect(client.main).toContain('Publiée');
    await client.post(urls.adminGuide(at), { ...fields, body: 'Autrement.', version: '1' });
    await client.get(urls.adminGuideVersions(at));
    expect(client.main).toContain('Version 2');
    await client.get(urls.adminGuideVersions(at, { version: 1 }));
    expect(client.main).toContain('<strong>tout</strong>');
    await client.get(urls.adminGuideVersions(at, { version: 9 }));
    expect(client.status).toBe(404);
  });

  it('R37 two officers on one page: the second sees both texts, nothing is lost', async () => {
    const guide = await makeGuide(site, { title: 'À deux' });
    const at = urls.adminGuide({ page: guide.slug });
    const { client } = officer;
    await client.post(at, { ...fields, body: 'Le texte de la première.', version: '1' });
    await client.post(at, { ...fields, body: 'Le texte de la seconde.', version: '1' });
    expect(client.status).toBe(409);
    expect(client.main).toContain('Le texte de la première.');
    expect(client.main).toContain('Le texte de la seconde.');
    const [, version] = /name="version" value="(\d+)"/.exec(client.html)!;
    await client.post(at, { ...fields, body: 'Les deux.', version: version! });
    expect(client.status).toBe(200);
  });

  it('R37 the starting pages come once, even asked for twice at the same time, and unseen', async () => {
    const act = { organisationId: site.organisationId, by: officer.id };
    await Promise.all([
      addStartingGuides(site.db, site.config.root, act, 'fr'),
      addStartingGuides(site.db, site.config.root, act, 'en'),
    ]);
    const started = (await listGuides(site.db, site.organisationId)).filter(
      ({ starting }) => starting !== null,
    );
    expect(started.map(({ starting }) => starting)).toEqual([
      'officer',
      'agent',
      'decider',
      'ambassador',
      'reception',
      'polling-point',
    ]);
    expect(started.every(({ publishedAt }) => publishedAt === null)).toBe(true);
    await officer.client.post(urls.adminGuidesStart());
    const again = await listGuides(site.db, site.organisationId);
    expect(again.filter(({ starting }) => starting !== null)).toHaveLength(6);
  });

  it('W1 W2 nothing that an officer types becomes a tag or a dangerous link', async () => {
    const attacks = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '"><svg onload=alert(1)>',
      '[ici](javascript:alert(1))',
      '[ici](data:text/html,x)',
      '[ici](//voleur.fr)',
      '[ici](https://banque.fr@voleur.fr)',
    ];
    const text = attacks.join('\n\n');
    const guide = await makeGuide(site, { title: attacks[2]!, summary: attacks[0]!, body: text });
    for (const path of [
      urls.guide({ page: guide.slug }),
      urls.guides(),
      urls.adminGuides(),
      urls.adminGuide({ page: guide.slug }),
      urls.adminGuideVersions({ page: guide.slug }),
    ]) {
      await officer.client.get(path);
      expect(officer.client.status).toBe(200);
      expect(officer.client.main).not.toMatch(/<script>alert|<img src=x|<svg onload/);
      expect(officer.client.main).not.toMatch(/href="(javascript|data|\/\/|https:\/\/banque)/i);
    }
  });

  it('R37 W7 files are looked through, and opened by those whom the page is for', async () => {
    const guide = await makeGuide(site, { title: 'Avec plan', audience: ['agent'] });
    const at = { page: guide.slug };
    const { client } = officer;
    const send = (content: string, name: string) =>
      client.post(urls.adminGuideFiles(at), { file: new File([content], name) });
    await send('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', 'plan.png');
    expect(client.status).toBe(422);
    await send('', 'vide.pdf');
    expect(client.status).toBe(422);
    await client.post(urls.adminGuideFiles(at), {});
    expect(client.main).toContain('Choisissez un fichier.');
    await send('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\n%%EOF', 'Plan.pdf');
    expect(client.status).toBe(200);
    const path = urls.guideFile({ ...at, file: 1 });
    const agent = await makePerson(site, { roles: ['agent'] });
    expect((await agent.client.send(path)).headers.get('content-type')).toBe('application/pdf');
    const decider = await makePerson(site, { roles: ['decider'] });
    expect((await decider.client.send(path)).status).toBe(404);
    await client.post(urls.adminRemoveGuideFile({ ...at, file: 1 }));
    expect((await agent.client.send(path)).status).toBe(404);
    // its number is not given to the next one
    await send('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\n%%EOF', 'Plan.pdf');
    expect((await agent.client.send(path)).status).toBe(404);
    expect((await agent.client.send(urls.guideFile({ ...at, file: 2 }))).status).toBe(200);
  });
});
