import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import {
  addProvider,
  type FalseProvider,
  SECRET,
  startFalseProvider,
} from '../../../../tests/make/providers.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { readClientSecret } from './provider.store.ts';
import { PRESETS, type Preset, readProvider } from './provider.ts';

let site: TestSite;
let peer: FalseProvider;
let admin: SiteClient;
beforeAll(async () => {
  site = await openTestSite();
  peer = await startFalseProvider();
  admin = (await makePerson(site, { roles: ['administrator'] })).client;
});
afterAll(async () => {
  await peer.close();
  await site.close();
});

const typed = (issuer: string, more: Record<string, string> = {}) => ({
  nom: 'Ailleurs',
  adresse: issuer,
  client: 'palabre',
  secret: SECRET,
  portees: 'openid',
  'champ-courriel': 'email',
  'champ-nom': 'name',
  'champ-naissance': '',
  niveau: '',
  ...more,
});

const rowOf = (issuer: string) =>
  site.db
    .selectFrom('identity_provider')
    .selectAll()
    .where('issuer', '=', issuer)
    .executeTakeFirstOrThrow();

describe('R105 providers as an administrator sets them', () => {
  it('R105 begins from what is known of a provider, and says what FranceConnect does not prove', async () => {
    await admin.get(urls.adminProviders());
    expect(admin.main).toContain('Aucun fournisseur');
    await admin.get(urls.adminNewProvider({ modele: 'franceconnect' }));
    expect(admin.main).toContain('value="eidas1"');
    expect(admin.main).toContain('jamais une résidence');
    expect(admin.main).toContain('Il ne garantit pas l’adresse de courriel');
    await admin.get(urls.adminNewProvider({ modele: 'eu-login' }));
    expect(admin.main).toContain('value="https://ecas.ec.europa.eu/cas/oauth2"');
    expect(admin.main).toContain('Il ne garantit pas l’adresse de courriel');
    await admin.get(urls.adminNewProvider({ modele: 'google' }));
    expect(admin.main).toContain('value="https://accounts.google.com"');
    expect(admin.main).toContain('jamais seul');
    await admin.get(urls.adminNewProvider({ modele: 'generic' }));
    expect(admin.main).toContain('ne parlent qu’OAuth 2');
    await admin.get(urls.adminNewProvider({ modele: 'constructor' }));
    expect(admin.status).toBe(200);
  });

  it('is kept with its secret sealed, which no page, no fact and no row shows', async () => {
    await admin.post(urls.adminNewProvider(), typed('https://un.exemple.fr/'));
    expect(admin.path).toBe(urls.adminProviders());
    const row = await rowOf('https://un.exemple.fr');
    expect(row.enabled_at).toBeNull();
    expect(row.client_secret_sealed).not.toContain(SECRET);
    const keys = openKeys(site.config.keysFolder);
    const read = () => readClientSecret(site.db, keys, site.organisationId, row.id);
    expect(await read()).toBe(SECRET);
    await admin.get(urls.adminProvider({ provider: row.id }));
    expect(admin.html).not.toContain(SECRET);
    await admin.post(urls.adminProvider({ provider: row.id }), typed(row.issuer, { secret: '' }));
    expect(await read()).toBe(SECRET);
    await admin.post(
      urls.adminProvider({ provider: row.id }),
      typed(row.issuer, { secret: 'autre' }),
    );
    expect(await read()).toBe('autre');
    const facts = await site.db.selectFrom('fact').selectAll().execute();
    expect(JSON.stringify(facts)).not.toContain(SECRET);
    expect(facts.map(({ kind }) => kind)).toContain('provider.changed');
    await admin.get(urls.adminJournal());
    expect(admin.main).toContain('a ajouté le fournisseur d’identité');
  });

  it('a wrong form comes back with words beside each field, and nothing is written', async () => {
    const before = await site.db.selectFrom('identity_provider').select('id').execute();
    await admin.post(urls.adminNewProvider(), {
      ...typed('chez nous'),
      nom: '',
      client: '',
      portees: 'email',
      'champ-courriel': 'e mail',
      niveau: 'é',
    });
    expect(admin.status).toBe(422);
    for (const words of [
      'nom à afficher',
      'pas complète',
      'identifiant reçu',
      'openid',
      'sans espace',
    ])
      expect(admin.main).toContain(words);
    await admin.post(urls.adminNewProvider(), typed('https://un.exemple.fr'));
    expect(admin.main).toContain('déjà dans la liste');
    expect(await site.db.selectFrom('identity_provider').select('id').execute()).toEqual(before);
  });

  it('its address stays while accounts are linked to it; removed, they are only unlinked', async () => {
    const { id } = await addProvider(site, peer.issuer);
    const person = await makePerson(site);
    await person.client.get(urls.providerSignIn({ provider: id }));
    await person.client.get(peer.answer(person.client.leftFor));
    await person.client.post(urls.linkIdentity());
    expect(person.client.main).toContain('lié le');
    await admin.post(urls.adminProvider({ provider: id }), typed('https://deux.exemple.fr'));
    expect(admin.status).toBe(422);
    expect(admin.main).toContain('ne peut plus changer');
    expect((await rowOf(peer.issuer)).id).toBe(id);
    await admin.get(urls.adminRemoveProvider({ provider: id }));
    expect(admin.main).toContain('pendant un vote');
    await admin.post(urls.adminRemoveProvider({ provider: id }));
    await person.client.get(urls.account());
    expect(person.client.status).toBe(200);
    expect(await site.db.selectFrom('linked_identity').selectAll().execute()).toEqual([]);
  });

  it('W3 is for administrators: an officer sees none of it', async () => {
    const officer = (await makePerson(site, { roles: ['officer'] })).client;
    expect((await officer.get(urls.admin())).main).not.toContain('Fournisseurs d’identité');
    expect((await officer.get(urls.adminProviders())).status).toBe(403);
    expect((await admin.get(urls.admin())).main).toContain('Fournisseurs d’identité');
  });
});

describe('R105 « Vérifier » says in words what is wrong', () => {
  const verify = async (issuer: string) => {
    const { id } = await addProvider(site, issuer, { offered: false });
    await admin.post(urls.adminVerifyProvider({ provider: id }));
    const words = admin.main;
    await admin.post(urls.adminRemoveProvider({ provider: id }));
    return words;
  };

  it.each([
    ['Il n’y a pas de document', { status: 404 }],
    ['se donne une autre adresse', { document: { issuer: 'https://ailleurs.exemple.fr' } }],
    ['n’est pas un fournisseur', { document: { issuer: 12 } }],
    ['ne dit pas où se connecter', { document: { token_endpoint: undefined } }],
    ['ne dit pas où se connecter', { document: { authorization_endpoint: 'javascript:alert(1)' } }],
    ['connexion par code', { document: { response_types_supported: ['id_token'] } }],
    ['Personne ne répond', { document: { jwks_uri: 'http://127.0.0.1:1/' } }],
    ['clés publiques sont introuvables', { keyless: true }],
  ])('« %s »', async (words, lie) => {
    peer.lie = lie;
    const said = await verify(peer.issuer);
    peer.lie = {};
    expect(said).toContain(words);
  });

  it('or that all is well', async () => {
    expect(await verify(peer.issuer)).toContain('répond comme il faut');
  });

  it.each(['https://127.0.0.1', 'https://2130706433', 'https://[::1]', 'https://169.254.169.254'])(
    'W6 never asks anything of %s',
    async (issuer) => {
      site.config.allowLocalPeers = false;
      const host = new URL(issuer).origin;
      const said = await verify(host);
      site.config.allowLocalPeers = true;
      expect(said).toContain('mène à cette machine ou à son réseau');
    },
  );
});

describe('W6 presets are held to the same rule', () => {
  it.each(Object.keys(PRESETS) as Preset[])(
    'W6 « %s » with an address of this network is never asked',
    async (preset) => {
      const { id } = await addProvider(site, `https://10.0.0.1/${preset}`, {
        preset,
        offered: false,
      });
      site.config.allowLocalPeers = false;
      await admin.post(urls.adminVerifyProvider({ provider: id }));
      site.config.allowLocalPeers = true;
      expect(admin.main).toContain('mène à cette machine ou à son réseau');
    },
  );
});

describe('the settings of a provider', () => {
  const read = (issuer: string, allowHttp = false) =>
    readProvider(
      { ...PRESETS.generic, name: 'A', clientId: 'b', clientSecret: '', issuer },
      allowHttp,
    );

  it.each([
    ['https://un.exemple.fr', 'https://un.exemple.fr'],
    ['https://un.exemple.fr/', 'https://un.exemple.fr'],
    ['https://UN.exemple.fr/a/', 'https://un.exemple.fr/a/'],
    ['https://un.exemple.fr/a/.well-known/openid-configuration', 'https://un.exemple.fr/a'],
  ])('reads the address %s', (text, issuer) => {
    expect(read(text)).toMatchObject({ ok: true, settings: { issuer } });
  });

  it.each([
    ['', 'issuer-missing'],
    ['exemple', 'issuer-unreadable'],
    ['https://moi:mot@exemple.fr', 'issuer-unreadable'],
    ['https://exemple.fr?a=b', 'issuer-unreadable'],
    ['https://exemple.fr/#a', 'issuer-unreadable'],
    ['https://exemple.fr/.well-known/autre', 'issuer-unreadable'],
    ['http://exemple.fr', 'issuer-not-https'],
    ['javascript:alert(1)', 'issuer-unreadable'],
    [`https://exemple.fr/${'a'.repeat(500)}`, 'issuer-too-long'],
  ])('W6 refuses the address « %s »', (text, refusal) => {
    expect(read(text)).toMatchObject({ ok: false, refusals: { issuer: refusal } });
  });

  it.each(Object.entries(PRESETS).filter(([, { issuer }]) => issuer !== ''))(
    'W6 the preset « %s » knows an address in https that reads as itself',
    (_name, { issuer }) => {
      expect(read(issuer)).toMatchObject({ ok: true, settings: { issuer } });
      expect(new URL(issuer).protocol).toBe('https:');
    },
  );

  it('every preset passes once its client is known', () => {
    for (const preset of Object.values(PRESETS))
      expect(
        readProvider(
          {
            ...preset,
            name: 'A',
            clientId: 'b',
            clientSecret: '',
            issuer: preset.issuer || 'https://a.fr',
          },
          false,
        ).ok,
      ).toBe(true);
  });
});
