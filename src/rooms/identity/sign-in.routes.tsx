import * as m from '../../paraglide/messages.js';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { verifyPassword } from '../../platform/secrets/password.ts';
import { urls } from '../../urls.ts';
import {
  beginSession,
  forgetBrowserProof,
  goOn,
  limitAddress,
  limitTries,
  makeBrowserProof,
  readNext,
  senderOf,
  showForm,
  tryTypedCode,
} from './browser.routes.tsx';
import { askForSignInCode } from './identity.jobs.ts';
import { type EmailRefusal, readEmail } from './mailbox.ts';
import { findCredentials } from './person.store.ts';
import { deleteProofs, type Proof, useProof } from './proof.store.ts';
import { listOffered } from './providers/provider-journey.routes.tsx';
import { closeSession } from './session.store.ts';
import { SignInByCodePage, SignInCodePage, SignInPage } from './sign-in.page.tsx';
import { sendConfirmationAgain } from './sign-up.routes.tsx';
import { FIELDS, type Refusals } from './words.page.ts';

export const signInRoutes: readonly Route[] = [
  get(urls.signIn, 'anyone', (visit) => (visit.visitor ? goOn(visit) : showSignIn(visit, ''))),

  post(urls.signIn, 'anyone', async (visit) => {
    const form = await visit.form();
    const typed = form.text(FIELDS.email);
    const password = form.raw(FIELDS.password);
    const refusals = refuseEmpty(typed, password);
    if (refusals) return showSignIn(visit, typed, refusals);
    const email = readEmail(typed);
    // an unreadable address takes the same way, and time, as an unknown one
    const mailbox = typeof email === 'string' ? typed.slice(0, 254) : email.mailbox;
    await limitAddress(visit, 'sign-in');
    await limitTries(visit, 'sign-in', mailbox, { hits: 10, minutes: 15 });
    const person = await findCredentials(visit.db, visit.organisation.id, { mailbox });
    if (!(await verifyPassword(person?.passwordHash ?? null, password)) || !person)
      return showSignIn(visit, typed, { password: 'credentials-refused' });
    if (!person.confirmedAt) {
      await limitTries(visit, 'sign-up', mailbox, { hits: 5, minutes: 60 });
      await sendConfirmationAgain(visit, person);
      return seeOther(visit, urls.signUpSent({ vers: readNext(visit) }), 'identity-confirm-again');
    }
    await beginSession(visit, visit.db, person);
    return goOn(visit, 'identity-signed-in');
  }),

  get(urls.signInByCode, 'anyone', (visit) =>
    visit.visitor ? goOn(visit) : showByCode(visit, ''),
  ),

  post(urls.signInByCode, 'anyone', async (visit) => {
    const typed = (await visit.form()).text(FIELDS.email);
    const email = readEmail(typed);
    if (typeof email === 'string') return showByCode(visit, typed, { email });
    await limitAddress(visit, 'code');
    await limitTries(visit, 'code', email.mailbox, { hits: 5, minutes: 15 });
    await askForSignInCode(visit.db, {
      organisationId: visit.organisation.id,
      mailbox: email.mailbox,
      sender: senderOf(visit),
      browserHash: makeBrowserProof(visit, 'connexion'),
    });
    return seeOther(visit, urls.signInCode({ vers: readNext(visit) }));
  }),

  get(urls.signInCode, 'anyone', (visit) => (visit.visitor ? goOn(visit) : showCode(visit))),

  post(urls.signInCode, 'anyone', async (visit) => {
    const typed = (await visit.form()).text(FIELDS.code);
    if (typed === '') return showCode(visit, { code: 'code-missing' });
    await limitAddress(visit, 'sign-in-code');
    const proof = await tryTypedCode(visit, 'connexion', typed);
    return proof && (await signInWith(visit, proof))
      ? goOn(visit, 'identity-signed-in')
      : showCode(visit, { code: 'code-refused' });
  }),

  // for anyone: a session that is over already must not stand in the way of leaving
  post(urls.signOut, 'anyone', async (visit) => {
    const { db, organisation, visitor, cookies } = visit;
    if (visitor) await closeSession(db, organisation.id, visitor.id, visitor.sessionId);
    cookies.clear(cookies.sessionName());
    return seeOther(visit, urls.home(), 'identity-signed-out');
  }),
];

/** One use, even when the same code comes twice at once. */
async function signInWith(visit: Visit, proof: Proof): Promise<boolean> {
  const { db, organisation } = visit;
  const signedIn = await db.transaction().execute(async (tx) => {
    if (!(await useProof(tx, organisation.id, proof.id))) return false;
    const person = await findCredentials(tx, organisation.id, { id: proof.personId });
    if (!person?.confirmedAt) return false;
    await deleteProofs(tx, organisation.id, person.id, 'sign-in');
    await beginSession(visit, tx, person);
    return true;
  });
  if (signedIn) forgetBrowserProof(visit, 'connexion');
  return signedIn;
}

function refuseEmpty(email: string, password: string): Refusals | null {
  const missing: EmailRefusal | null = email === '' ? 'email-missing' : null;
  if (!missing && password !== '') return null;
  return {
    ...(missing && { email: missing }),
    ...(password === '' && { password: 'password-missing' as const }),
  };
}

async function showSignIn(visit: Visit, email: string, refusals: Refusals = {}): Promise<Answer> {
  const shown = { next: readNext(visit), email, refusals };
  const body = <SignInPage {...shown} providers={await listOffered(visit)} />;
  const faulty = Object.values(refusals).some(Boolean);
  const title = m.identity_sign_in_title();
  return page({ title, body, scripts: ['passkey.js'], ...(faulty && { status: 422, faulty }) });
}

function showByCode(visit: Visit, email: string, refusals: Refusals = {}): Answer {
  const body = <SignInByCodePage next={readNext(visit)} email={email} refusals={refusals} />;
  return showForm(m.identity_by_code_title(), body, refusals);
}

function showCode(visit: Visit, refusals: Refusals = {}): Answer {
  const body = <SignInCodePage next={readNext(visit)} refusals={refusals} />;
  return showForm(m.identity_code_title(), body, refusals);
}
