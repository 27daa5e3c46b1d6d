import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { giveSupport, makeIdea } from '../../../tests/make/ideas.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import { openJobs } from '../../site.tsx';
import { openSession } from '../identity/index.ts';
import type { Edition } from '../spaces/index.ts';
import { countIdeas } from './tally.store.ts';

let site: TestSite;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site);
});
afterAll(() => site.close());

const TEXT = {
  title: 'Un verger au parc des Sources',
  category: 'ecologie',
  body: 'Des pommiers et des pruniers, plantés avec les écoles.',
  lang: 'fr',
};

const at = (path: string, of = edition) => `/editions/${of.slug}/${path}`;
const stepOf = (client: SiteClient) => client.path.split('/').at(-1);
const draftOf = (client: SiteClient) => client.path.split('/')[4]!;
const step = (client: SiteClient, name: string, of = edition) =>
  at(`deposer/${draftOf(client)}/${name}`, of);

/** Signs this very browser in, as coming back from the sign-in page does. */
async function signIn(client: SiteClient, personId: string): Promise<void> {
  client.cookies.set(
    'palabre',
    await openSession(site.db, site.organisationId, personId, 'Firefox · Linux'),
  );
}

async function picture(width = 300, height = 200): Promise<File> {
  const bytes = await sharp({
    create: { width, height, channels: 3, background: '#1b6b3a' },
  })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], 'le parc.jpg', { type: 'image/jpeg' });
}

describe('depositing an idea', () => {
  it('R34 R70 R72 R114 without an account, in five screens, and a receipt by mail', async () => {
    const client = site.visitor();
    await client.get(at('deposer'));
    expect(stepOf(client)).toBe('texte');
    expect(client.html).toContain('Étape 1 sur 4');
    await client.post(client.path, TEXT);
    expect(stepOf(client)).toBe('documents');
    await client.post(client.path, { file: await picture(), alt: 'Le parc en mars', next: 'non' });
    expect(client.html).toContain('value="Le parc en mars"');
    await client.post(client.path, { next: 'oui' });
    expect(stepOf(client)).toBe('apercu');
    expect(client.html).toContain('Me connecter et publier');
    const preview = client.path;
    await client.post(step(client, 'publier'));
    expect(client.path).toContain(`/connexion?vers=${encodeURIComponent(preview)}`);
    const person = await makePerson(site, { nickname: 'Aïcha' });
    await signIn(client, person.id);
    await client.get(preview);
    await client.post(step(client, 'publier'));
    expect(client.path).toMatch(/\/idees\/\d+-un-verger-au-parc-des-sources$/);
    expect(client.html).toContain('Aïcha');
    expect(client.html).not.toContain('Camille Durand');
    expect(client.html).toContain('alt="Le parc en mars"');
    await site.runJobs();
    const mail = site.mails.find(({ to }) => to === person.email)!;
    expect(mail.text).toContain(client.path);
    expect(mail.subject).toContain(TEXT.title);
  });

  it('R113 compares, supports one and stops, with the draft kept; or goes on', async () => {
    const there = await makeEdition(site);
    const { number } = await makeIdea(site, there, {
      title: 'Verger partagé au parc',
      body: 'Planter des pommiers et des pruniers.',
    });
    const person = await makePerson(site);
    const { client } = person;
    await client.get(at('deposer', there));
    await client.post(client.path, TEXT);
    expect(stepOf(client)).toBe('idees-proches');
    expect(client.html).toContain('Verger partagé au parc');
    const compare = client.path;
    await client.post(`${compare}/${number}/soutenir`);
    expect(client.path).toContain(`/idees/${number}-`);
    expect(client.html).toContain('Votre brouillon est gardé');
    await client.get(at('deposer', there));
    expect(client.html).toContain(TEXT.title);
    await client.post(compare);
    expect(stepOf(client)).toBe('documents');
  });

  it('R71 help beside each field, in the organisation’s own words where it wrote some', async () => {
    const there = await makeEdition(site, {
      ideaHelp: {
        title: 'Le nom de votre idée',
        body: '',
        category: '',
        files: 'Un plan, si possible',
      },
    });
    const client = site.visitor();
    await client.get(at('deposer', there));
    expect(client.html).toContain('id="title-hint">Le nom de votre idée</p>');
    expect(client.html).toContain('id="body-hint">Quel besoin');
    await client.post(client.path, TEXT);
    expect(client.html).toContain('Un plan, si possible');
  });

  it('R73 R112 1,500 characters as a person counts them are taken, 1,501 are not', async () => {
    const { client } = await makePerson(site);
    await client.get(at('deposer'));
    const text = client.path;
    for (const sign of ['é', 'e\u0301', '👩‍👩‍👧‍👦', 'ل']) {
      await client.post(text, { ...TEXT, lang: 'ar', body: sign.repeat(1501) });
      expect(client.status).toBe(422);
      expect(
        /error-summary[\s\S]*?<\/ul>/.exec(client.html)?.[0].replaceAll(/<[^>]*>/g, ' '),
      ).toMatch(/dépasse 1\s500 caractères/);
    }
    await client.post(text, { ...TEXT, lang: 'ar', body: 'ل'.repeat(1500) });
    await client.get(step(client, 'apercu'));
    await client.post(step(client, 'publier'));
    expect(client.path).toMatch(/\/idees\/\d+/);
    expect(client.html).toContain('lang="ar"');
  });

  it('R75 the sixth stays a draft, and says so', async () => {
    const person = await makePerson(site);
    for (let index = 0; index < 5; index += 1) {
      await makeIdea(site, edition, { authorId: person.id, title: `Sans rapport aucun ${index}` });
    }
    const { client } = person;
    await client.get(at('deposer'));
    await client.post(client.path, TEXT);
    await client.get(step(client, 'apercu'));
    expect(client.html).toContain('Vous avez déjà publié 5 idées');
    await client.post(step(client, 'publier'));
    expect(client.status).toBe(422);
    await client.get(at('deposer'));
    expect(client.html).toContain(TEXT.title);
  });

  it('R31 out of phase it is refused with the draft kept', async () => {
    const there = await makeEdition(site);
    const { client } = await makePerson(site);
    await client.get(at('deposer', there));
    await client.post(client.path, TEXT);
    await client.get(step(client, 'apercu', there));
    const publish = step(client, 'publier', there);
    site.travel('6 days');
    await client.post(publish);
    expect(client.status).toBe(422);
    expect(client.html).toContain('Le dépôt des idées est fermé. Votre brouillon est gardé.');
    await client.get(at('deposer', there));
    expect(client.html).toContain(TEXT.title);
    site.travel(null);
    await client.post(publish);
    expect(client.path).toContain('/idees/1-');
    expect(await countIdeas(site.db, site.organisationId, there.id)).toBe(1);
  });

  it('R69 asks who they are when it is needed, then lets a person of just 16 publish, not of 15', async () => {
    const today = new Date();
    const born = (years: number) =>
      `${today.getFullYear() - years}-${String(today.getMonth() + 1).padStart(2, '0')}-${String(today.getDate()).padStart(2, '0')}`;
    const unknown = await makePerson(site, { birthDate: null, residence: undefined });
    await unknown.client.get(at('deposer'));
    await unknown.client.post(unknown.client.path, TEXT);
    await unknown.client.get(step(unknown.client, 'apercu'));
    expect(unknown.client.html).toContain('Une dernière question');
    await unknown.client.post(step(unknown.client, 'publier'));
    expect(unknown.client.path).toContain('/compte/identite?vers=');
    for (const [years, published] of [
      [15, false],
      [16, true],
    ] as const) {
      const { client } = await makePerson(site, { birthDate: born(years) });
      await client.get(at('deposer'));
      await client.post(client.path, TEXT);
      await client.get(step(client, 'apercu'));
      await client.post(step(client, 'publier'));
      expect(client.path.includes('/idees/')).toBe(published);
    }
  });
});

describe('a draft survives', () => {
  it('a lost session: what was typed is there after signing in again', async () => {
    const person = await makePerson(site);
    const { client } = person;
    await client.get(at('deposer'));
    const text = client.path;
    await client.post(text, TEXT);
    client.cookies.delete('palabre');
    await client.post(text, { ...TEXT, body: 'Une suite écrite sans session.' });
    expect(client.path).toContain('/connexion?vers=');
    expect(client.html).toContain('Votre session s’était terminée');
    await signIn(client, person.id);
    await client.get(text);
    expect(client.html).toContain('Une suite écrite sans session.');
    await client.get(at('deposer'));
    expect(client.html.match(/Un verger au parc/g)).toHaveLength(1);
  });

  it('reloading, going back, and a refused text', async () => {
    const client = site.visitor();
    await client.get(at('deposer'));
    const text = client.path;
    await client.post(text, { ...TEXT, title: '', body: 'Seulement le milieu.' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Donnez un titre');
    await client.get(text);
    expect(client.html).toContain('Seulement le milieu.');
    await client.post(text, TEXT);
    await client.get(text);
    expect(client.html).toContain(TEXT.body);
  });

  it('being published twice at once: one idea', async () => {
    const { client } = await makePerson(site);
    await client.get(at('deposer'));
    await client.post(client.path, TEXT);
    const publish = step(client, 'publier');
    const before = await countIdeas(site.db, site.organisationId, edition.id);
    const answers = await Promise.all([1, 2, 3].map(() => client.send(publish, {})));
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
    expect(await countIdeas(site.db, site.organisationId, edition.id)).toBe(before + 1);
    await client.get(step(client, 'texte'));
    expect(client.path).toMatch(/\/idees\/\d+/);
  });

  it('saving as one types: quietly, and only for its holder', async () => {
    const client = site.visitor();
    await client.get(at('deposer'));
    const save = step(client, 'brouillon');
    const text = step(client, 'texte');
    const saved = await client.send(save, { ...TEXT, body: 'Ce que je' });
    expect([saved.status, Number(saved.headers.get('x-saved-at')) > 0]).toEqual([204, true]);
    await client.get(text);
    expect(client.html).toContain('Ce que je');
    expect((await site.visitor().send(save, TEXT)).status).toBe(401);
    expect((await (await makePerson(site)).client.send(save, TEXT)).status).toBe(404);
    expect((await (await makePerson(site)).client.send(text)).status).toBe(404);
  });

  it('nobody’s draft is forgotten after 90 days, a person’s is not', async () => {
    const client = site.visitor();
    await client.get(at('deposer'));
    const text = client.path;
    await client.post(text, TEXT);
    const person = await makePerson(site);
    await person.client.get(at('deposer'));
    const kept = person.client.path;
    await person.client.post(kept, TEXT);
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
    expect(client.html).toContain(TEXT.title);
    site.travel('91 days');
    await run(text);
    await run(kept);
    site.travel(null);
    await client.get(text);
    expect(client.html).not.toContain(TEXT.title);
    await person.client.get(kept);
    expect(person.client.html).toContain(TEXT.title);
  });

  it('abandoning it is the only other way to lose it', async () => {
    const client = site.visitor();
    await client.get(at('deposer'));
    await client.post(client.path, TEXT);
    const text = step(client, 'texte');
    await client.get(step(client, 'abandonner'));
    expect(client.html).toContain('Abandonner ce brouillon');
    await client.post(client.path);
    await client.get(text);
    expect(client.html).not.toContain(TEXT.body);
  });
});

describe('after publication', () => {
  it('R115 R116 corrected at 14:59, not at 15:01, nor once supported; no way to delete', async () => {
    const author = await makePerson(site);
    const idea = await makeIdea(site, edition, { authorId: author.id });
    const path = at(`idees/${idea.number}/modifier`);
    const { client } = author;
    site.travel('14 minutes 50 seconds');
    await client.post(path, { ...TEXT, title: 'Corrigé à temps' });
    expect(client.path).toContain('corrige-a-temps');
    site.travel('15 minutes 1 second');
    await client.post(path, { ...TEXT, title: 'Trop tard' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Le temps pour corriger votre idée est écoulé');
    expect(client.html).toContain('value="Trop tard"');
    site.travel(null);
    await client.get(path);
    expect(client.status).toBe(200);
    await giveSupport(site, idea.id, (await makePerson(site)).id);
    await client.post(path, { ...TEXT, title: 'Entre les deux' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Une personne soutient déjà votre idée');
    await (await makePerson(site)).client.get(path).then((other) => expect(other.status).toBe(404));
    const deleted = await site.fetch(
      new Request(`http://localhost${at(`idees/${idea.number}`)}`, {
        method: 'DELETE',
        headers: { origin: 'http://localhost' },
      }),
    );
    expect(deleted.status).toBe(405);
  });

  it('a wrong or missing name leads to the right address; the number decides', async () => {
    const idea = await makeIdea(site, edition, { title: 'Été à l’œuvre' });
    const client = site.visitor();
    for (const path of [`idees/${idea.number}`, `idees/${idea.number}-autre-chose`]) {
      await client.get(at(path));
      expect(client.path).toBe(at(`idees/${idea.number}-ete-a-l-oeuvre`));
    }
    for (const path of ['idees/0', 'idees/999999', 'idees/douze', 'idees/99999999999999']) {
      expect((await client.send(at(path))).status).toBe(404);
    }
  });
});
