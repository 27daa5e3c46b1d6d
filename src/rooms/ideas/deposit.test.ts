import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressIn, makeEdition } from '../../../tests/make/editions.ts';
import { draftStep, makeIdea, TYPED_IDEA } from '../../../tests/make/ideas.ts';
import { makePerson, signIn } from '../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import type { Edition } from '../spaces/index.ts';
import { countIdeas } from './tally.store.ts';

let site: TestSite;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site);
});
afterAll(() => site.close());

const stepOf = (client: SiteClient) => client.path.split('/').at(-1);

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
    await client.get(addressIn(edition, 'deposer'));
    expect(stepOf(client)).toBe('texte');
    expect(client.html).toContain('Étape 1 sur 5');
    await client.post(client.path, TYPED_IDEA);
    expect(stepOf(client)).toBe('lieu');
    await client.post(client.path, { act: 'save', place: 'Au parc' });
    expect(stepOf(client)).toBe('documents');
    await client.post(client.path, { file: await picture(), alt: 'Le parc en mars', next: 'non' });
    expect(client.html).toContain('value="Le parc en mars"');
    await client.post(client.path, { next: 'oui' });
    expect(stepOf(client)).toBe('apercu');
    expect(client.html).toContain('Me connecter et publier');
    const preview = client.path;
    await client.post(draftStep(client, 'publier'));
    expect(client.path).toContain(`/connexion?vers=${encodeURIComponent(preview)}`);
    const person = await makePerson(site, { nickname: 'Aïcha' });
    await signIn(site, client, person.id);
    await client.get(preview);
    await client.post(draftStep(client, 'publier'));
    expect(client.path).toMatch(/\/idees\/\d+-un-verger-au-parc-des-sources$/);
    expect(client.html).toContain('Aïcha');
    expect(client.html).not.toContain('Camille Durand');
    expect(client.html).toContain('alt="Le parc en mars"');
    await site.runJobs();
    const mail = site.mails.find(({ to }) => to === person.email)!;
    expect(mail.text).toContain(client.path);
    expect(mail.subject).toContain(TYPED_IDEA.title);
  });

  it('R113 compares, supports one and stops, with the draft kept; or goes on', async () => {
    const there = await makeEdition(site);
    const { number } = await makeIdea(site, there, {
      title: 'Verger partagé au parc',
      body: 'Planter des pommiers et des pruniers.',
    });
    const person = await makePerson(site);
    const { client } = person;
    await client.get(addressIn(there, 'deposer'));
    await client.post(client.path, TYPED_IDEA);
    expect(stepOf(client)).toBe('idees-proches');
    expect(client.html).toContain('Verger partagé au parc');
    const compare = client.path;
    await client.post(`${compare}/${number}/soutenir`);
    expect(client.path).toContain(`/idees/${number}-`);
    expect(client.html).toContain('Votre brouillon est gardé');
    await client.get(addressIn(there, 'deposer'));
    expect(client.html).toContain(TYPED_IDEA.title);
    await client.post(compare);
    expect(stepOf(client)).toBe('lieu');
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
    await client.get(addressIn(there, 'deposer'));
    expect(client.html).toContain('id="title-hint">Le nom de votre idée</p>');
    expect(client.html).toContain('id="body-hint">Quel besoin');
    await client.post(client.path, TYPED_IDEA);
    await client.get(draftStep(client, 'documents'));
    expect(client.html).toContain('Un plan, si possible');
  });

  it('R73 R112 1,500 characters as a person counts them are taken, 1,501 are not', async () => {
    const { client } = await makePerson(site);
    await client.get(addressIn(edition, 'deposer'));
    const text = client.path;
    for (const sign of ['é', 'e\u0301', '👩‍👩‍👧‍👦', 'ل']) {
      await client.post(text, { ...TYPED_IDEA, lang: 'ar', body: sign.repeat(1501) });
      expect(client.status).toBe(422);
      expect(
        /error-summary[\s\S]*?<\/ul>/.exec(client.html)?.[0].replaceAll(/<[^>]*>/g, ' '),
      ).toMatch(/dépasse 1\s500 caractères/);
    }
    await client.post(text, { ...TYPED_IDEA, lang: 'ar', body: 'ل'.repeat(1500) });
    await client.get(draftStep(client, 'apercu'));
    await client.post(draftStep(client, 'publier'));
    expect(client.path).toMatch(/\/idees\/\d+/);
    expect(client.html).toContain('lang="ar"');
  });

  it('R75 the sixth stays a draft, and says so', async () => {
    const person = await makePerson(site);
    for (let index = 0; index < 5; index += 1) {
      await makeIdea(site, edition, { authorId: person.id, title: `Sans rapport aucun ${index}` });
    }
    const { client } = person;
    await client.get(addressIn(edition, 'deposer'));
    await client.post(client.path, TYPED_IDEA);
    await client.get(draftStep(client, 'apercu'));
    expect(client.html).toContain('Vous avez déjà publié 5 idées');
    await client.post(draftStep(client, 'publier'));
    expect(client.status).toBe(422);
    await client.get(addressIn(edition, 'deposer'));
    expect(client.html).toContain(TYPED_IDEA.title);
  });

  it('R31 out of phase it is refused with the draft kept', async () => {
    const there = await makeEdition(site);
    const { client } = await makePerson(site);
    await client.get(addressIn(there, 'deposer'));
    await client.post(client.path, TYPED_IDEA);
    await client.get(draftStep(client, 'apercu'));
    const publish = draftStep(client, 'publier');
    site.travel('6 days');
    await client.post(publish);
    expect(client.status).toBe(422);
    expect(client.html).toContain('Le dépôt des idées est fermé. Votre brouillon est gardé.');
    await client.get(addressIn(there, 'deposer'));
    expect(client.html).toContain(TYPED_IDEA.title);
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
    await unknown.client.get(addressIn(edition, 'deposer'));
    await unknown.client.post(unknown.client.path, TYPED_IDEA);
    await unknown.client.get(draftStep(unknown.client, 'apercu'));
    expect(unknown.client.html).toContain('Une dernière question');
    await unknown.client.post(draftStep(unknown.client, 'publier'));
    expect(unknown.client.path).toContain('/compte/identite?vers=');
    for (const [years, published] of [
      [15, false],
      [16, true],
    ] as const) {
      const { client } = await makePerson(site, { birthDate: born(years) });
      await client.get(addressIn(edition, 'deposer'));
      await client.post(client.path, TYPED_IDEA);
      await client.get(draftStep(client, 'apercu'));
      await client.post(draftStep(client, 'publier'));
      expect(client.path.includes('/idees/')).toBe(published);
    }
  });
});
