import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import {
  createInstallationLink,
  findOrganisationByHost,
  getCharter,
} from '../organisations/index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const filled = {
  organisation: 'Évry-le-Bois',
  hote: 'evry.localhost',
  genre: 'town',
  couleur: '#1f3a8a',
  contact: 'participation@evry.example',
  nom: 'Dominique Martin',
  surnom: 'Dominique',
  courriel: 'dominique@exemple.fr',
  'mot-de-passe': 'un platane devant la mairie',
  charte: 'oui',
};

const administrators = async (host: string) => {
  const organisation = await findOrganisationByHost(site.db, host);
  return site.db
    .selectFrom('role_grant')
    .select('role')
    .where('organisation_id', '=', organisation!.id)
    .execute();
};

describe('the installation link', () => {
  it('makes an organisation and its administrator on a host that nobody has, signed in', async () => {
    const path = await createInstallationLink(site.db);
    const client = site.visitor('evry.localhost');
    await client.get(path);
    expect(client.status).toBe(200);
    expect(client.html).toContain('value="evry.localhost"');
    const answer = await client.send(path, filled);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(urls.accountFactors({ vers: urls.admin() }));
    expect(answer.headers.getSetCookie().join()).toContain('palabre=');
    const organisation = (await findOrganisationByHost(site.db, 'evry.localhost'))!;
    expect(organisation).toMatchObject({
      name: 'Évry-le-Bois',
      slug: 'evry-le-bois',
      colour: '#1F3A8A',
    });
    expect(await administrators('evry.localhost')).toEqual([{ role: 'administrator' }]);
    expect(await getCharter(site.db, organisation.id)).toMatchObject({ version: 1 });
    await client.get(urls.charter());
    expect(client.html).toContain('Évry-le-Bois');
  });

  it('serves once, also when two forms come at the same time', async () => {
    const path = await createInstallationLink(site.db);
    const answers = await Promise.all(
      ['un', 'deux', 'trois'].map((name) =>
        site.visitor('course.localhost').send(path, { ...filled, hote: `${name}.localhost` }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 410, 410]);
    const found = await Promise.all(
      ['un', 'deux', 'trois'].map((name) => findOrganisationByHost(site.db, `${name}.localhost`)),
    );
    expect(found.filter(Boolean)).toHaveLength(1);
    expect((await site.visitor('vide.localhost').get(path)).status).toBe(410);
  });

  it('leads to the other host when the organisation answers elsewhere', async () => {
    const path = await createInstallationLink(site.db);
    const client = site.visitor('ici.localhost');
    await client.post(path, { ...filled, hote: 'https://Là-bas.localhost/' });
    expect(client.status).toBe(200);
    expect(client.html).toContain('http://xn--l-bas-rqa.localhost/connexion');
    expect(client.cookies.has('palabre')).toBe(false);
  });

  it('a refused form keeps what was typed, says why, and does not spend the link', async () => {
    const path = await createInstallationLink(site.db);
    const client = site.visitor('pale.localhost');
    await client.post(path, {
      organisation: '<b>Pâle</b>',
      couleur: '#ffee88',
      hote: 'a b',
      courriel: 'x',
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain('&lt;b>Pâle&lt;/b>');
    for (const id of [
      'hote',
      'genre',
      'couleur',
      'contact',
      'nom',
      'surnom',
      'courriel',
      'mot-de-passe',
      'charte',
    ])
      expect(client.html).toContain(`href="#${id}"`);
    await client.post(path, { ...filled, hote: 'localhost' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('href="#hote"');
    expect((await client.get(path)).status).toBe(200);
  });

  it('W4: without a good token nothing answers, and a week later the link is over', async () => {
    const path = await createInstallationLink(site.db);
    const client = site.visitor('nulle-part.localhost');
    expect((await client.get(urls.installation({ token: 'x' }))).status).toBe(410);
    expect((await client.post(urls.installation({ token: 'x' }), filled)).status).toBe(410);
    expect((await client.send(urls.home())).status).toBe(404);
    expect((await client.send(urls.signIn())).status).toBe(404);
    site.travel('7 days');
    expect((await client.get(path)).status).toBe(410);
    site.travel(null);
  });
});
