import * as m from '../../../paraglide/messages.js';
import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { isRoleWithFactor, type Role } from '../../../platform/http/roles.ts';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import { type Mail, queueMail } from '../../../platform/mail/mail.ts';
import { formatDate, formatList } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { listDepartments } from '../../organisations/index.ts';
import { type Sender, writeLetter } from '../identity.mails.ts';
import { findCredentials, lockMailbox } from '../person.store.ts';
import type { Credentials } from '../person.ts';
import { grantRole } from '../role.store.ts';
import { roleWords } from '../role-words.page.ts';
import {
  type AskedRole,
  findWaiting,
  INVITATION_DAYS,
  type Invitee,
  invite,
  renewInvitation,
} from './invitation.store.ts';

interface Act {
  organisationId: string;
  by: string;
}

/** What came of giving somebody a role by their address. */
export type Giving = 'granted' | 'already-held' | 'invited';

/**
 * Gives a role to whoever has this mailbox: at once where it has an account, which is told by mail; otherwise by an
 * invitation. One after the other with a sign-up of the same mailbox.
 */
export async function giveRole(
  db: Db,
  act: Act,
  sender: Sender,
  invitee: Invitee,
  role: AskedRole,
): Promise<Giving> {
  const { organisationId } = act;
  return inTransaction(db, async (tx): Promise<Giving> => {
    await lockMailbox(tx, organisationId, invitee.mailbox);
    const known = await findCredentials(tx, organisationId, { mailbox: invitee.mailbox });
    if (known?.confirmedAt) return giveAndTell(tx, act, sender, known, role);
    const { id, token } = await invite(tx, act, invitee, role);
    // with the roles of before, where somebody waits already
    const waiting = (await findWaiting(tx, organisationId, id))!;
    const names = await nameRoles(tx, organisationId, waiting.roles);
    await queueMail(tx, invitationMail(sender, invitee, token, names(invitee.locale)));
    return 'invited';
  });
}

/** A role in one space of participation, for the people of one of its co-organisers where it says so. */
export interface RoleInSpace {
  role: Role;
  spaceId: string;
  coOrganiserId: string | null;
}

/** The same in a space, which is for accounts only: an invitation is to work for the organisation. */
export async function giveRoleInSpace(
  db: Db,
  act: Act,
  sender: Sender,
  mailbox: string,
  given: RoleInSpace,
): Promise<'granted' | 'already-held' | 'unknown'> {
  return inTransaction(db, async (tx) => {
    await lockMailbox(tx, act.organisationId, mailbox);
    const known = await findCredentials(tx, act.organisationId, { mailbox });
    if (!known?.confirmedAt) return 'unknown';
    const asked = { editionId: null, departmentId: null, isReferent: false, endsAt: null };
    return giveAndTell(tx, act, sender, known, { ...asked, ...given });
  });
}

/** Gives a role to an account, which is told by mail. */
async function giveAndTell(
  tx: Tx,
  { organisationId, by }: Act,
  sender: Sender,
  known: Credentials,
  role: AskedRole & Partial<RoleInSpace>,
): Promise<'granted' | 'already-held'> {
  const given = { organisationId, personId: known.id, grantedBy: by, ...role };
  if (!(await grantRole(tx, given))) return 'already-held';
  const needsFactor = isRoleWithFactor(role.role);
  const names = await nameRoles(tx, organisationId, [role]);
  await queueMail(
    tx,
    writeLetter(sender, known, m.access_mail_given_subject, () =>
      [
        m.access_mail_given({
          roles: names(known.locale),
          link: sender.origin + urls.ownWork(),
        }),
        ...(needsFactor
          ? [m.access_mail_factor({ link: sender.origin + urls.accountFactors() })]
          : []),
      ].join('\n\n'),
    ),
  );
  return 'granted';
}

/** Sends a new link to who waits; false when nobody does. */
export async function renewAndTell(
  db: Database,
  act: Act,
  sender: Sender,
  id: string,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const waiting = await findWaiting(tx, act.organisationId, id);
    const renewed = waiting && (await renewInvitation(tx, act, id));
    if (!waiting || !renewed) return false;
    const names = await nameRoles(tx, act.organisationId, waiting.roles);
    await queueMail(tx, invitationMail(sender, waiting, renewed.token, names(waiting.locale)));
    return true;
  });
}

function invitationMail(
  sender: Sender,
  { email, name, locale }: Invitee,
  token: string,
  roles: string,
): Mail {
  const link = sender.origin + urls.invitation({ token });
  return withLocale(locale, () => ({
    to: email,
    subject: m.access_mail_invited_subject({ organisation: sender.name }),
    text: [
      name === '' ? m.access_mail_hello() : m.identity_mail_hello({ nickname: name }),
      m.access_mail_invited({ organisation: sender.name, roles, link }),
      m.access_mail_invited_days({ days: INVITATION_DAYS, contact: sender.contact }),
      m.identity_mail_sign({ organisation: sender.name, origin: sender.origin }),
    ].join('\n\n'),
    locale,
    replyTo: sender.contact,
  }));
}

/** Roles as a mail says them: « Agent·e d’un service (Voirie), jusqu’au 31 décembre 2026 ». */
async function nameRoles(
  tx: Tx,
  organisationId: string,
  roles: readonly AskedRole[],
): Promise<(locale: Locale) => string> {
  const departments = await listDepartments(tx, organisationId, { closed: true });
  return (locale) =>
    withLocale(locale, () =>
      formatList(
        roles.map(({ role, departmentId, endsAt }) => {
          const department = departments.find(({ id }) => id === departmentId)?.name;
          const name = roleWords[role].name();
          const whole = department ? `${name} (${department})` : name;
          // held to the last instant of a day: the end stands at the next midnight
          return endsAt
            ? m.access_until_inline({
                role: whole,
                day: formatDate(new Date(endsAt.getTime() - 1), 'day'),
              })
            : whole;
        }),
      ),
    );
}
