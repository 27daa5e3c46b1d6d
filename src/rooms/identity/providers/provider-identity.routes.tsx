import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import {
  type Answer,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../../platform/http/visit.ts';
import { queueMail } from '../../../platform/mail/mail.ts';
import { TRAP_NAME } from '../../../ui/trap.tsx';
import { WORK_SCRIPT } from '../../../ui/work-field.tsx';
import { urls } from '../../../urls.ts';
import { findProvider, type Provider } from '../../organisations/index.ts';
import { beginSession, readNext, senderOf, showForm, welcome } from '../browser.routes.tsx';
import { checkSignUp } from '../enrolment.store.ts';
import { identityLinkedMail } from '../identity.mails.ts';
import { readEmail } from '../mailbox.ts';
import { loadSelf, refuseCurrentPassword } from '../password.routes.tsx';
import {
  confirmPerson,
  deleteUnconfirmed,
  findCredentials,
  insertPerson,
  isNicknameFree,
  lockMailbox,
} from '../person.store.ts';
import { saveSignUp } from '../sign-up.routes.tsx';
import type { SignUp } from '../sign-up.ts';
import { countSignUp, giveSignUpWork } from '../sign-up-gate.routes.ts';
import { FIELDS, type Refusals } from '../words.page.ts';
import type { ProvenIdentity } from './claims.ts';
import { findIdentity, forgetIdentity } from './held-identity.crypto.ts';
import {
  findLinkedPerson,
  insertLink,
  listLinks,
  readLinkRefusal,
  releaseSubject,
} from './linked-identity.store.ts';
import { LinkIdentityPage, NewAccountPage } from './provider-identity.page.tsx';
import { showNoIdentity } from './provider-journey.routes.tsx';

/** Somebody has proven who they are at a provider: a new account, or the link to the one they have. */
export const providerIdentityRoutes: readonly Route[] = [
  get(urls.providerIdentity, 'anyone', async (visit) => {
    const held = await loadHeld(visit);
    if (!held) return showNoIdentity();
    if (visit.visitor) return showLink(visit as SignedInVisit, held);
    const { names, email } = held.identity;
    const values = { name: names ?? '', nickname: '', email: email ?? '', acceptsCharter: false };
    return showNew(visit, held, values);
  }),

  post(urls.providerIdentity, 'anyone', async (visit) => {
    const held = await loadHeld(visit);
    if (!held) return showNoIdentity();
    if (visit.visitor) return seeOther(visit, urls.providerIdentity({ vers: readNext(visit) }));
    const form = await visit.form();
    const values = {
      name: form.text(FIELDS.name),
      nickname: form.text(FIELDS.nickname),
      email: form.text(FIELDS.email),
      acceptsCharter: form.text(FIELDS.charter) === 'oui',
    };
    const read = checkSignUp({ ...values, password: null }, visit.organisation.name);
    if (!read.ok) return showNew(visit, held, values, read.refusals);
    if (form.text(TRAP_NAME) !== '') return showNew(visit, held, values, { form: 'trapped' });
    await countSignUp(visit, read.signUp.mailbox, form.text(FIELDS.work));
    try {
      return await openAccount(visit, held, read.signUp, values);
    } catch (error) {
      // the same identity made an account in this very moment: it is signed in to by beginning again
      if (!readLinkRefusal(error)) throw error;
      forgetIdentity(visit);
      return showNoIdentity();
    }
  }),

  post(urls.linkIdentity, 'signed-in', async (visit) => {
    const held = await loadHeld(visit);
    if (!held) return showNoIdentity();
    const { db, organisation } = visit;
    const person = await loadSelf(visit);
    const typed = (await visit.form()).raw(FIELDS.currentPassword);
    const refused = await refuseCurrentPassword(visit, person, typed);
    if (refused) return showLink(visit, held, { currentPassword: refused });
    try {
      await db.transaction().execute(async (tx) => {
        await insertLink(tx, organisation.id, person.id, held.identity);
        await queueMail(tx, identityLinkedMail(senderOf(visit), person, held.provider.name));
      });
    } catch (error) {
      const refusal = readLinkRefusal(error);
      if (refusal === 'provider-gone') return showNoIdentity();
      if (refusal) return showLink(visit, held);
      throw error;
    }
    forgetIdentity(visit);
    return seeOther(visit, readNext(visit) ?? urls.linkedAccounts(), 'provider-linked');
  }),
];

interface Held {
  identity: ProvenIdentity;
  provider: Provider;
}

/** The identity that waits in this browser, when its provider is still offered as it was. */
async function loadHeld(visit: Visit): Promise<Held | null> {
  const identity = await findIdentity(visit);
  if (!identity) return null;
  const provider = await findProvider(visit.db, visit.organisation.id, identity.providerId);
  return provider?.enabled && provider.issuer === identity.issuer ? { identity, provider } : null;
}

/** At once when the provider vouches for this very mailbox; otherwise the usual mail proves it. */
async function openAccount(
  visit: Visit,
  held: Held,
  signUp: SignUp,
  values: Parameters<typeof NewAccountPage>[0]['values'],
): Promise<Answer> {
  const { db, organisation } = visit;
  await db.transaction().execute((tx) => releaseSubject(tx, organisation.id, held.identity));
  const saved = ownsMailbox(held.identity, signUp.mailbox)
    ? await openConfirmed(visit, held.identity, signUp)
    : await saveSignUp(visit, signUp, null, (tx, personId) =>
        insertLink(tx, organisation.id, personId, held.identity),
      );
  switch (saved) {
    case 'nickname-taken':
      return showNew(visit, held, values, { nickname: saved });
    case 'email-taken':
      return showNew(visit, held, values);
    case 'sent':
      forgetIdentity(visit);
      return seeOther(visit, urls.signUpSent({ vers: readNext(visit) }));
    case 'opened':
      forgetIdentity(visit);
      return welcome(visit);
  }
}

async function openConfirmed(
  visit: Visit,
  identity: ProvenIdentity,
  signUp: SignUp,
): Promise<'opened' | 'nickname-taken' | 'email-taken'> {
  const { db, organisation, locale } = visit;
  return db.transaction().execute(async (tx) => {
    await lockMailbox(tx, organisation.id, signUp.mailbox);
    if (!(await isNicknameFree(tx, organisation.id, signUp))) return 'nickname-taken';
    const known = await findCredentials(tx, organisation.id, { mailbox: signUp.mailbox });
    if (known?.confirmedAt) return 'email-taken';
    await deleteUnconfirmed(tx, organisation.id, { mailbox: signUp.mailbox });
    const inserted = await insertPerson(tx, organisation.id, {
      ...signUp,
      passwordHash: null,
      locale,
    });
    if (!inserted.ok) return inserted.taken === 'nickname' ? 'nickname-taken' : 'email-taken';
    await insertLink(tx, organisation.id, inserted.id, identity);
    await confirmPerson(tx, organisation.id, inserted.id);
    await beginSession(visit, tx, { id: inserted.id, locale });
    return 'opened';
  });
}

function ownsMailbox({ email, emailVerified }: ProvenIdentity, mailbox: string): boolean {
  const read = emailVerified && email ? readEmail(email) : null;
  return read !== null && typeof read !== 'string' && read.mailbox === mailbox;
}

/** That an address has an account is said to those alone who have proven that it is theirs (W10). */
async function showNew(
  visit: Visit,
  { identity, provider }: Held,
  values: Parameters<typeof NewAccountPage>[0]['values'],
  refusals: Refusals = {},
): Promise<Answer> {
  const read = readEmail(values.email);
  const owner =
    typeof read !== 'string' && ownsMailbox(identity, read.mailbox)
      ? await findCredentials(visit.db, visit.organisation.id, { mailbox: read.mailbox })
      : null;
  return showForm(
    m.providers_identity_title({ name: provider.name }),
    <NewAccountPage
      provider={provider.name}
      next={readNext(visit)}
      values={values}
      known={Boolean(owner?.confirmedAt)}
      challenge={await giveSignUpWork(visit)}
      refusals={refusals}
    />,
    refusals,
    [WORK_SCRIPT],
  );
}

async function showLink(
  visit: SignedInVisit,
  { identity, provider }: Held,
  refusals: Refusals = {},
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const [person, holder, links] = await Promise.all([
    loadSelf(visit),
    findLinkedPerson(db, organisation.id, identity),
    listLinks(db, organisation.id, visitor.id),
  ]);
  const other = links.some((link) => link.providerId === provider.id);
  return showForm(
    m.providers_link_title({ name: provider.name }),
    <LinkIdentityPage
      provider={provider.name}
      next={readNext(visit)}
      nickname={visitor.nickname}
      hasPassword={person.passwordHash !== null}
      impossible={holder ? 'subject-taken' : other ? 'provider-taken' : null}
      refusals={refusals}
    />,
    refusals,
  );
}
