import { insertPasskey, listPasskeys } from '../../src/rooms/identity/factor/passkey.store.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeApp } from '../make/factors.ts';
import type { MadePerson } from '../make/people.ts';
import { addProvider, startFalseProvider } from '../make/providers.ts';
import type { SiteClient } from '../site-client.ts';
import { type Particulars, STAGE_PASSWORD } from './stage.ts';

/** Applications and passkeys, in use by those who have a role and on its way for a resident. */
export async function addFactors(
  site: BrowserSite,
  administrator: MadePerson,
  unproven: MadePerson,
  resident: MadePerson,
): Promise<Particulars> {
  const { organisationId } = site;
  for (const { id, email } of [administrator, unproven]) {
    await makeApp(site, email);
    const key = {
      credentialId: id,
      publicKey: Buffer.from('cle'),
      uses: 0,
      transports: [],
      discoverable: true,
    };
    await site.db
      .transaction()
      .execute((tx) => insertPasskey(tx, { organisationId, personId: id }, key, 'Clé du bureau'));
  }
  const [passkey] = await listPasskeys(site.db, { organisationId, personId: administrator.id });
  await resident.client.post(urls.accountAppStart());
  const roles = ['administrator'] as const;
  return {
    [urls.accountPasskey.pattern]: { path: urls.accountPasskey({ passkey: passkey!.id }), roles },
    [urls.accountRemoveFactor.pattern]: {
      path: urls.accountRemoveFactor({ factor: 'application' }),
      roles,
    },
    [urls.accountRecoveryCodes.pattern]: { path: urls.accountRecoveryCodes(), roles },
    [urls.accountApp.pattern]: { path: urls.accountApp(), roles: ['resident'] },
    [urls.verification.pattern]: { path: urls.verification(), roles: ['unproven'] },
  };
}

/** A provider of identity, linked to the resident; whoever else comes holds an identity that has no account yet. */
export async function meetProvider(site: BrowserSite, resident: MadePerson) {
  const peer = await startFalseProvider();
  const { id } = await addProvider(site, peer.issuer);
  const comeBack = async (client: SiteClient) => {
    await client.get(urls.providerSignIn({ provider: id }));
    return client.get(peer.answer(client.leftFor));
  };
  await comeBack(resident.client);
  await resident.client.post(urls.linkIdentity(), { 'mot-de-passe-actuel': STAGE_PASSWORD });
  peer.lie = { claims: { sub: 'someone else' } };
  const office = [urls.adminProvider, urls.adminRemoveProvider] as const;
  const particulars: Particulars = {
    ...Object.fromEntries(
      office.map((page) => [
        page.pattern,
        { path: page({ provider: id }), roles: ['administrator'] as const },
      ]),
    ),
    [urls.unlinkAccount.pattern]: {
      path: urls.unlinkAccount({ provider: id }),
      roles: ['resident'],
    },
    [urls.providerIdentity.pattern]: {
      path: urls.providerIdentity(),
      roles: ['anonymous', 'newcomer'],
    },
  };
  return {
    particulars,
    /** Valid for ten minutes, and sent to its own page only. */
    async hold() {
      const { cookies } = await comeBack(site.visitor());
      const { hostname: domain } = new URL(site.origin);
      return {
        name: 'identite',
        value: cookies.get('identite')!,
        domain,
        path: '/connexion/identite',
      };
    },
  };
}
