import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import * as m from '../../../paraglide/messages.js';
import type { Db } from '../../../platform/database/database.ts';
import { countHit, waitOf } from '../../../platform/http/limits.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { hashSecret } from '../../../platform/secrets/token.ts';
import type { Problems } from '../../../ui/form.tsx';
import { checkName } from '../nickname.ts';
import { readUsableEmail } from '../sign-up.ts';
import { wordsFor as sayIdentityRefusal } from '../words.page.ts';
import {
  type Giving,
  giveRole,
  giveRoleInSpace,
  type RoleInSpace,
  renewAndTell,
} from './giving.mails.ts';
import type { AskedRole } from './invitation.store.ts';
import { PERSON_FIELDS } from './person-fields.ts';

export interface Invitee {
  email: string;
  mailbox: string;
  name: string;
  locale: 'fr' | 'en';
}

/** Mails that one organisation's office may send to people without an account, and one of them may get, in a day. */
const A_DAY = { organisation: 1000, mailbox: 5 };

/** An address that may have an account, and a name that may stand in a letter; without one nobody is called anything. */
export function readInvitee(
  { organisation }: SignedInVisit,
  typed: { email: string; name: string },
): { ok: true; invitee: Invitee } | { ok: false; problems: Problems } {
  const email = readUsableEmail(typed.email, isDisposableEmailDomain);
  const name = typed.name === '' ? null : checkName(typed.name);
  if (typeof email === 'string' || name)
    return {
      ok: false,
      problems: {
        ...(typeof email === 'string' && { [PERSON_FIELDS.email]: sayIdentityRefusal(email) }),
        ...(name && { [PERSON_FIELDS.name]: sayIdentityRefusal(name) }),
      },
    };
  const { mailbox } = email;
  return {
    ok: true,
    invitee: { email: email.email, mailbox, name: typed.name, locale: organisation.defaultLocale },
  };
}

/**
 * Gives the role, or says in how long it can be asked again: a mailbox is not to be flooded by our mails. `db`: a
 * transaction, where something else is written with it.
 */
export async function giveByAddress(
  visit: SignedInVisit,
  invitee: Invitee,
  asked: AskedRole,
  db: Db = visit.db,
): Promise<Giving | { words: string }> {
  const limited = await limitMails(visit, invitee.mailbox);
  if (limited) return limited;
  return giveRole(db, actOf(visit), senderOf(visit), invitee, asked);
}

/** The same in a space of participation, for who has an account. */
export async function giveInSpace(
  visit: SignedInVisit,
  typedEmail: string,
  given: RoleInSpace,
): Promise<'granted' | 'already-held' | 'unknown' | { words: string }> {
  const email = readUsableEmail(typedEmail, () => false);
  if (typeof email === 'string') return { words: sayIdentityRefusal(email) };
  const limited = await limitMails(visit, email.mailbox);
  return limited ?? giveRoleInSpace(visit.db, actOf(visit), senderOf(visit), email.mailbox, given);
}

export async function renew(
  visit: SignedInVisit,
  invitation: { id: string; mailbox: string },
): Promise<boolean | { words: string }> {
  const limited = await limitMails(visit, invitation.mailbox);
  return limited ?? renewAndTell(visit.db, actOf(visit), senderOf(visit), invitation.id);
}

async function limitMails(
  { db, organisation }: SignedInVisit,
  mailbox: string,
): Promise<{ words: string } | null> {
  const seconds = 24 * 3600;
  const wait = await waitOf(async () => {
    await countHit(db, { key: `invite:${organisation.id}`, hits: A_DAY.organisation, seconds });
    const key = `invited:${hashSecret(organisation.id, mailbox)}`;
    await countHit(db, { key, hits: A_DAY.mailbox, seconds });
  });
  return wait === null
    ? null
    : { words: m.access_refused_often({ hours: Math.ceil(wait / 3600) }) };
}

export const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

const senderOf = ({ organisation, origin }: SignedInVisit) => ({
  name: organisation.name,
  contact: organisation.contactEmail,
  origin,
});
