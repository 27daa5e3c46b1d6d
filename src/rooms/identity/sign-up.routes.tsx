import * as m from '../../paraglide/messages.js';
import type { Tx } from '../../platform/database/database.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, seeOther, type Visit } from '../../platform/http/visit.ts';
import { queueMail } from '../../platform/mail/mail.ts';
import { hashPassword, verifyPassword } from '../../platform/secrets/password.ts';
import { TRAP_NAME } from '../../ui/trap.tsx';
import { WORK_SCRIPT } from '../../ui/work-field.tsx';
import { urls } from '../../urls.ts';
import {
  beginSession,
  findBrowserProof,
  forgetBrowserProof,
  goOn,
  limitAddress,
  limitTries,
  makeBrowserProof,
  readNext,
  senderOf,
  showForm,
  showLinkSpent,
  tryTypedCode,
  welcome,
} from './browser.routes.tsx';
import { checkSignUp } from './enrolment.store.ts';
import { forgetUnlessConfirmed } from './identity.jobs.ts';
import { alreadyKnownMail, confirmationMail } from './identity.mails.ts';
import {
  confirmPerson,
  deleteUnconfirmed,
  findCredentials,
  insertPerson,
  isNicknameFree,
  lockMailbox,
} from './person.store.ts';
import type { Credentials } from './person.ts';
import { deleteProofs, findProof, insertProof, type Proof, useProof } from './proof.store.ts';
import { listOffered } from './providers/provider-journey.routes.tsx';
import { ConfirmAddressPage, SignUpPage, SignUpSentPage } from './sign-up.page.tsx';
import type { SignUp } from './sign-up.ts';
import { countSignUp, giveSignUpWork } from './sign-up-gate.routes.ts';
import { FIELDS, type Refusals } from './words.page.ts';

export const signUpRoutes: readonly Route[] = [
  get(urls.signUp, 'anyone', (visit) =>
    visit.visitor
      ? goOn(visit)
      : showSignUp(visit, { name: '', nickname: '', email: '', acceptsCharter: false }),
  ),

  post(urls.signUp, 'anyone', async (visit) => {
    const form = await visit.form();
    const values = {
      name: form.text(FIELDS.name),
      nickname: form.text(FIELDS.nickname),
      email: form.text(FIELDS.email),
      acceptsCharter: form.text(FIELDS.charter) === 'oui',
    };
    const password = form.raw(FIELDS.password);
    const read = checkSignUp({ ...values, password }, visit.organisation.name);
    if (!read.ok) return showSignUp(visit, values, read.refusals);
    // a program filled in what nobody sees; should a browser have done it, the next try comes through
    if (form.text(TRAP_NAME) !== '') return showSignUp(visit, values, { form: 'trapped' });
    await countSignUp(visit, read.signUp.mailbox, form.text(FIELDS.work));
    const saved = await saveSignUp(visit, read.signUp, await hashPassword(password));
    if (saved === 'nickname-taken') return showSignUp(visit, values, { nickname: saved });
    return seeOther(visit, urls.signUpSent({ vers: readNext(visit) }));
  }),

  get(urls.signUpSent, 'anyone', (visit) => (visit.visitor ? goOn(visit) : showSent(visit))),

  post(urls.signUpSent, 'anyone', async (visit) => {
    const typed = (await visit.form()).text(FIELDS.code);
    if (typed === '') return showSent(visit, { code: 'code-missing' });
    await limitAddress(visit, 'sign-up-code');
    const proof = await tryTypedCode(visit, 'inscription', typed);
    return proof && (await confirm(visit, proof))
      ? welcome(visit)
      : showSent(visit, { code: 'code-refused' });
  }),

  get(urls.confirmAddress, 'anyone', async (visit) => {
    const found = await findPending(visit, visit.params.token);
    return found ? showConfirm(visit, found) : showLinkSpent();
  }),

  post(urls.confirmAddress, 'anyone', async (visit) => {
    const found = await findPending(visit, visit.params.token);
    if (!found) return showLinkSpent();
    if (!found.sameBrowser) {
      await limitTries(visit, 'confirm', found.person.id, { hits: 10, minutes: 15 });
      const password = (await visit.form()).raw(FIELDS.password);
      if (!(await verifyPassword(found.person.passwordHash, password)))
        return showConfirm(visit, found, { password: 'link-password-refused' });
    }
    return (await confirm(visit, found.proof)) ? welcome(visit) : showLinkSpent();
  }),
];

/**
 * Keeps the sign-up and sends its mail; `link` writes what else belongs to the new person. A mailbox that has an account gets a mail that says so, and
 * the page cannot be told from the others. A sign-up that nobody confirmed yet is replaced.
 */
export async function saveSignUp(
  visit: Visit,
  signUp: SignUp,
  passwordHash: string | null,
  link?: (tx: Tx, personId: string) => Promise<void>,
): Promise<'sent' | 'nickname-taken'> {
  const { db, organisation, locale } = visit;
  const browserHash = makeBrowserProof(visit, 'inscription');
  const sender = senderOf(visit);
  return db.transaction().execute(async (tx) => {
    await lockMailbox(tx, organisation.id, signUp.mailbox);
    if (!(await isNicknameFree(tx, organisation.id, signUp))) return 'nickname-taken';
    const known = await findCredentials(tx, organisation.id, { mailbox: signUp.mailbox });
    if (known?.confirmedAt) {
      await queueMail(tx, alreadyKnownMail(sender, known));
      return 'sent';
    }
    await deleteUnconfirmed(tx, organisation.id, { mailbox: signUp.mailbox });
    const inserted = await insertPerson(tx, organisation.id, { ...signUp, passwordHash, locale });
    if (!inserted.ok) {
      // a mailbox that became someone's in this very moment: the page is the same as ever
      return inserted.taken === 'nickname' ? 'nickname-taken' : 'sent';
    }
    await link?.(tx, inserted.id);
    const secrets = await insertProof(tx, organisation.id, {
      purpose: 'confirm-address',
      personId: inserted.id,
      browserHash,
    });
    await forgetUnlessConfirmed(tx, { organisationId: organisation.id, id: inserted.id });
    const reader = { ...signUp, locale };
    await queueMail(tx, confirmationMail(sender, reader, secrets, readNext(visit)));
    return 'sent';
  });
}

/** A mail for an account whose password is known but whose address is not proven yet. */
export async function sendConfirmationAgain(visit: Visit, person: Credentials): Promise<void> {
  const { db, organisation } = visit;
  const browserHash = makeBrowserProof(visit, 'inscription');
  await db.transaction().execute(async (tx) => {
    await deleteProofs(tx, organisation.id, person.id, 'confirm-address');
    const secrets = await insertProof(tx, organisation.id, {
      purpose: 'confirm-address',
      personId: person.id,
      browserHash,
    });
    await queueMail(tx, confirmationMail(senderOf(visit), person, secrets, readNext(visit)));
  });
}

interface Pending {
  proof: Proof;
  person: Credentials;
  token: string;
  /** Somebody may sign up with another's address and wait for its owner to open the link. */
  sameBrowser: boolean;
}

async function findPending(visit: Visit, token: string): Promise<Pending | null> {
  const { db, organisation } = visit;
  const proof = await findProof(db, organisation.id, 'confirm-address', token);
  if (!proof) return null;
  const person = await findCredentials(db, organisation.id, { id: proof.personId });
  if (!person) return null;
  const browserHash = findBrowserProof(visit, 'inscription');
  return { proof, person, token, sameBrowser: browserHash === proof.browserHash };
}

/** The account begins and this browser is signed in; false when the proof was just spent elsewhere. */
async function confirm(visit: Visit, proof: Proof): Promise<boolean> {
  const { db, organisation } = visit;
  const confirmed = await db.transaction().execute(async (tx) => {
    if (!(await useProof(tx, organisation.id, proof.id))) return false;
    const person = await findCredentials(tx, organisation.id, { id: proof.personId });
    if (!person || !(await confirmPerson(tx, organisation.id, person.id))) return false;
    await deleteProofs(tx, organisation.id, person.id);
    await beginSession(visit, tx, person);
    return true;
  });
  if (confirmed) forgetBrowserProof(visit, 'inscription');
  return confirmed;
}

async function showSignUp(
  visit: Visit,
  values: Parameters<typeof SignUpPage>[0]['values'],
  refusals: Refusals = {},
): Promise<Answer> {
  const shown = { next: readNext(visit), values, refusals };
  return showForm(
    m.identity_sign_up_title(),
    <SignUpPage
      {...shown}
      providers={await listOffered(visit)}
      challenge={await giveSignUpWork(visit)}
    />,
    refusals,
    [WORK_SCRIPT],
  );
}

function showSent(visit: Visit, refusals: Refusals = {}): Answer {
  return showForm(
    m.identity_sign_up_sent_title(),
    <SignUpSentPage next={readNext(visit)} refusals={refusals} />,
    refusals,
  );
}

function showConfirm(visit: Visit, found: Pending, refusals: Refusals = {}): Answer {
  const { token, person, sameBrowser } = found;
  return showForm(
    m.identity_confirm_title(),
    <ConfirmAddressPage
      token={token}
      next={readNext(visit)}
      nickname={person.nickname}
      email={person.email}
      sameBrowser={sameBrowser}
      hasPassword={person.passwordHash !== null}
      refusals={refusals}
    />,
    refusals,
  );
}
