import * as m from '../../paraglide/messages.js';
import type { Tx } from '../../platform/database/database.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import {
  type Answer,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../platform/http/visit.ts';
import { queueMail } from '../../platform/mail/mail.ts';
import { hashPassword, verifyPassword } from '../../platform/secrets/password.ts';
import { urls } from '../../urls.ts';
import { AccountPasswordPage } from './account-forms.page.tsx';
import {
  beginSession,
  limitAddress,
  limitTries,
  senderOf,
  showForm,
  showLinkSpent,
} from './browser.routes.tsx';
import { askForPasswordLink } from './identity.jobs.ts';
import { passwordChangedMail } from './identity.mails.ts';
import { readEmail } from './mailbox.ts';
import { checkPassword } from './password.ts';
import { findCredentials, savePassword } from './person.store.ts';
import type { Credentials } from './person.ts';
import { deleteProofs, findProof, type Proof, useProof } from './proof.store.ts';
import { closeOtherSessions, forgetProvenFactor } from './session.store.ts';
import { ForgottenPasswordPage, NewPasswordPage } from './sign-in.page.tsx';
import { FIELDS, type Refusals } from './words.page.ts';

/** A password forgotten, or changed. */
export const passwordRoutes: readonly Route[] = [
  get(urls.forgottenPassword, 'anyone', () => showForgotten('')),

  post(urls.forgottenPassword, 'anyone', async (visit) => {
    const typed = (await visit.form()).text(FIELDS.email);
    const email = readEmail(typed);
    if (typeof email === 'string') return showForgotten(typed, { email });
    await limitAddress(visit, 'password-link');
    await limitTries(visit, 'password-link', email.mailbox, { hits: 5, minutes: 60 });
    await askForPasswordLink(visit.db, {
      organisationId: visit.organisation.id,
      mailbox: email.mailbox,
      sender: senderOf(visit),
    });
    return seeOther(visit, urls.signIn(), 'identity-link-sent');
  }),

  get(urls.newPassword, 'anyone', async ({ db, organisation, params }) =>
    (await findProof(db, organisation.id, 'reset-password', params.token))
      ? showNewPassword(params.token)
      : showLinkSpent(),
  ),

  post(urls.newPassword, 'anyone', async (visit) => {
    const { db, organisation, params } = visit;
    const proof = await findProof(db, organisation.id, 'reset-password', params.token);
    const person = proof && (await findCredentials(db, organisation.id, { id: proof.personId }));
    if (!person) return showLinkSpent();
    const password = (await visit.form()).raw(FIELDS.password);
    const refusal = checkPassword(password, ownWords(person));
    if (refusal) return showNewPassword(params.token, { password: refusal });
    return (await replacePassword(visit, person, password, { proof }))
      ? seeOther(visit, urls.home(), 'identity-password-changed')
      : showLinkSpent();
  }),

  get(urls.accountPassword, 'signed-in', async (visit) =>
    showAccountPassword(await loadSelf(visit)),
  ),

  post(urls.accountPassword, 'signed-in', async (visit) => {
    const person = await loadSelf(visit);
    const form = await visit.form();
    const refused = await refuseCurrentPassword(visit, person, form.raw(FIELDS.currentPassword));
    const password = form.raw(FIELDS.password);
    const refusal = checkPassword(password, ownWords(person));
    if (refused || refusal) {
      return showAccountPassword(person, {
        ...(refused && { currentPassword: refused }),
        ...(refusal && { password: refusal }),
      });
    }
    await replacePassword(visit, person, password, { keptSession: visit.visitor.sessionId });
    return seeOther(visit, urls.account(), 'identity-password-changed');
  }),
];

/** The signed-in person with their hash. */
export async function loadSelf(visit: SignedInVisit): Promise<Credentials> {
  const { db, organisation, visitor } = visit;
  const person = await findCredentials(db, organisation.id, { id: visitor.id });
  if (!person) throw new Error('A session without its person.');
  return person;
}

/** Someone who found an open browser must not take the account over: acts on it ask for the password again. */
export async function refuseCurrentPassword(
  visit: SignedInVisit,
  person: Credentials,
  typed: string,
): Promise<'current-password-refused' | null> {
  if (person.passwordHash === null) return null;
  await limitTries(visit, 'current-password', person.id, { hits: 10, minutes: 15 });
  return (await verifyPassword(person.passwordHash, typed)) ? null : 'current-password-refused';
}

/** Everything that the old password had opened is closed, and its owner is told. */
async function replacePassword(
  visit: Visit,
  person: Credentials,
  password: string,
  by: { proof: Proof | null } | { keptSession: string },
): Promise<boolean> {
  const { db, organisation } = visit;
  const passwordHash = await hashPassword(password);
  const replace = async (tx: Tx) => {
    await savePassword(tx, organisation.id, person.id, passwordHash);
    await deleteProofs(tx, organisation.id, person.id);
    await queueMail(tx, passwordChangedMail(senderOf(visit), person));
  };
  return db.transaction().execute(async (tx) => {
    if ('keptSession' in by) {
      await replace(tx);
      await closeOtherSessions(tx, organisation.id, person.id, by.keptSession);
      await forgetProvenFactor(tx, organisation.id, person.id);
      return true;
    }
    if (!by.proof || !(await useProof(tx, organisation.id, by.proof.id))) return false;
    await replace(tx);
    await closeOtherSessions(tx, organisation.id, person.id, null);
    await beginSession(visit, tx, person);
    return true;
  });
}

function ownWords(person: Credentials): string[] {
  return [person.name, person.nickname, person.email, person.mailbox];
}

function showForgotten(email: string, refusals: Refusals = {}): Answer {
  const body = <ForgottenPasswordPage email={email} refusals={refusals} />;
  return showForm(m.identity_forgotten_title(), body, refusals);
}

function showNewPassword(token: string, refusals: Refusals = {}): Answer {
  const body = <NewPasswordPage token={token} refusals={refusals} />;
  return showForm(m.identity_new_password_title(), body, refusals);
}

function showAccountPassword(person: Credentials, refusals: Refusals = {}): Answer {
  const first = person.passwordHash === null;
  const title = first ? m.identity_password_first_title() : m.identity_password_title();
  return showForm(
    title,
    <AccountPasswordPage title={title} first={first} refusals={refusals} />,
    refusals,
  );
}
