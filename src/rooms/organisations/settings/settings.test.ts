import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { findOrganisationByHost } from '../organisation.store.ts';

let site: TestSite;
let admin: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  admin = await makePerson(site, { roles: ['administrator'] });
});
afterAll(() => site.close());

const settings = {
  nom: 'Fleury-sur-Braye',
  devise: 'Décidons ensemble',
  contact: 'bonjour@fleury.example',
  couleur: '#1f3a8a',
  langue: 'fr',
  licence: 'etalab-2.0',
};
const markIn = (html: string) => /name="mark" value="([^"]+)"/.exec(html)![1]!;
const readMark = async (client: MadePerson['client']) =>
  markIn((await client.get(urls.adminOrganisation())).html);
/** What the listener of changes does in a running server. */
const seeChanges = () => site.memory.forgetAll();

describe('the settings of an organisation', () => {
  it('R189 are changed by an administrator, and the journal keeps old and new', async () => {
    const { client } = admin;
    await client.post(urls.adminOrganisation(), { ...settings, mark: await readMark(client) });
    expect(client.status).toBe(200);
    expect(await findOrganisationByHost(site.db, 'localhost')).toMatchObject({
      name: 'Fleury-sur-Braye',
      tagline: 'Décidons ensemble',
      contactEmail: 'bonjour@fleury.example',
      colour: '#1F3A8A',
    });
    await client.get(urls.adminJournal());
    expect(client.html).toContain('a modifié les réglages de l’organisation');
    expect(client.html).toContain('<ins><bdi>#1F3A8A</bdi></ins>');
  });

  it('refuses a colour without contrast and an address that is none, and loses nothing', async () => {
    const { client } = admin;
    const mark = await readMark(client);
    await client.post(urls.adminOrganisation(), {
      ...settings,
      mark,
      couleur: '#ffee88',
      contact: 'a@b.fr\nBcc: x',
      nom: '',
      devise: 'x'.repeat(141),
      langue: 'xx',
      licence: 'MIT',
    });
    expect(client.status).toBe(422);
    for (const id of ['nom', 'devise', 'contact', 'couleur', 'langue', 'licence'])
      expect(client.main).toContain(`href="#${id}"`);
    expect(client.main).toContain('trop pâle');
    expect(client.main).toContain('value="#ffee88"');
  });

  it('two administrators at once: the second sees both, and decides', async () => {
    const other = await makePerson(site, { roles: ['administrator'] });
    const mark = await readMark(admin.client);
    const first = { ...settings, devise: 'Première' };
    await admin.client.post(urls.adminOrganisation(), { ...first, mark });
    await other.client.post(urls.adminOrganisation(), { ...settings, devise: 'Seconde', mark });
    expect(other.client.status).toBe(409);
    expect(other.client.main).toContain('Enregistré entre-temps : Première');
    expect(other.client.main).toContain('value="Seconde"');
    expect((await findOrganisationByHost(site.db, 'localhost'))!.tagline).toBe('Première');
  });

  it('W3 are no officer’s', async () => {
    const officer = await makePerson(site, { roles: ['officer'] });
    expect((await officer.client.send(urls.adminOrganisation())).status).toBe(403);
    expect((await officer.client.send(urls.adminLogo(), {})).status).toBe(403);
  });
});

describe('W7 the logo', () => {
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 4, background: '#1b6b3a80' } })
      .png()
      .toBuffer();
  const send = (bytes: Uint8Array | string, name = 'logo.png') =>
    admin.client.post(urls.adminLogo(), { logo: new File([bytes as BlobPart], name) });

  it('is drawn anew, shown on every page, replaced and removed', async () => {
    await send(await picture(600, 200));
    expect(admin.client.status).toBe(200);
    const { logo } = (await findOrganisationByHost(site.db, 'localhost'))!;
    expect(logo).toMatchObject({ width: 600, height: 200 });
    const file = urls.file({ file: `${logo!.fileId}-640.webp` });
    expect(admin.client.main).toContain(file);
    expect(admin.client.main).toContain('alt="Logo de Fleury-sur-Braye"');
    const answer = await site.visitor().send(file);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    await send(await picture(96, 96));
    const next = (await findOrganisationByHost(site.db, 'localhost'))!.logo!;
    expect(next.fileId).not.toBe(logo!.fileId);
    expect((await site.visitor().send(file)).status).toBe(404);
    await admin.client.post(urls.adminRemoveLogo());
    expect((await findOrganisationByHost(site.db, 'localhost'))!.logo).toBeNull();
  });

  it('is refused in words when it is no picture, or none that a header can hold', async () => {
    seeChanges();
    const refusals: [Uint8Array | string, string][] = [
      ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'pas une image'],
      ['%PDF-1.4\n%%EOF', 'pas une image'],
      ['', 'Choisissez une image'],
      [await picture(200, 20), 'trop petite'],
      [await picture(900, 100), 'trop allongée'],
      [(await picture(100, 100)).subarray(0, 60), 'abîmée'],
    ];
    for (const [bytes, words] of refusals) {
      await send(bytes);
      expect(admin.client.status, words).toBe(422);
      expect(admin.client.main).toContain(words);
    }
    expect((await findOrganisationByHost(site.db, 'localhost'))!.logo).toBeNull();
  });
});
