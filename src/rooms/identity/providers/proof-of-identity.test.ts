import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addProvider,
  type MadeProvider,
  passThrough,
  type RealProvider,
  startProvider,
} from '../../../../tests/make/providers.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { address } from '../../../platform/http/address.ts';
import { get } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { finishProviderProof, startProviderProof } from '../index.routes.ts';

/** Two pages as a room that asks voters who they are would have them. */
const ask = address('/essai/:provider');
const answer = '/essai/reponse';
const otherAnswer = '/essai/autre';
const pages = [
  get(ask, 'anyone', (visit) => startProviderProof(visit, visit.params.provider, answer)),
  ...[answer, otherAnswer].map((path) =>
    get(address(path), 'anyone', async (visit) =>
      Response.json(await finishProviderProof(visit, path)),
    ),
  ),
];

let site: TestSite;
let peer: RealProvider;
let provider: MadeProvider;
beforeAll(async () => {
  site = await openTestSite(pages.reverse());
  peer = await startProvider();
  provider = await addProvider(site, peer.issuer);
  peer.register('palabre', `http://localhost${urls.providerReturn({ provider: provider.id })}`);
  peer.people.set('gus', { given_name: 'Gus', family_name: 'Martin', birthdate: '2001-02-28' });
});
afterAll(async () => {
  await peer.close();
  await site.close();
});

const prove = async (login: string | null) => {
  const client = await site.visitor().get(ask({ provider: provider.id }));
  return client.get(await passThrough(client.leftFor, login));
};

describe('R105 who one is, proven to a page without an account', () => {
  it('comes back to the page that asked, once, and makes no account', async () => {
    const client = await prove('gus');
    expect(client.path).toBe(answer);
    expect(JSON.parse(client.html)).toEqual({
      providerId: provider.id,
      issuer: peer.issuer,
      subject: 'gus',
      names: 'Gus Martin',
      birthDate: '2001-02-28',
    });
    expect(client.cookies.has('palabre')).toBe(false);
    expect(JSON.parse((await client.get(answer)).html)).toBeNull();
    expect(await site.db.selectFrom('linked_identity').selectAll().execute()).toEqual([]);
  });

  it('says nothing to another page, nor after whoever turned back', async () => {
    const client = await site.visitor().get(ask({ provider: provider.id }));
    const back = await passThrough(client.leftFor, 'gus');
    await client.send(back);
    expect(JSON.parse((await client.get(otherAnswer)).html)).toBeNull();
    expect(JSON.parse((await prove(null)).html)).toBeNull();
  });

  it('is not asked of a provider that is not offered', async () => {
    const { client } = provider.administrator;
    await client.post(urls.adminDisableProvider({ provider: provider.id }));
    expect((await site.visitor().get(ask({ provider: provider.id }))).status).toBe(404);
    await client.post(urls.adminEnableProvider({ provider: provider.id }));
  });
});
