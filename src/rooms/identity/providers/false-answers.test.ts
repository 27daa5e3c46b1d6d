import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addProvider,
  type FalseProvider,
  type MadeProvider,
  startFalseProvider,
} from '../../../../tests/make/providers.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

/** A provider that lies, and browsers that come back with what they should not have. */
let site: TestSite;
let peer: FalseProvider;
let provider: MadeProvider;
beforeAll(async () => {
  site = await openTestSite();
  peer = await startFalseProvider();
  provider = await addProvider(site, peer.issuer);
});
beforeEach(() => lie({}));
afterAll(async () => {
  await peer.close();
  await site.close();
});

/** From now on, whatever was kept of what it said before. */
const lie = (how: FalseProvider['lie']) => {
  peer.lie = how;
  site.memory.forgetAll();
};

const start = async (client = site.visitor()) => {
  await client.get(urls.providerSignIn({ provider: provider.id }));
  return client;
};

const expectRefused = (client: SiteClient, status = 400) => {
  expect(client.status).toBe(status);
  expect(client.cookies.has('palabre'), 'nobody is signed in').toBe(false);
  expect(client.cookies.has('identite'), 'nobody is held').toBe(false);
};

describe('R105 what a provider says is believed only as far as it is proven', () => {
  it('an honest answer passes, which the refusals below differ from by one thing each', async () => {
    const client = await start();
    await client.get(peer.answer(client.leftFor));
    expect(client.path).toBe(urls.providerIdentity());
  });

  it('asks with PKCE, state and nonce, all new each time', async () => {
    const [one, other] = [await start(), await start()];
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const [a, b] = [one, other].map(({ leftFor }) => new URL(leftFor).searchParams.get(name)!);
      expect(a!.length, name).toBeGreaterThan(20);
      expect(a, name).not.toBe(b);
    }
    const asked = new URL(one.leftFor).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('response_type')).toBe('code');
  });

  it.each([
    ['another nonce', { claims: { nonce: 'un-autre' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another audience', { claims: { aud: 'un-autre-site' } }],
    ['another issuer', { claims: { iss: 'https://ailleurs.exemple.fr' } }],
    ['an end that is past', { claims: { exp: 1_600_000_000 } }],
    ['nobody', { claims: { sub: undefined } }],
    ['a subject without end', { claims: { sub: 'x'.repeat(300) } }],
    ['a signature by another key', { forged: true }],
  ])('W4 refuses an id token with %s', async (_, how) => {
    const client = await start();
    lie(how);
    await client.get(peer.answer(client.leftFor));
    expectRefused(client);
    expect(client.main).toContain('La réponse de Exemple n’est pas valable');
  });

  it.each([
    ['another state', { state: 'un-autre' }],
    ['another issuer (mix-up)', { iss: 'https://ailleurs.exemple.fr' }],
  ])('W4 refuses a return with %s, and shows it to no token address', async (_, extra) => {
    const client = await start();
    const before = peer.asked;
    await client.get(peer.answer(client.leftFor, extra));
    expectRefused(client);
    expect(peer.asked).toBe(before);
  });

  it('W4 a return serves once, and in the browser that left', async () => {
    const client = await start();
    const back = peer.answer(client.leftFor);
    const stranger = await site.visitor().get(back);
    expectRefused(stranger);
    expect(stranger.main).toContain('Cette demande n’est plus valable');
    await client.get(back);
    expect(client.path).toBe(urls.providerIdentity());
    client.cookies.delete('identite');
    await client.get(back);
    expectRefused(client);
  });

  it('W4 a return after ten minutes is too late, and so is an identity that waited', async () => {
    const late = await start();
    const held = await start();
    await held.get(peer.answer(held.leftFor));
    site.travel('11 minutes');
    await late.get(peer.answer(late.leftFor));
    expectRefused(late);
    await held.get(urls.providerIdentity());
    expect(held.status).toBe(410);
    site.travel(null);
  });

  it('W4 nothing in the sealed cookies can be read or changed', async () => {
    const client = await start();
    const sealed = client.cookies.get('fournisseur')!;
    const state = new URL(client.leftFor).searchParams.get('state')!;
    expect(Buffer.from(sealed, 'base64url').includes(state)).toBe(false);
    client.cookies.set('fournisseur', `${sealed.slice(0, -2)}AA`);
    await client.get(peer.answer(client.leftFor));
    expectRefused(client);
    const other = site.visitor();
    other.cookies.set('identite', sealed);
    expect((await other.get(urls.providerIdentity())).status).toBe(410);
    expect((await other.post(urls.providerIdentity())).status).toBe(410);
  });

  it('R105 a provider that is down is said in words, on the way and on the way back', async () => {
    const client = await start();
    const back = peer.answer(client.leftFor);
    lie({ status: 500 });
    await client.get(back);
    expectRefused(client, 503);
    expect(client.main).toContain('Exemple ne répond pas');
    await client.get(urls.providerSignIn({ provider: provider.id }));
    expectRefused(client, 503);
    expect(client.leftFor).toBe('');
  });

  it('W6 addresses that a provider’s document leads to are as shut as its own', async () => {
    const client = await start();
    const back = peer.answer(client.leftFor);
    lie({ document: { token_endpoint: 'file:///etc/passwd' } });
    await client.get(back);
    expectRefused(client, 503);
    site.config.allowLocalPeers = false;
    lie({});
    expect((await start(client)).status).toBe(503);
    site.config.allowLocalPeers = true;
  });
});
