import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { makePerson, PASSWORD } from '../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { getCharter } from '../organisations/index.ts';

let site: TestSite;
let admin: SiteClient;
beforeAll(async () => {
  site = await openTestSite();
  const administrator = await makePerson(site, { nickname: 'Basile', roles: ['administrator'] });
  admin = administrator.client;
});
afterAll(() => site.close());

const inForce = () => getCharter(site.db, site.organisationId);

const typed = (texte: string, depuis: number, more: Record<string, string> = {}) => ({
  depuis: String(depuis),
  texte,
  changements: 'Un article sur les images.',
  acte: 'apercu',
  ...more,
});

/** Publishes a version as the page does, and accepts it as its author must too. */
async function publish(text: string, summary = 'Un article sur les images.'): Promise<number> {
  const { version } = await inForce();
  const sent = typed(text, version, { acte: 'publier', changements: summary });
  await admin.post(urls.adminNewCharter(), sent);
  await admin.post(urls.acceptCharter(), { version: String(version + 1) });
  return version + 1;
}

describe('R96 R107 a new version of the charter', () => {
  it('R107 is written from the one in force, and nothing is published before the preview', async () => {
    await admin.get(urls.adminNewCharter());
    expect(admin.main).toContain('Je participe avec respect.');
    await admin.post(urls.adminNewCharter(), typed('Je participe avec grand respect.', 1));
    expect(admin.status).toBe(200);
    expect(admin.main).toContain('<ins>');
    expect(admin.main).toContain('Un article sur les images.');
    expect(admin.main).toContain('Publier la version 2');
    expect((await inForce()).version).toBe(1);
    // one goes back, and finds one's words
    const back = typed('Je participe avec grand respect.', 1, { acte: 'corriger' });
    await admin.post(urls.adminNewCharter(), back);
    expect(admin.main).toContain('Je participe avec grand respect.</textarea>');
    expect((await inForce()).version).toBe(1);
  });

  it('R96 is published with its author, its date and what changes; its author accepts it like everybody', async () => {
    const sent = typed('Je participe avec grand respect.', 1, { acte: 'publier' });
    await admin.post(urls.adminNewCharter(), sent);
    expect(admin.path).toBe(urls.acceptCharter({ vers: urls.adminCharter() }));
    await admin.post(urls.acceptCharter({ vers: urls.adminCharter() }), { version: '2' });
    expect(admin.path).toBe(urls.adminCharter());
    expect(admin.main).toContain('publiée par Basile');
    expect(admin.main).toContain('Un article sur les images.');
    await admin.get(urls.adminJournal());
    expect(admin.main).toContain('a publié la version 2 de la charte de participation');
  });

  it('R96 is read by anyone with the versions before it, and nobody’s name', async () => {
    const reader = await site.visitor().get(urls.charter());
    expect(reader.main).toContain('Je participe avec grand respect.');
    expect(reader.main).toContain(urls.charterVersions());
    await reader.get(urls.charterVersions());
    expect(reader.main).toContain('Version 1');
    expect(reader.main).toContain('Un article sur les images.');
    expect(reader.html).not.toContain('Basile');
    await reader.get(urls.charterVersion({ version: '2' }));
    expect(reader.main).toContain('<ins>');
    await reader.get(urls.charterVersion({ version: '1' }));
    expect(reader.main).toContain('n’est plus en vigueur');
    for (const version of ['0', '9', 'x', '-1', '1e1', '99999999999'])
      expect((await reader.get(urls.charterVersion({ version }))).status, version).toBe(404);
  });

  it('a wrong form comes back with words beside each field, and nothing is lost', async () => {
    const { body, version } = await inForce();
    await admin.post(urls.adminNewCharter(), typed(body, version, { changements: '' }));
    expect(admin.status).toBe(422);
    expect(admin.main).toContain('Ce texte est celui qui est en vigueur');
    expect(admin.main).toContain('Dites en quelques mots ce qui change.');
    const long = { changements: 'a'.repeat(601), acte: 'publier' };
    await admin.post(urls.adminNewCharter(), typed('b'.repeat(30_001), version, long));
    expect(admin.status).toBe(422);
    expect(admin.main).toContain('30000 caractères au plus');
    expect(admin.main).toContain('b'.repeat(30_001));
    await admin.post(urls.adminNewCharter(), typed('', version, { acte: 'publier' }));
    expect(admin.main).toContain('Écrivez le texte de la charte.');
    expect((await inForce()).version).toBe(version);
  });

  it('W1 W2 what is written stays words', async () => {
    const text = '<script>alert(1)</script>\n\njavascript:alert(1)';
    await admin.post(urls.adminNewCharter(), typed(text, (await inForce()).version));
    expect(admin.main).not.toContain('<script>alert');
    expect(admin.main).not.toContain('href="javascript');
  });

  it('of two administrators at once one publishes; the other keeps their words beside it', async () => {
    const { version } = await inForce();
    const other = (await makePerson(site, { roles: ['administrator'] })).client;
    const texts = ['Le texte de l’une.', 'Le texte de l’autre.'];
    const answers = await Promise.all(
      [admin, other].map((client, at) =>
        client.send(urls.adminNewCharter(), typed(texts[at]!, version, { acte: 'publier' })),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const now = await inForce();
    expect(now.version).toBe(version + 1);
    const kept = await answers.find(({ status }) => status === 422)!.text();
    expect(kept).toContain('publiée entre-temps');
    expect(kept).toContain(texts.find((text) => text !== now.body));
    for (const client of [admin, other])
      await client.post(urls.acceptCharter(), { version: String(now.version) });
  });

  it('W3 is for administrators', async () => {
    const officer = (await makePerson(site, { roles: ['officer'] })).client;
    for (const address of [urls.adminCharter(), urls.adminNewCharter()])
      expect((await officer.get(address)).status).toBe(403);
    const sent = typed('À moi.', (await inForce()).version, { acte: 'publier' });
    expect((await officer.post(urls.adminNewCharter(), sent)).status).toBe(403);
  });
});

describe('R96 R107 until it is accepted', () => {
  it('R107 everyone is led to it with what changed since theirs, and goes on where they were going', async () => {
    await publish('Je participe avec respect et patience.');
    const { client } = await makePerson(site);
    await publish('Je participe avec respect, patience et humour.', 'L’humour est bienvenu.');
    const version = await publish('Je participe avec patience et humour.', 'Plus court.');
    await client.get(urls.account());
    expect(client.path).toBe(urls.acceptCharter({ vers: urls.account() }));
    // both versions since theirs, and their own text against the newest
    expect(client.main).toContain('L’humour est bienvenu.');
    expect(client.main).toContain('Plus court.');
    expect(client.main).toContain('<del>');
    expect(client.main).toContain('<ins>');
    await client.post(urls.acceptCharter({ vers: urls.account() }), { version: String(version) });
    expect(client.path).toBe(urls.account());
    await client.get(urls.acceptCharter());
    expect(client.path).toBe(urls.home());
  });

  it('R96 no act is taken, and none is lost afterwards', async () => {
    const edition = await makeEdition(site);
    const idea = await makeIdea(site, edition);
    const { client, id } = await makePerson(site);
    const version = await publish('Une charte de plus.');
    const support = urls.supportIdea({ edition: edition.slug, idea: String(idea.number) });
    const supports = () =>
      site.db.selectFrom('idea_support').selectAll().where('person_id', '=', id).execute();
    const page = urls.idea({ edition: edition.slug, idea: String(idea.number) });
    await client.get(page);
    await client.post(support);
    expect(client.path).toContain(urls.acceptCharter());
    expect(await supports()).toEqual([]);
    // and the way leads back to the page whose form was sent
    const sent = await client.send(support, {}, { referer: `http://localhost${page}` });
    expect(sent.headers.get('location')).toBe(urls.acceptCharter({ vers: page }));
    const abroad = await client.send(support, {}, { referer: 'https://ailleurs.example/a' });
    expect(abroad.headers.get('location')).toBe(urls.acceptCharter({ vers: '/' }));
    await client.post(urls.acceptCharter(), { version: String(version) });
    await client.post(support);
    expect(await supports()).toHaveLength(1);
  });

  it('R107 one’s data are taken away, and one’s account erased, without accepting it', async () => {
    const { client, id } = await makePerson(site, { password: PASSWORD });
    await publish('Une charte que l’on refuse.');
    await client.get(urls.account());
    expect(client.main).toContain(urls.ownData());
    await client.get(urls.ownData());
    expect(client.path).toBe(urls.ownData());
    const taken = await client.send(urls.ownDataExport(), { 'mot-de-passe-actuel': PASSWORD });
    expect(taken.status).toBe(200);
    await client.get(urls.ownDataErasure());
    expect(client.path).toBe(urls.ownDataErasure());
    await client.post(urls.ownDataErasure(), {
      'mot-de-passe-actuel': PASSWORD,
      confirmation: 'effacer',
    });
    const row = await site.db
      .selectFrom('person')
      .select('erased_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.erased_at).not.toBeNull();
  });
});
