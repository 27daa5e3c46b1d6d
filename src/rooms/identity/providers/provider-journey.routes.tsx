import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import {
  type Answer,
  isOwnAddress,
  page,
  seeOther,
  type Visit,
} from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findProvider, listProviders, type Provider } from '../../organisations/index.ts';
import { beginSession, limitAddress, readNext } from '../browser.routes.tsx';
import { findCredentials } from '../person.store.ts';
import type { ProvenIdentity } from './claims.ts';
import { beginExchange, type Exchange, finishExchange, takeExchange } from './exchange.crypto.ts';
import { FailedJourneyPage, type JourneyFailure, journeyTitle } from './failed-journey.page.tsx';
import { keepIdentity, keepProof, takeProof } from './held-identity.crypto.ts';
import { findLinkedPerson } from './linked-identity.store.ts';

/** « Continuer avec … »: to a provider and back (R105). A link, not a form: a form may only lead to pages of ours. */
export const providerJourneyRoutes: readonly Route[] = [
  get(urls.providerSignIn, 'anyone', async (visit) => {
    const provider = await loadOffered(visit, visit.params.provider);
    return leave(visit, provider, 'sign-in', readNext(visit) ?? null);
  }),

  get(urls.providerReturn, 'anyone', async (visit) => {
    const provider = await loadOffered(visit, visit.params.provider);
    await limitAddress(visit, 'provider-return');
    const exchange = await takeExchange(visit, provider.id);
    if (!exchange) return showFailure(provider, 'expired', urls.signIn());
    const back = exchange.next ?? undefined;
    const retry =
      exchange.purpose === 'proof' ? (back ?? urls.home()) : urls.signIn({ vers: back });
    const finished = await finishExchange(visit, provider, exchange);
    if (!finished.ok) {
      return finished.failure === 'cancelled'
        ? seeOther(
            visit,
            visit.visitor ? (back ?? urls.linkedAccounts()) : retry,
            'provider-cancelled',
          )
        : showFailure(provider, finished.failure, retry);
    }
    return arrive(visit, exchange, finished.identity);
  }),
];

/** Providers that people are offered, as buttons: for the pages of sign-in and sign-up. */
export async function listOffered(visit: Visit): Promise<{ id: string; name: string }[]> {
  const providers = await visit.share('identity providers', () =>
    listProviders(visit.db, visit.organisation.id),
  );
  return providers.filter((one) => one.enabled).map(({ id, name }) => ({ id, name }));
}

/**
 * Sends somebody, with an account or without, to prove who they are at a provider of this organisation; they come back
 * to `returnTo`, an address of ours, which then asks `finishProviderProof`. For GET routes only: a form may not lead
 * to another site (`form-action 'self'`).
 */
export async function startProviderProof(
  visit: Visit,
  providerId: string,
  returnTo: string,
): Promise<Answer> {
  if (!isOwnAddress(returnTo)) throw new Error('A proof comes back to an address of ours.');
  return leave(visit, await loadOffered(visit, providerId), 'proof', returnTo);
}

/**
 * Who came back to `returnTo` from the provider; once, and within ten minutes. null: nobody did (not yet, cancelled, too
 * late). One human being is `issuer` and `subject`, whichever provider of ours stands for that issuer.
 */
export async function finishProviderProof(
  visit: Visit,
  returnTo: string,
): Promise<Omit<ProvenIdentity, 'email' | 'emailVerified'> | null> {
  const proof = await takeProof(visit, returnTo);
  if (!proof || !(await findOffered(visit, proof.providerId))) return null;
  const { email: _, emailVerified: __, ...identity } = proof;
  return identity;
}

async function findOffered(visit: Visit, id: string): Promise<Provider | null> {
  const provider = await findProvider(visit.db, visit.organisation.id, id);
  return provider?.enabled ? provider : null;
}

const loadOffered = async (visit: Visit, id: string): Promise<Provider> =>
  found(await findOffered(visit, id), 'provider');

async function leave(
  visit: Visit,
  provider: Provider,
  purpose: Exchange['purpose'],
  next: string | null,
): Promise<Answer> {
  await limitAddress(visit, 'provider-start');
  const address = await beginExchange(visit, provider, { purpose, next });
  const retry =
    purpose === 'proof' ? (next ?? urls.home()) : urls.signIn({ vers: next ?? undefined });
  if (!address) return showFailure(provider, 'provider-down', retry);
  return new Response(null, {
    status: 303,
    headers: { location: address.href, 'cache-control': 'no-store' },
  });
}

/** Signed in, or led to the page that makes or links an account; a proof goes back to who asked. */
async function arrive(visit: Visit, exchange: Exchange, identity: ProvenIdentity): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const next = exchange.next ?? undefined;
  if (exchange.purpose === 'proof') {
    const page = next ?? urls.home();
    await keepProof(visit, page, identity);
    return seeOther(visit, page);
  }
  const personId = await findLinkedPerson(db, organisation.id, identity);
  if (personId && personId === visitor?.id)
    return seeOther(visit, next ?? urls.linkedAccounts(), 'provider-linked-already');
  const person = personId && (await findCredentials(db, organisation.id, { id: personId }));
  if (person && !visitor) {
    await beginSession(visit, db, person);
    return seeOther(visit, next ?? urls.home(), 'identity-signed-in');
  }
  await keepIdentity(visit, identity);
  return seeOther(visit, urls.providerIdentity({ vers: next }));
}

function showFailure(provider: Provider, failure: JourneyFailure, retry: string): Answer {
  return page({
    title: journeyTitle(failure, provider.name),
    body: <FailedJourneyPage failure={failure} provider={provider.name} retry={retry} />,
    status: failure === 'provider-down' ? 503 : 400,
    headers: { 'cache-control': 'no-store' },
  });
}

/** No identity waits in this browser. */
export function showNoIdentity(): Answer {
  return page({
    title: m.providers_expired_title(),
    body: <FailedJourneyPage failure="expired" provider="" retry={urls.signIn()} />,
    status: 410,
  });
}
