import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import {
  addProvider,
  continueWith,
  type MadeProvider,
  passThrough,
  type RealProvider,
  startProvider,
} from '../../../../tests/make/providers.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';

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

describe('R105 turning back, and providers that are no more', () => {
  it('whoever turns back at the provider is told so, and goes on from where they were', async () => {
    const client = site.visitor();
    await continueWith(client, provider, null, '/editions');
    expect(client.path).toBe(urls.signIn({ vers: '/editions' }));
    expect(client.html).toContain('rien n’a changé ici');
  });

  it('one that is offered no more has no button and takes nobody, even on their way', async () => {
    const client = site.visitor();
    await client.get(urls.providerSignIn({ provider: provider.id }));
    const back = await passThrough(client.leftFor, 'ada');
    const { client: office } = provider.administrator;
    await office.post(urls.adminDisableProvider({ provider: provider.id }));
    await client.get(back);
    expect(client.status).toBe(404);
    expect((await client.get(urls.signIn())).main).not.toContain('Continuer avec');
    expect((await client.get(urls.providerSignIn({ provider: provider.id }))).status).toBe(404);
    await office.post(urls.adminEnableProvider({ provider: provider.id }));
    expect((await client.get(urls.signUp())).main).toContain('Continuer avec Exemple');
  });

  it('with none at all the pages are whole', async () => {
    const bare = await openTestSite();
    const client = await bare.visitor().get(urls.signIn());
    expect(client.main).not.toContain('Continuer avec');
    expect((await client.get(urls.signUp())).main).not.toContain('Avec un compte tenu ailleurs');
    const person = await makePerson(bare);
    expect((await person.client.get(urls.account())).main).not.toContain('Comptes liés');
    await bare.close();
  });

  it('W3 two organisations with one provider know nothing of each other', async () => {
    const id = await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'movement',
      colour: '#1F3A8A',
      contactEmail: 'nous@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const organisation = { id, name: 'Voisine', host: 'voisine.localhost' };
    const other = await addProvider(site, peer.issuer, { organisation, clientId: 'voisine' });
    const visitor = site.visitor(organisation.host);
    // neither the provider of the neighbour, nor a journey begun there
    expect((await visitor.get(urls.providerSignIn({ provider: provider.id }))).status).toBe(404);
    const here = await site.visitor().get(urls.providerSignIn({ provider: provider.id }));
    for (const [name, value] of here.cookies) visitor.cookies.set(name, value);
    const back = (await passThrough(here.leftFor, 'ada')).replace(provider.id, other.id);
    expect((await visitor.get(back)).status).toBe(400);
    // a page of theirs about our provider, asked for by their administrator
    const { client } = other.administrator;
    for (const path of [urls.adminProvider, urls.adminRemoveProvider])
      expect((await client.get(path({ provider: provider.id }))).status).toBe(404);
    const links = await site.db.selectFrom('linked_identity').selectAll().execute();
    expect(links.filter((link) => link.organisation_id === id)).toEqual([]);
  });
});
