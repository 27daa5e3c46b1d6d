import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeIn, linkIn, mailsOf } from '../../../../tests/make/mails.ts';
import { makePerson, PASSWORD } from '../../../../tests/make/people.ts';
import {
  addProvider,
  continueWith,
  type MadeProvider,
  type RealProvider,
  startProvider,
} from '../../../../tests/make/providers.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { findLinkedSubjects } from '../index.ts';

let site: TestSite;
let peer: RealProvider;
let provider: MadeProvider;
beforeAll(async () => {
  site = await openTestSite();
  peer = await startProvider();
  provider = await addProvider(site, peer.issuer);
  peer.register('palabre', `http://localhost${urls.providerReturn({ provider: provider.id })}`);
});
afterAll(async () => {
  await peer.close();
  await site.close();
});

const verified = (email: string) => ({
  email,
  email_verified: true,
  given_name: 'Ada',
  family_name: 'Byron',
  birthdate: '1990-12-10',
});

const fields = (nickname: string, email: string) => ({
  nom: 'Ada Byron',
  surnom: nickname,
  courriel: email,
  charte: 'oui',
});

const isSignedIn = async (client: SiteClient, nickname: string) => {
  await client.get(urls.account());
  return client.path === urls.account() && client.main.includes(nickname);
};

describe('R105 an account that begins at a provider', () => {
  it('R105 takes a nickname and the charter, nothing else, when the address is proven there', async () => {
    peer.people.set('ada', verified('ada@exemple.fr'));
    const client = await site.visitor().get(urls.signIn({ vers: '/editions' }));
    expect(client.main).toContain('Continuer avec Exemple');
    await continueWith(client, provider, 'ada', '/editions');
    expect(client.path).toBe(urls.providerIdentity({ vers: '/editions' }));
    expect(client.main).toContain('value="ada@exemple.fr"');
    expect(client.main).toContain('value="Ada Byron"');
    await client.post(urls.providerIdentity({ vers: '/editions' }), {
      ...fields('Comtesse', 'ada@exemple.fr'),
      charte: '',
    });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Cochez cette case');
    const mails = await mailsOf(site, () =>
      client.post(
        urls.providerIdentity({ vers: '/editions' }),
        fields('Comtesse', 'ada@exemple.fr'),
      ),
    );
    expect(mails).toEqual([]);
    expect(client.path).toBe('/editions');
    expect(await isSignedIn(client, 'Comtesse')).toBe(true);
  });

  it('R105 is entered again from any browser, under a new session (W11)', async () => {
    const client = site.visitor();
    const planted = 'a'.repeat(64);
    client.cookies.set('palabre', planted);
    await continueWith(client, provider, 'ada');
    expect(client.cookies.get('palabre')).not.toBe(planted);
    expect(client.path).toBe('/');
    expect(await isSignedIn(client, 'Comtesse')).toBe(true);
    const { rows } = { rows: await site.db.selectFrom('linked_identity').selectAll().execute() };
    expect(rows.filter(({ subject }) => subject === 'ada')).toHaveLength(1);
  });

  it('W10 with an address that nobody vouches for, the usual mail confirms it, in that browser only', async () => {
    peer.people.set('bob', { email: 'bob@exemple.fr', given_name: 'Bob' });
    const client = site.visitor();
    await continueWith(client, provider, 'bob');
    const mails = await mailsOf(site, () =>
      client.post(urls.providerIdentity(), fields('Bob', 'bob@exemple.fr')),
    );
    expect(client.path).toBe(urls.signUpSent());
    expect(mails.map(({ to }) => to)).toEqual(['bob@exemple.fr']);
    expect(await isSignedIn(client, 'Bob')).toBe(false);
    // whoever opens the link elsewhere has no password to give
    const elsewhere = await site.visitor().get(linkIn(mails[0]!));
    expect(elsewhere.main).toContain('sur un autre appareil');
    expect(elsewhere.main).not.toContain('<form');
    await elsewhere.post(linkIn(mails[0]!), { 'mot-de-passe': '' });
    expect(await isSignedIn(elsewhere, 'Bob')).toBe(false);
    await client.post(urls.signUpSent(), { code: codeIn(mails[0]!) });
    expect(await isSignedIn(client, 'Bob')).toBe(true);
    expect(await isSignedIn(await continueWith(site.visitor(), provider, 'bob'), 'Bob')).toBe(true);
  });

  it('begins again after a mistyped address, with the same nickname', async () => {
    peer.people.set('chloe', { email: 'chloe@exemple.fr' });
    const client = site.visitor();
    await continueWith(client, provider, 'chloe');
    await client.post(urls.providerIdentity(), fields('Chloé', 'cloe@exemple.fr'));
    await continueWith(client, provider, 'chloe');
    expect(client.path).toBe(urls.providerIdentity());
    const mails = await mailsOf(site, () =>
      client.post(urls.providerIdentity(), fields('Chloé', 'chloe@exemple.fr')),
    );
    await client.post(urls.signUpSent(), { code: codeIn(mails.at(-1)!) });
    expect(await isSignedIn(client, 'Chloé')).toBe(true);
  });

  it('W10 does not tell that an address has an account to whoever has not proven it', async () => {
    const known = await makePerson(site, { email: 'connue@exemple.fr' });
    peer.people.set('dan', { email: 'dan@exemple.fr' });
    const client = site.visitor();
    await continueWith(client, provider, 'dan');
    const mails = await mailsOf(site, () =>
      client.post(urls.providerIdentity(), fields('Dan', known.email)),
    );
    expect(client.path).toBe(urls.signUpSent());
    expect(mails[0]!.subject).toContain('déjà un compte');
    expect(await findLinkedSubjects(site.db, site.organisationId, known.id)).toEqual([]);
  });
});

describe('R105 providers of other habits', () => {
  it('signs what it says of somebody, as FranceConnect does, or takes the secret in a header', async () => {
    const signing = await startProvider();
    const made = await addProvider(site, signing.issuer, { name: 'Signé' });
    signing.register('palabre', `http://localhost${urls.providerReturn({ provider: made.id })}`, {
      userinfo_signed_response_alg: 'RS256',
      token_endpoint_auth_method: 'client_secret_post',
    });
    signing.people.set('hal', verified('hal@exemple.fr'));
    const client = site.visitor();
    await continueWith(client, made, 'hal');
    expect(client.main).toContain('value="hal@exemple.fr"');
    await client.post(urls.providerIdentity(), fields('Hal', 'hal@exemple.fr'));
    expect(await isSignedIn(client, 'Hal')).toBe(true);
    await signing.close();
  });
});

describe('R105 EU Login and Google', () => {
  it('R105 W10 EU Login stands under a path and vouches for no address: a mail confirms it', async () => {
    const eu = await startProvider('/cas/oauth2');
    const made = await addProvider(site, eu.issuer, { name: 'EU Login', preset: 'eu-login' });
    eu.register('palabre', `http://localhost${urls.providerReturn({ provider: made.id })}`);
    eu.people.set('n0123abc', {
      email: 'ines@exemple.eu',
      given_name: 'Inês',
      family_name: 'Sousa',
      birthdate: '1990-01-01',
    });
    const client = site.visitor();
    await continueWith(client, made, 'n0123abc');
    expect(client.main).toContain('value="Inês Sousa"');
    const mails = await mailsOf(site, () =>
      client.post(urls.providerIdentity(), fields('Inês', 'ines@exemple.eu')),
    );
    expect(client.path).toBe(urls.signUpSent());
    await client.post(urls.signUpSent(), { code: codeIn(mails[0]!) });
    expect(await isSignedIn(client, 'Inês')).toBe(true);
    const { birth_date } = await site.db
      .selectFrom('person')
      .select('birth_date')
      .where('nickname', '=', 'Inês')
      .executeTakeFirstOrThrow();
    expect(birth_date).toBeNull();
    expect(await isSignedIn(await continueWith(site.visitor(), made, 'n0123abc'), 'Inês')).toBe(
      true,
    );
    await eu.close();
  });

  it('R105 Google vouches for the address: nickname and charter are enough', async () => {
    const google = await startProvider();
    const made = await addProvider(site, google.issuer, { name: 'Google', preset: 'google' });
    google.register('palabre', `http://localhost${urls.providerReturn({ provider: made.id })}`);
    google.people.set('110169484474386276334', {
      email: 'jo@exemple.com',
      email_verified: true,
      name: 'Jo Dupré',
      given_name: 'Jo',
      family_name: 'Dupré',
    });
    const client = site.visitor();
    await continueWith(client, made, '110169484474386276334');
    expect(client.main).toContain('value="Jo Dupré"');
    const mails = await mailsOf(site, () =>
      client.post(urls.providerIdentity(), fields('Jo', 'jo@exemple.com')),
    );
    expect(mails).toEqual([]);
    expect(await isSignedIn(client, 'Jo')).toBe(true);
    await google.close();
  });
});

describe('R105 an account that was there before', () => {
  it('W10 is never taken over in silence: its owner signs in first, then links', async () => {
    const eve = await makePerson(site, {
      email: 'eve@exemple.fr',
      nickname: 'Ève',
      password: PASSWORD,
    });
    peer.people.set('eve', verified('Eve+budget@exemple.fr'));
    const client = site.visitor();
    await continueWith(client, provider, 'eve');
    expect(client.main).toContain('Vous avez déjà un compte ici');
    // the form is not on the page; sent all the same, it makes and takes nothing
    await client.post(urls.providerIdentity(), fields('Ève bis', 'eve@exemple.fr'));
    expect(client.main).toContain('Vous avez déjà un compte ici');
    expect(await isSignedIn(client, 'Ève')).toBe(false);
    const back = urls.providerIdentity();
    await client.post(urls.signIn({ vers: back }), {
      courriel: 'eve@exemple.fr',
      'mot-de-passe': PASSWORD,
    });
    expect(client.path).toBe(back);
    expect(client.main).toContain('Lier Exemple à votre compte');
    await client.post(urls.linkIdentity(), { 'mot-de-passe-actuel': 'autre chose' });
    expect(client.status).toBe(422);
    expect(await findLinkedSubjects(site.db, site.organisationId, eve.id)).toEqual([]);
    const mails = await mailsOf(site, () =>
      client.post(urls.linkIdentity(), { 'mot-de-passe-actuel': PASSWORD }),
    );
    expect(client.path).toBe(urls.linkedAccounts());
    expect(client.main).toContain('lié le');
    expect(mails[0]!.subject).toContain('lié au vôtre');
    expect(await findLinkedSubjects(site.db, site.organisationId, eve.id)).toEqual([
      { providerId: provider.id, issuer: peer.issuer, subject: 'eve' },
    ]);
    expect(await isSignedIn(await continueWith(site.visitor(), provider, 'eve'), 'Ève')).toBe(true);
  });

  it('R105 an identity opens one account, and an account has one identity a provider', async () => {
    const other = await makePerson(site);
    await continueWith(other.client, provider, 'eve');
    expect(other.client.main).toContain('ouvre déjà un autre compte');
    await other.client.post(urls.linkIdentity());
    expect(await findLinkedSubjects(site.db, site.organisationId, other.id)).toEqual([]);
    await continueWith(other.client, provider, 'first');
    await other.client.post(urls.linkIdentity());
    await continueWith(other.client, provider, 'second');
    expect(other.client.main).toContain('déjà lié à un autre compte chez Exemple');
    await other.client.post(urls.linkIdentity());
    const links = await findLinkedSubjects(site.db, site.organisationId, other.id);
    expect(links.map(({ subject }) => subject)).toEqual(['first']);
  });

  it('R105 two accounts that link one identity at once: one of them does', async () => {
    const people = await Promise.all([makePerson(site), makePerson(site)]);
    for (const { client } of people) await continueWith(client, provider, 'twin');
    await Promise.all(people.map(({ client }) => client.post(urls.linkIdentity())));
    const links = await Promise.all(
      people.map(({ id }) => findLinkedSubjects(site.db, site.organisationId, id)),
    );
    expect(links.flat().map(({ subject }) => subject)).toEqual(['twin']);
  });

  it('R105 is unlinked without ever being shut: the code by mail remains', async () => {
    peer.people.set('fay', verified('fay@exemple.fr'));
    const client = site.visitor();
    await continueWith(client, provider, 'fay');
    await client.post(urls.providerIdentity(), fields('Fay', 'fay@exemple.fr'));
    await client.get(urls.account());
    expect(client.main).toContain('Comptes liés');
    await client.get(urls.unlinkAccount({ provider: provider.id }));
    expect(client.main).toContain('un code envoyé à fay@exemple.fr');
    const told = await mailsOf(site, () =>
      client.post(urls.unlinkAccount({ provider: provider.id })),
    );
    expect(told[0]!.subject).toContain('n’est plus lié');
    const again = site.visitor();
    const mails = await mailsOf(site, () =>
      again.post(urls.signInByCode(), { courriel: 'fay@exemple.fr' }),
    );
    await again.post(urls.signInCode(), { code: codeIn(mails[0]!) });
    expect(await isSignedIn(again, 'Fay')).toBe(true);
    await again.get(urls.unlinkAccount({ provider: provider.id }));
    expect(again.status).toBe(404);
  });
});
