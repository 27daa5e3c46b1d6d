import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../organisation.store.ts';
import { findLegalNotice } from './legal-notice.store.ts';
import { checkLegalNotice, missingIn, NO_LEGAL_NOTICE } from './legal-notice.ts';

let site: TestSite;
let admin: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  admin = await makePerson(site, { roles: ['administrator'] });
});
afterAll(() => site.close());

const typed = {
  editeur: 'Commune de Fleury',
  'editeur-adresse': '1 place de la Mairie\n45400 Fleury',
  'editeur-telephone': '02 38 00 00 00',
  direction: 'Hélène Roux, maire',
  hebergeur: 'Maison <b>du Numérique</b>',
  'hebergeur-adresse': '3 rue des Serveurs\n45000 Orléans',
  'hebergeur-telephone': '+33 2 38 11 11 11',
  dpo: 'Centre de gestion du Loiret',
  'dpo-contact': 'dpo@fleury.example',
};
const markOf = async ({ client }: MadePerson) =>
  /name="mark" value="([^"]+)"/.exec((await client.get(urls.adminLegal())).html)![1]!;
const save = async (fields: Record<string, string>) =>
  admin.client.post(urls.adminLegal(), { ...typed, ...fields, mark: await markOf(admin) });
const saved = () => findLegalNotice(site.db, site.organisationId);
/** What the listener of changes does in a running server. */
const seeChanges = () => site.memory.forgetAll();

describe('what the law wants said', () => {
  it('is all missing at first; an association may have no data protection officer', () => {
    expect(missingIn(NO_LEGAL_NOTICE, 'town')).toEqual([
      'publisher',
      'publisherAddress',
      'publisherPhone',
      'director',
      'hostName',
      'hostAddress',
      'hostPhone',
      'dpoContact',
    ]);
    expect(missingIn(NO_LEGAL_NOTICE, 'association')).not.toContain('dpoContact');
    expect(missingIn({ ...NO_LEGAL_NOTICE, dpo: 'Jo' }, 'association')).toContain('dpoContact');
  });

  it('is bounded, and a telephone is one', () => {
    const check = (field: keyof typeof NO_LEGAL_NOTICE, text: string) =>
      checkLegalNotice({ ...NO_LEGAL_NOTICE, [field]: text })[field];
    expect(check('publisher', 'é'.repeat(200))).toBeUndefined();
    expect(check('publisher', 'é'.repeat(201))).toBe('too-long');
    expect(check('hostAddress', 'é\n'.repeat(200))).toBeUndefined();
    expect(check('hostAddress', 'é'.repeat(401))).toBe('too-long');
    expect(check('hostPhone', '0800 (gratuit)')).toBe('phone-unreadable');
    expect(check('hostPhone', '+33 (0)2-38.00 00 00')).toBeUndefined();
  });
});

describe('R193 the legal notice', () => {
  it('says at first only what is known, and whom to ask for the host', async () => {
    const reader = await site.visitor().get(urls.legal());
    expect(reader.main).toContain('Fleury');
    expect(reader.main).toContain('donnés sur simple demande à participation@fleury.example');
    expect(reader.main).not.toContain('Données personnelles</h2>');
    await admin.client.get(urls.adminLegal());
    expect(admin.client.main).toContain('Il manque encore');
    expect(admin.client.main).toContain('<li>Nom de l’hébergeur</li>');
  });

  it('shows publisher, host and data protection officer as an administrator wrote them', async () => {
    await save({});
    expect(admin.client.path).toBe(urls.adminLegal());
    expect(admin.client.main).toContain('Rien ne manque à vos mentions légales');
    seeChanges();
    const reader = await site.visitor().get(urls.legal());
    for (const words of [
      'Commune de Fleury',
      '1 place de la Mairie<br/>45400 Fleury',
      'href="tel:0238000000"',
      'Hélène Roux, maire',
      'Maison &lt;b>du Numérique&lt;/b>',
      'href="tel:+33238111111"',
      'href="mailto:dpo@fleury.example"',
    ])
      expect(reader.main).toContain(words);
    expect(reader.main).not.toContain('simple demande');
    const privacy = await site.visitor().get(urls.privacy());
    expect(privacy.main).toContain('dpo@fleury.example');
    const english = site.visitor();
    await english.get(urls.language({ locale: 'en' }, { vers: urls.legal() }));
    expect(english.main).toContain('Hosted by');
    await admin.client.get(urls.adminJournal());
    expect(admin.client.main).toContain('Nom de l’hébergeur');
  });

  it('a faulty form says so beside the field, keeps what was typed and writes nothing', async () => {
    const before = await saved();
    await save({ 'editeur-telephone': 'poste 12', editeur: 'x'.repeat(201), direction: 'Autre' });
    expect(admin.client.status).toBe(422);
    for (const id of ['editeur', 'editeur-telephone'])
      expect(admin.client.main).toContain(`href="#${id}"`);
    expect(admin.client.main).toContain('value="poste 12"');
    expect(await saved()).toEqual(before);
  });

  it('two administrators at once: the second sees both, and decides', async () => {
    const other = await makePerson(site, { roles: ['administrator'] });
    const mark = await markOf(admin);
    await admin.client.post(urls.adminLegal(), { ...typed, direction: 'Une autre', mark });
    await other.client.post(urls.adminLegal(), { ...typed, direction: 'Encore une', mark });
    expect(other.client.status).toBe(409);
    expect(other.client.main).toContain('Enregistré entre-temps\u202f: Une autre');
    expect(other.client.main).toContain('value="Encore une"');
    expect((await saved()).director).toBe('Une autre');
  });

  it('W3 is written by an administrator only, and is each organisation’s own', async () => {
    const officer = await makePerson(site, { roles: ['officer'] });
    expect((await officer.client.send(urls.adminLegal())).status).toBe(403);
    expect((await officer.client.send(urls.adminLegal(), typed)).status).toBe(403);
    await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'contact@voisine.example',
      tagline: '',
      charter: 'Charte',
    });
    const neighbour = await site.visitor('voisine.localhost').get(urls.legal());
    expect(neighbour.main).toContain('Voisine');
    expect(neighbour.main).not.toContain('Hélène Roux');
  });
});
