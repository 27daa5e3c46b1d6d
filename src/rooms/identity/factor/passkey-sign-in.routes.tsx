import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type Visit } from '../../../platform/http/visit.ts';
import { hashSecret, newToken } from '../../../platform/secrets/token.ts';
import { urls } from '../../../urls.ts';
import { beginSession, goOn, limitAddress, readNext } from '../browser.routes.tsx';
import { findCredentials } from '../person.store.ts';
import { FACTOR_FIELDS } from './factor-words.page.ts';
import { askForSignIn, checkPasskey, readClaimedAccount } from './passkey.crypto.ts';
import { CHALLENGE_MINUTES } from './passkey.store.ts';
import { SignInByPasskeyPage } from './passkey-sign-in.page.tsx';
import {
  findPasskeyOwner,
  keepSignInChallenge,
  noteSignInBy,
  takeSignInChallenge,
} from './passkey-sign-in.store.ts';
import { answerJson, placeOf } from './proving.routes.tsx';

/** Signing in by a passkey alone: the device has verified its holder, which counts for both factors (decision 088). */
export const passkeySignInRoutes: readonly Route[] = [
  get(urls.signInByPasskey, 'anyone', (visit) =>
    visit.visitor ? goOn(visit) : showSignInByPasskey(visit),
  ),

  // the same answer for everybody: it names no account (W10)
  post(urls.signInByPasskeyAsk, 'anyone', async (visit) => {
    await limitAddress(visit, 'passkey-sign-in');
    const options = await askForSignIn(placeOf(visit));
    const browserHash = makeBrowserSecret(visit);
    await visit.db
      .transaction()
      .execute((tx) =>
        keepSignInChallenge(tx, visit.organisation.id, browserHash, options.challenge),
      );
    return answerJson(options);
  }),

  post(urls.signInByPasskey, 'anyone', async (visit) => {
    const answer = (await visit.form()).raw(FACTOR_FIELDS.passkey);
    await limitAddress(visit, 'passkey-sign-in');
    return (await signInWith(visit, answer))
      ? goOn(visit, 'identity-signed-in')
      : showSignInByPasskey(visit, true);
  }),
];

const BROWSER = { name: 'cle', path: urls.signInByPasskey() } as const;

/** A challenge is answered in the browser that asked for it. */
function makeBrowserSecret(visit: Visit): string {
  const token = newToken();
  visit.cookies.set(BROWSER.name, token, { maxAge: CHALLENGE_MINUTES * 60, path: BROWSER.path });
  return hashSecret(token);
}

/** The challenge is gone once an answer has come, good or not; the session begins under a token of its own (W11). */
async function signInWith(visit: Visit, answer: string): Promise<boolean> {
  const { db, organisation, cookies } = visit;
  const secret = cookies.get(BROWSER.name);
  if (!secret) return false;
  cookies.clear(BROWSER.name, BROWSER.path);
  return db.transaction().execute(async (tx) => {
    const challenge = await takeSignInChallenge(tx, organisation.id, hashSecret(secret));
    const claimed = readClaimedAccount(answer);
    if (challenge === null || !claimed) return false;
    const found = await findPasskeyOwner(tx, organisation.id, claimed.credentialId);
    if (!found || found.personId !== claimed.personId) return false;
    const { key, personId } = found;
    const place = placeOf(visit);
    const uses = await checkPasskey(place, challenge, answer, key, { holderVerified: true });
    const person = await findCredentials(tx, organisation.id, { id: personId });
    if (uses === null || !person?.confirmedAt) return false;
    const owner = { organisationId: organisation.id, personId };
    await noteSignInBy(tx, owner, key.credentialId, uses);
    await beginSession(visit, tx, person, organisation, { factorProven: true });
    return true;
  });
}

function showSignInByPasskey(visit: Visit, refused = false): Answer {
  return page({
    title: m.identity_passkey_title(),
    scripts: ['passkey.js'],
    ...(refused && { status: 422, faulty: true }),
    body: <SignInByPasskeyPage next={readNext(visit)} refused={refused} />,
  });
}
