import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { z } from 'zod';
import { cleanText } from '../../../platform/http/form.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { discoverProvider, findOutboundFailure, type Provider } from '../../organisations/index.ts';
import { type ProvenIdentity, readClaims } from './claims.ts';
import { endOfWait, isOver, keepSealed, readSealed } from './sealed-cookie.crypto.ts';

/**
 * One journey to a provider and back (authorization code, PKCE, state and nonce). What must be known on the way back
 * waits in a sealed cookie of this browser, ten minutes at most and for one return; nothing of it is in the database.
 */
const exchangeShape = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Signing in, or only proving who one is to another page. */
  purpose: z.enum(['sign-in', 'proof']),
  next: z.string().nullable(),
  /** Milliseconds since 1970 in database time. */
  until: z.number(),
});
export type Exchange = z.infer<typeof exchangeShape>;

const EXCHANGE = { name: 'fournisseur', path: '/connexion/fournisseur' } as const;

/** Where the browser goes next; null: the provider does not answer, or not as one. */
export async function beginExchange(
  visit: Visit,
  provider: Provider,
  asked: { purpose: Exchange['purpose']; next: string | null },
): Promise<URL | null> {
  const discovered = await discover(visit, provider);
  if (!discovered.ok) {
    report(provider, discovered.failure);
    return null;
  }
  const exchange: Exchange = {
    ...asked,
    provider: provider.id,
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    until: await endOfWait(visit),
  };
  keepSealed(visit, EXCHANGE, exchange);
  return buildAuthorizationUrl(discovered.client, {
    redirect_uri: visit.origin + urls.providerReturn({ provider: provider.id }),
    scope: provider.scopes,
    state: exchange.state,
    nonce: exchange.nonce,
    code_challenge: await calculatePKCECodeChallenge(exchange.verifier),
    code_challenge_method: 'S256',
    ...(provider.acrValues && { acr_values: provider.acrValues }),
  });
}

/** Asked for every few seconds at most: a crowd that arrives at once is one question, and so is a provider that is down. */
const discover = (visit: Visit, provider: Provider) =>
  visit.share(`identity provider ${provider.id}`, () =>
    discoverProvider(visit, visit.organisation.id, provider),
  );

/** What this browser began with this provider; it serves one return only. */
export async function takeExchange(visit: Visit, providerId: string): Promise<Exchange | null> {
  const kept = exchangeShape.safeParse(readSealed(visit, EXCHANGE));
  visit.cookies.clear(EXCHANGE.name, EXCHANGE.path);
  if (!kept.success || kept.data.provider !== providerId) return null;
  return (await isOver(visit, kept.data.until)) ? null : kept.data;
}

export type ExchangeFailure = 'cancelled' | 'provider-down' | 'answer-refused';

/** Who came back. Signature, issuer, audience, nonce and state are checked; so is that both answers speak of one person. */
export async function finishExchange(
  visit: Visit,
  provider: Provider,
  exchange: Exchange,
): Promise<{ ok: true; identity: ProvenIdentity } | { ok: false; failure: ExchangeFailure }> {
  const discovered = await discover(visit, provider);
  if (!discovered.ok) {
    report(provider, discovered.failure);
    return { ok: false, failure: 'provider-down' };
  }
  const { client } = discovered;
  try {
    const tokens = await authorizationCodeGrant(
      client,
      new URL(visit.url.pathname + visit.url.search, visit.origin),
      {
        expectedState: exchange.state,
        expectedNonce: exchange.nonce,
        pkceCodeVerifier: exchange.verifier,
        idTokenExpected: true,
      },
    );
    const said = tokens.claims()!;
    if (said.sub.length > 255) return { ok: false, failure: 'answer-refused' };
    const more = client.serverMetadata().userinfo_endpoint
      ? await fetchUserInfo(client, tokens.access_token, said.sub)
      : {};
    return {
      ok: true,
      identity: {
        providerId: provider.id,
        issuer: provider.issuer,
        subject: said.sub,
        ...readClaims({ ...said, ...more }, provider, cleanText),
      },
    };
  } catch (error) {
    return { ok: false, failure: failureOf(provider, error) };
  }
}

function failureOf(provider: Provider, error: unknown): ExchangeFailure {
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'cancelled';
    report(provider, error.error.slice(0, 60));
    return ['temporarily_unavailable', 'server_error'].includes(error.error)
      ? 'provider-down'
      : 'answer-refused';
  }
  const outbound = findOutboundFailure(error);
  report(provider, outbound?.refusal ?? codeOf(error));
  if (outbound) return 'provider-down';
  const answer = error instanceof ClientError ? error.cause : null;
  return answer instanceof Response && answer.status >= 500 ? 'provider-down' : 'answer-refused';
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unexpected';

/** Which provider and what kind of failure; never an address, a code nor who it was about. */
function report(provider: Provider, failure: string): void {
  console.error(`identity provider ${provider.id}: ${failure}`);
}
