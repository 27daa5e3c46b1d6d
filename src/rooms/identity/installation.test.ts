import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
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

  describe('W7 with a logo', () => {
    const picture = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#1b6b3a' } })
        .withExif({ IFD0: { Artist: 'Quelqu’un' } })
        .png()
        .toBuffer();
    const send = async (client: ReturnType<TestSite['visitor']>, path: string, change: object) =>
      client.post(path, { ...filled, ...change });
    const file = (bytes: Uint8Array | string) => new File([bytes as BlobPart], 'logo.png');
    const storedFor = (organisationId: string) =>
      readdir(join(site.config.varFolder, 'files', organisationId)).catch(() => []);

    it('founds the organisation with it, drawn anew and shown on its pages', async () => {
      const path = await createInstallationLink(site.db);
      const client = site.visitor('logo.localhost');
      await client.get(path);
      expect(client.html).toContain('enctype="multipart/form-data"');
      await send(client, path, { hote: 'logo.localhost', logo: file(await picture(300, 100)) });
      const organisation = (await findOrganisationByHost(site.db, 'logo.localhost'))!;
      expect(organisation.logo).toMatchObject({ width: 300, height: 100 });
      const address = urls.file({ file: `${organisation.logo!.fileId}.webp` });
      const answer = await site.visitor('logo.localhost').send(address);
      expect(answer.headers.get('content-type')).toBe('image/webp');
      const kept = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      expect(kept.exif).toBeUndefined();
      const reader = await site.visitor('logo.localhost').get(urls.charter());
      expect(reader.html).toContain(organisation.logo!.fileId);
    });

    it('refuses what is none in words beside the field, founding nothing', async () => {
      const path = await createInstallationLink(site.db);
      const client = site.visitor('refus.localhost');
      for (const [bytes, words] of [
        ['%PDF-1.4\n%%EOF', 'pas une image'],
        [
          '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
          'pas une image',
        ],
        [await picture(200, 20), 'trop petite'],
        [await picture(900, 100), 'trop allongée'],
      ] as const) {
        await send(client, path, { hote: 'refus.localhost', logo: file(bytes) });
        expect(client.status, words).toBe(422);
        expect(client.main).toContain('href="#logo"');
        expect(client.main).toContain(words);
        expect(client.main).toContain('value="Évry-le-Bois"');
      }
      expect(await findOrganisationByHost(site.db, 'refus.localhost')).toBeNull();
    });

    it('a good one beside a faulty field is asked for again, and a taken host keeps no bytes', async () => {
      const path = await createInstallationLink(site.db);
      const client = site.visitor('encore.localhost');
      const logo = file(await picture(300, 100));
      await send(client, path, { couleur: 'rose', hote: 'encore.localhost', logo });
      expect(client.status).toBe(422);
      expect(client.main).toContain('Choisissez de nouveau le logo');
      await send(client, path, { hote: 'localhost', logo });
      expect(client.status).toBe(422);
      expect(client.main).toContain('href="#hote"');
      expect(await storedFor(site.organisationId)).toEqual([]);
      const files = await site.db.selectFrom('file').select('organisation_id').execute();
      const folders = await readdir(join(site.config.varFolder, 'files'));
      const owners = new Set(files.map((row) => row.organisation_id));
      expect(folders.filter((folder) => !owners.has(folder))).toEqual([]);
    });
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
