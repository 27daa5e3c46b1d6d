import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import * as m from '../../paraglide/messages.js';
import { violatedConstraint } from '../../platform/database/database.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { queueMail } from '../../platform/mail/mail.ts';
import { urls } from '../../urls.ts';
import { AccountEmailPage, ConfirmEmailPage } from './account-forms.page.tsx';
import { limitTries, senderOf, showForm, showLinkSpent } from './browser.routes.tsx';
import { addressAskedForMail, addressChangedMail, newAddressMail } from './identity.mails.ts';
import type { Email } from './mailbox.ts';
import { loadSelf, refuseCurrentPassword } from './password.routes.tsx';
import { findCredentials, saveEmail } from './person.store.ts';
import type { Credentials } from './person.ts';
import { deleteProofs, findProof, insertProof, type Proof, useProof } from './proof.store.ts';
import { readUsableEmail } from './sign-up.ts';
import { FIELDS, type Refusals } from './words.page.ts';

/** Another address: proven at the new one, told to the old one. */
export const emailRoutes: readonly Route[] = [
  get(urls.accountEmail, 'signed-in', async (visit) => showEmail(await loadSelf(visit), '')),

  post(urls.accountEmail, 'signed-in', async (visit) => {
    const person = await loadSelf(visit);
    const form = await visit.form();
    const typed = form.text(FIELDS.email);
    const refused = await refuseCurrentPassword(visit, person, form.raw(FIELDS.currentPassword));
    const email = readUsableEmail(typed, isDisposableEmailDomain);
    const refusal =
      typeof email === 'string' ? email : email.email === person.email ? 'email-same' : null;
    if (refused || refusal || typeof email === 'string') {
      return showEmail(person, typed, {
        ...(refusal && { email: refusal }),
        ...(refused && { currentPassword: refused }),
      });
    }
    await limitTries(visit, 'change-address', person.id, { hits: 5, minutes: 60 });
    await askForProof(visit, person, email);
    return seeOther(visit, urls.account(), 'identity-email-sent');
  }),

  get(urls.confirmEmail, 'signed-in', async (visit) => {
    const proof = await findOwnProof(visit, visit.params.token);
    return proof ? showConfirm(visit.params.token, proof) : showLinkSpent();
  }),

  post(urls.confirmEmail, 'signed-in', async (visit) => {
    const proof = await findOwnProof(visit, visit.params.token);
    if (!proof) return showLinkSpent();
    switch (await changeAddress(visit, proof)) {
      case 'changed':
        return seeOther(visit, urls.account(), 'identity-email-changed');
      case 'email-taken':
        return showConfirm(visit.params.token, proof, { email: 'email-taken' });
      case 'spent':
        return showLinkSpent();
    }
  }),
];

/** Whether the address has another account is said to that address only, not on the page. */
async function askForProof(visit: SignedInVisit, person: Credentials, email: Email): Promise<void> {
  const { db, organisation } = visit;
  await db.transaction().execute(async (tx) => {
    const owner = await findCredentials(tx, organisation.id, { mailbox: email.mailbox });
    if (owner?.confirmedAt && owner.id !== person.id) {
      await queueMail(tx, addressAskedForMail(senderOf(visit), owner));
      return;
    }
    const { token } = await insertProof(tx, organisation.id, {
      purpose: 'change-address',
      personId: person.id,
      newAddress: email,
    });
    const reader = { ...person, email: email.email };
    await queueMail(tx, newAddressMail(senderOf(visit), reader, token));
  });
}

/** A link that was sent for this very account: another person's is no proof. */
async function findOwnProof(visit: SignedInVisit, token: string): Promise<Proof | null> {
  const { db, organisation, visitor } = visit;
  const proof = await findProof(db, organisation.id, 'change-address', token);
  return proof?.personId === visitor.id ? proof : null;
}

async function changeAddress(
  visit: SignedInVisit,
  proof: Proof,
): Promise<'changed' | 'email-taken' | 'spent'> {
  const { db, organisation } = visit;
  const person = await loadSelf(visit);
  const { newEmail: email, newMailbox: mailbox } = proof;
  if (!email || !mailbox) return 'spent';
  try {
    return await db.transaction().execute(async (tx) => {
      if (!(await useProof(tx, organisation.id, proof.id))) return 'spent';
      await saveEmail(tx, organisation.id, person.id, { email, mailbox });
      await deleteProofs(tx, organisation.id, person.id);
      await queueMail(tx, addressChangedMail(senderOf(visit), person, email));
      return 'changed';
    });
  } catch (error) {
    if (violatedConstraint(error) === 'person_mailbox_unique') return 'email-taken';
    throw error;
  }
}

function showEmail(person: Credentials, typed: string, refusals: Refusals = {}): Answer {
  return showForm(
    m.identity_email_title(),
    <AccountEmailPage
      email={person.email}
      typed={typed}
      hasPassword={person.passwordHash !== null}
      refusals={refusals}
    />,
    refusals,
  );
}

function showConfirm(token: string, proof: Proof, refusals: Refusals = {}): Answer {
  return showForm(
    m.identity_email_confirm_title(),
    <ConfirmEmailPage token={token} email={proof.newEmail ?? ''} refusals={refusals} />,
    refusals,
  );
}
