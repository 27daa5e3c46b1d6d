import type { Database, Tx } from '../../../platform/database/database.ts';
import { queueMail } from '../../../platform/mail/mail.ts';
import type { Sender } from '../identity.mails.ts';
import { readEmail } from '../mailbox.ts';
import { findCredentials } from '../person.store.ts';
import type { Credentials } from '../person.ts';
import { closeOtherSessions } from '../session.store.ts';
import { factorsResetMail } from './factor.mails.ts';
import { resetFactors } from './factor.store.ts';

/** Everything is gone, every device signed out, and the person told. False when there was nothing. */
export async function resetAndTell(
  tx: Tx,
  organisationId: string,
  person: Credentials,
  by: string | null,
  sender: Sender,
): Promise<boolean> {
  if (!(await resetFactors(tx, { organisationId, personId: person.id }, by))) return false;
  await closeOtherSessions(tx, organisationId, person.id, null);
  await queueMail(tx, factorsResetMail(sender, person));
  return true;
}

/** From the command line, where there is no other administrator to ask. */
export async function resetFactorsFromHouse(
  db: Database,
  organisationId: string,
  typed: string,
  sender: Sender,
): Promise<boolean> {
  const email = readEmail(typed);
  if (typeof email === 'string') return false;
  const person = await findCredentials(db, organisationId, { mailbox: email.mailbox });
  if (!person) return false;
  return db.transaction().execute((tx) => resetAndTell(tx, organisationId, person, null, sender));
}
