import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressIn, makeEdition } from '../../../tests/make/editions.ts';
import { draftStep, TYPED_IDEA } from '../../../tests/make/ideas.ts';
import { makePerson, signIn } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { openJobs } from '../../site.tsx';
import type { Edition } from '../spaces/index.ts';
import { countIdeas } from './tally.store.ts';

let site: TestSite;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site);
});
afterAll(() => site.close());

describe('a draft survives', () => {
  it('a lost session: what was typed is there after signing in again', async () => {
    const person = await makePerson(site);
    const { client } = person;
    await client.get(addressIn(edition, 'deposer'));
    const text = client.path;
    await client.post(text, TYPED_IDEA);
    client.cookies.delete('palabre');
    await client.post(text, { ...TYPED_IDEA, body: 'Une suite écrite sans session.' });
    expect(client.path).toContain('/connexion?vers=');
    expect(client.html).toContain('Votre session s’était terminée');
    await signIn(site, client, person.id);
    await client.get(text);
    expect(client.html).toContain('Une suite écrite sans session.');
    await client.get(addressIn(edition, 'deposer'));
    expect(client.html.match(/Un verger au parc/g)).toHaveLength(1);
  });

  it('reloading, going back, and a refused text', async () => {
    const client = site.visitor();
    await client.get(addressIn(edition, 'deposer'));
    const text = client.path;
    await client.post(text, { ...TYPED_IDEA, title: '', body: 'Seulement le milieu.' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Donnez un titre');
    await client.get(text);
    expect(client.html).toContain('Seulement le milieu.');
    await client.post(text, TYPED_IDEA);
    await client.get(text);
    expect(client.html).toContain(TYPED_IDEA.body);
  });

  it('R114 another page that still holds an older text, not a lost answer', async () => {
    const client = site.visitor();
    await client.get(addressIn(edition, 'deposer'));
    const autosave = client.path.replace(/texte$/, 'brouillon');
    const [one, two] = ['1'.repeat(32), '2'.repeat(32)];
    const save = async (page: string, base: string, body: string) => {
      const answer = await client.send(autosave, { ...TYPED_IDEA, body, page, base });
      for (const cookie of answer.headers.getSetCookie()) {
        const [name, value] = cookie.split(';')[0]!.split('=') as [string, string];
        client.cookies.set(name, value);
      }
      return { status: answer.status, at: answer.headers.get('x-saved-at')! };
    };
    const first = await save(one, '0', 'Un.');
    expect(first.status).toBe(204);
    const second = await save(two, first.at, 'Un, deux.');
    expect(second.status).toBe(204);
    expect((await save(one, first.at, 'Un, trois.')).status).toBe(412);
    // the answer to the second one was not heard: the same page goes on
    expect((await save(two, first.at, 'Un, deux, trois.')).status).toBe(204);
    // and what is sent by hand is always kept
    await client.post(client.path, { ...TYPED_IDEA, body: 'À la main.' });
    expect((await save(two, second.at, 'Plus tard.')).status).toBe(412);
  });

  it('being published twice at once: one idea', async () => {
    const { client } = await makePerson(site);
    await client.get(addressIn(edition, 'deposer'));
    await client.post(client.path, TYPED_IDEA);
    const publish = draftStep(client, 'publier');
    const before = await countIdeas(site.db, site.organisationId, edition.id);
    const answers = await Promise.all([1, 2, 3].map(() => client.send(publish, {})));
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
    expect(await countIdeas(site.db, site.organisationId, edition.id)).toBe(before + 1);
    await client.get(draftStep(client, 'texte'));
    expect(client.path).toMatch(/\/idees\/\d+/);
  });

  it('saving as one types: quietly, and only for its holder', async () => {
    const client = site.visitor();
    await client.get(addressIn(edition, 'deposer'));
    const save = draftStep(client, 'brouillon');
    const text = draftStep(client, 'texte');
    const saved = await client.send(save, { ...TYPED_IDEA, body: 'Ce que je' });
    expect([saved.status, Number(saved.headers.get('x-saved-at')) > 0]).toEqual([204, true]);
    await client.get(text);
    expect(client.html).toContain('Ce que je');
    expect((await site.visitor().send(save, TYPED_IDEA)).status).toBe(401);
    expect((await (await makePerson(site)).client.send(save, TYPED_IDEA)).status).toBe(404);
    expect((await (await makePerson(site)).client.send(text)).status).toBe(404);
  });

  it('nobody’s draft is forgotten after 90 days, a person’s is not', async () => {
    const client = site.visitor();
    await client.get(addressIn(edition, 'deposer'));
    const text = client.path;
    await client.post(text, TYPED_IDEA);
    const person = await makePerson(site);
    await person.client.get(addressIn(edition, 'deposer'));
    const kept = person.client.path;
    await person.client.post(kept, TYPED_IDEA);
    const forget = openJobs({
      db: site.db,
      config: site.config,
      postman: { send: async () => {} },
    })['forget-unclaimed-draft']!;
    const run = (path: string) =>
      forget({ organisationId: site.organisationId, draftId: path.split('/')[4] } as never);
    await run(text);
    expect((await client.send(text)).status).toBe(200);
    await client.get(text);
    expect(client.html).toContain(TYPED_IDEA.title);
    site.travel('91 days');
    await run(text);
    await run(kept);
    site.travel(null);
    await client.get(text);
    expect(client.html).not.toContain(TYPED_IDEA.title);
    await person.client.get(kept);
    expect(person.client.html).toContain(TYPED_IDEA.title);
  });

  it('abandoning it is the only other way to lose it', async () => {
    const client = site.visitor();
    await client.get(addressIn(edition, 'deposer'));
    await client.post(client.path, TYPED_IDEA);
    const text = draftStep(client, 'texte');
    await client.get(draftStep(client, 'abandonner'));
    expect(client.html).toContain('Abandonner ce brouillon');
    await client.post(client.path);
    await client.get(text);
    expect(client.html).not.toContain(TYPED_IDEA.body);
  });
});
