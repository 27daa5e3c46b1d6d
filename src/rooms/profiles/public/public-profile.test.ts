import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { giveSupport, makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson, PASSWORD } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const addressOf = ({ nickname }: { nickname: string }) => urls.publicProfile({ person: nickname });

describe('R135 public profiles', () => {
  it('R135 show a nickname and public ideas: no name, no address, no support; no engine reads them', async () => {
    const edition = await makeEdition(site, { phase: 'collection' });
    const person = await makePerson(site, { name: 'Jeanne Secrète', nickname: 'Jeanne du Pré' });
    const other = await makePerson(site);
    await makeIdea(site, edition, { authorId: person.id, title: 'Un verger partagé' });
    const hidden = await makeIdea(site, edition, { authorId: person.id, title: 'À cacher' });
    const supported = await makeIdea(site, edition, { authorId: other.id, title: 'Une mare' });
    await giveSupport(site, supported.id, person.id);
    await site.pool.query('update idea set hidden_at = now() where id = $1', [hidden.id]);
    const reader = site.visitor();
    await reader.get(urls.publicProfile({ person: 'JEANNE du pre' }));
    expect(reader.path).toBe(addressOf(person));
    expect(reader.headers.get('x-robots-tag')).toContain('noindex');
    expect(reader.main).toContain('Un verger partagé');
    for (const secret of ['Secrète', person.email, 'À cacher', 'Une mare', person.id])
      expect(reader.html).not.toContain(secret);
  });

  it('R135 none of a child, of nobody, and of an account once it is erased', async () => {
    const child = await makePerson(site, { nickname: 'Petit Pois', birthDate: '2020-01-01' });
    const person = await makePerson(site, { nickname: 'Bientôt partie', password: PASSWORD });
    const reader = site.visitor();
    expect((await reader.get(addressOf(child))).status).toBe(404);
    expect((await reader.get(addressOf({ nickname: 'Nul ne sait' }))).status).toBe(404);
    expect((await reader.get(addressOf({ nickname: '%_' }))).status).toBe(404);
    expect((await reader.get(addressOf(person))).status).toBe(200);
    await person.client.post(urls.ownDataErasure(), {
      'mot-de-passe-actuel': PASSWORD,
      confirmation: 'effacer',
    });
    expect((await reader.get(addressOf(person))).status).toBe(404);
    expect((await reader.get(addressOf({ nickname: 'Compte supprimé' }))).status).toBe(404);
  });

  it('R135 W14 its person closes it and opens it again', async () => {
    const edition = await makeEdition(site, { phase: 'collection' });
    const person = await makePerson(site, { nickname: 'Discrète' });
    await makeIdea(site, edition, { authorId: person.id, title: 'Une haie vive' });
    const reader = site.visitor();
    await person.client.post(urls.closeOwnProfile(), { profil: 'ferme' });
    await person.client.post(urls.closeOwnProfile(), { profil: 'ferme' });
    expect(person.client.main).toContain('Ouvrir mon profil public');
    await reader.get(addressOf(person));
    expect(reader.main).toContain('Profil fermé');
    expect(reader.main).not.toContain('Une haie vive');
    await person.client.post(urls.closeOwnProfile(), { profil: 'ouvert' });
    await reader.get(addressOf(person));
    expect(reader.main).toContain('Une haie vive');
  });
});
