import * as m from '../../../paraglide/messages.js';
import type { Tx } from '../../../platform/database/database.ts';
import { isRoleWithFactor } from '../../../platform/http/roles.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, seeOther, type Visit } from '../../../platform/http/visit.ts';
import { hashPassword } from '../../../platform/secrets/password.ts';
import { formatList } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { beginSession, limitAddress, showForm, showLinkSpent } from '../browser.routes.tsx';
import { checkSignUp } from '../enrolment.store.ts';
import {
  confirmPerson,
  deleteUnconfirmed,
  findCredentials,
  insertPerson,
  isNicknameFree,
  lockMailbox,
} from '../person.store.ts';
import { deleteProofs } from '../proof.store.ts';
import { roleWords } from '../role-words.page.ts';
import type { SignUp } from '../sign-up.ts';
import { FIELDS, type Refusals } from '../words.page.ts';
import { InvitationPage, KnownInviteePage } from './invitation.page.tsx';
import { findInvitation, type Invitation, useInvitation } from './invitation.store.ts';

/** The link of a mailed invitation: whoever opens it reads that mailbox, so the address needs no other proof. */
export const invitationRoutes: readonly Route[] = [
  get(urls.invitation, 'anyone', async (visit) => {
    await limitAddress(visit, 'invitation');
    const invitation = await findInvitation(visit.db, visit.organisation.id, visit.params.token);
    if (!invitation) return showLinkSpent();
    const known = await findInvitee(visit, invitation);
    if (known) return showKnown(visit, invitation, known.id);
    return showSignUp(visit, invitation, {
      name: invitation.name,
      nickname: '',
      acceptsCharter: false,
    });
  }),

  post(urls.invitation, 'anyone', async (visit) => {
    await limitAddress(visit, 'invitation');
    const { db, organisation, params } = visit;
    const invitation = await findInvitation(db, organisation.id, params.token);
    if (!invitation) return showLinkSpent();
    const known = await findInvitee(visit, invitation);
    if (known) return takeRoles(visit, invitation, known.id);
    const form = await visit.form();
    const values = {
      name: form.text(FIELDS.name),
      nickname: form.text(FIELDS.nickname),
      acceptsCharter: form.text(FIELDS.charter) === 'oui',
    };
    const password = form.raw(FIELDS.password);
    const read = checkSignUp({ ...values, email: invitation.email, password }, organisation.name);
    if (!read.ok) return showSignUp(visit, invitation, values, read.refusals);
    const joined = await join(visit, invitation, read.signUp, await hashPassword(password));
    if (joined === 'nickname-taken')
      return showSignUp(visit, invitation, values, { nickname: joined });
    return joined === 'spent' ? showLinkSpent() : welcome(visit, invitation);
  }),
];

type InvitationVisit = Visit<'token'>;

/** Who has an account at the invited address; made by the ordinary sign-up meanwhile, for instance. */
async function findInvitee({ db, organisation }: Visit, { mailbox }: Invitation) {
  const person = await findCredentials(db, organisation.id, { mailbox });
  return person?.confirmedAt ? person : null;
}

/** Account, roles and session in one transaction: of two forms sent at once, one makes them. */
async function join(
  visit: InvitationVisit,
  invitation: Invitation,
  signUp: SignUp,
  passwordHash: string,
): Promise<'joined' | 'spent' | 'nickname-taken'> {
  const { db, organisation, params } = visit;
  class Undone extends Error {}
  const work = async (tx: Tx) => {
    await lockMailbox(tx, organisation.id, signUp.mailbox);
    if (!(await isNicknameFree(tx, organisation.id, signUp))) return 'nickname-taken';
    const known = await findCredentials(tx, organisation.id, { mailbox: signUp.mailbox });
    if (known?.confirmedAt) return 'spent';
    await deleteUnconfirmed(tx, organisation.id, { mailbox: signUp.mailbox });
    const { locale } = visit;
    const inserted = await insertPerson(tx, organisation.id, { ...signUp, passwordHash, locale });
    if (!inserted.ok) return inserted.taken === 'nickname' ? 'nickname-taken' : 'spent';
    await confirmPerson(tx, organisation.id, inserted.id);
    if (!(await useInvitation(tx, organisation.id, invitation, params.token, inserted.id)))
      throw new Undone();
    await deleteProofs(tx, organisation.id, inserted.id);
    await beginSession(visit, tx, { id: inserted.id, locale });
    return 'joined';
  };
  try {
    return await db.transaction().execute(work);
  } catch (error) {
    if (error instanceof Undone) return 'spent';
    throw error;
  }
}

/** The account is there: only its owner, signed in, may take what is offered. */
async function takeRoles(
  visit: InvitationVisit,
  invitation: Invitation,
  ownerId: string,
): Promise<Answer> {
  const { db, organisation, visitor, params } = visit;
  if (visitor?.id !== ownerId) return showKnown(visit, invitation, ownerId);
  const taken = await db
    .transaction()
    .execute((tx) => useInvitation(tx, organisation.id, invitation, params.token, ownerId));
  return taken ? welcome(visit, invitation) : showLinkSpent();
}

/** To where the work of these roles is. A role that asks for a second factor opens nothing without one: it comes first. */
function welcome(visit: Visit, { roles }: Invitation): Answer {
  return roles.some(({ role }) => isRoleWithFactor(role))
    ? seeOther(visit, urls.accountFactors({ vers: urls.ownWork() }), 'invitation-accepted')
    : seeOther(visit, urls.ownWork(), 'invitation-accepted');
}

const sayRoles = ({ roles }: Invitation): string =>
  formatList([...new Set(roles.map(({ role }) => roleWords[role].name()))]);

function showSignUp(
  visit: InvitationVisit,
  invitation: Invitation,
  values: { name: string; nickname: string; acceptsCharter: boolean },
  refusals: Refusals = {},
): Answer {
  const organisation = visit.organisation.name;
  return showForm(
    m.access_join_title({ organisation }),
    <InvitationPage
      token={visit.params.token}
      organisation={organisation}
      roles={sayRoles(invitation)}
      email={invitation.email}
      values={values}
      refusals={refusals}
    />,
    refusals,
  );
}

function showKnown(visit: InvitationVisit, invitation: Invitation, ownerId: string): Answer {
  const { visitor, organisation, params } = visit;
  return page({
    title: m.access_join_title({ organisation: organisation.name }),
    body: (
      <KnownInviteePage
        token={params.token}
        organisation={organisation.name}
        roles={sayRoles(invitation)}
        email={invitation.email}
        browser={visitor === null ? 'nobody' : visitor.id === ownerId ? 'own' : 'other'}
      />
    ),
  });
}
