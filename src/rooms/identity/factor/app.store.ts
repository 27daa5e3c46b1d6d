import { sql } from 'kysely';
import { type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { markOf } from '../../../platform/secrets/mark.ts';
import { openSealed, sealText } from '../../../platform/secrets/seal.ts';
import { findCredentials } from '../person.store.ts';
import { findStep, newSecret, writeCode } from './app-code.crypto.ts';

/** Whose factors: always within their organisation. */
export interface Owner {
  organisationId: string;
  personId: string;
}

const today = sql<string>`(palabre_now() at time zone 'Europe/Paris')::date`;
/** Put in another person's row, a secret does not open. */
const purposeOf = (owner: Owner) => `authenticator app ${ownerText(owner)}`;
const ownerText = ({ organisationId, personId }: Owner) => `${organisationId} ${personId}`;

/** Draws a secret to be set up, in place of one that no code has confirmed. False when there is an application already. */
export async function beginApp(db: Db, key: Buffer, owner: Owner): Promise<boolean> {
  const sealed = sealText(key, purposeOf(owner), newSecret());
  const row = await db
    .insertInto('authenticator_app')
    .values({
      organisation_id: owner.organisationId,
      person_id: owner.personId,
      sealed_secret: sealed,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'person_id'])
        .doUpdateSet({ sealed_secret: sealed })
        .where('authenticator_app.added_on', 'is', null),
    )
    .returning('person_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The secret of an application that is being set up (`pending`) or is in use (`added`); null: there is none. */
async function findSecret(
  db: Db,
  key: Buffer,
  owner: Owner,
  state: 'pending' | 'added',
): Promise<string | null> {
  const row = await db
    .selectFrom('authenticator_app')
    .select('sealed_secret')
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .where('added_on', state === 'pending' ? 'is' : 'is not', null)
    .executeTakeFirst();
  if (!row) return null;
  const secret = openSealed(key, purposeOf(owner), row.sealed_secret);
  if (secret === null)
    throw new Error('A second factor was sealed for another person, or by another key.');
  return secret;
}

/** Shown to its owner until a first code has come from the application, and never again. */
export const findPendingSecret = (db: Db, key: Buffer, owner: Owner) =>
  findSecret(db, key, owner, 'pending');

/** The first code of the application: it is in use from now on. */
export async function confirmApp(
  tx: Tx,
  key: Buffer,
  owner: Owner,
  code: string,
): Promise<boolean> {
  const secret = await findSecret(tx, key, owner, 'pending');
  if (secret === null || !(await spendCode(tx, key, owner, secret, code))) return false;
  const row = await tx
    .updateTable('authenticator_app')
    .set({ added_on: today })
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .where('added_on', 'is', null)
    .returning('person_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether this code comes from the person's application; each code once, even when it comes twice at the same instant. */
export async function useAppCode(
  tx: Tx,
  key: Buffer,
  owner: Owner,
  code: string,
): Promise<boolean> {
  const secret = await findSecret(tx, key, owner, 'added');
  return secret !== null && (await spendCode(tx, key, owner, secret, code));
}

/** A used step is kept as a keyed hash, and only while it could be used again: nothing tells when somebody was here. */
async function spendCode(
  tx: Tx,
  key: Buffer,
  owner: Owner,
  secret: string,
  code: string,
): Promise<boolean> {
  const step = findStep(secret, code, await readNow(tx));
  if (step === null) return false;
  const mark = markOf(key, 'spent code', ownerText(owner), secret, String(step));
  const spent = await tx
    .insertInto('spent_code')
    .values({ organisation_id: owner.organisationId, person_id: owner.personId, mark })
    .onConflict((conflict) => conflict.doNothing())
    .returning('mark')
    .executeTakeFirst();
  if (!spent) return false;
  const runAt = new Date(Date.now() + 3 * 60_000);
  await queueJob(tx, 'forget-spent-code', { ...owner, mark }, { runAt });
  return true;
}

export async function forgetSpentCode(db: Db, owner: Owner, mark: string): Promise<void> {
  await db
    .deleteFrom('spent_code')
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .where('mark', '=', mark)
    .execute();
}

export async function deleteApp(tx: Tx, owner: Owner): Promise<boolean> {
  const row = await tx
    .deleteFrom('authenticator_app')
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .returning('added_on')
    .executeTakeFirst();
  return row !== undefined && row.added_on !== null;
}

/** An application in use that nobody had to set up, for seeds and tests. */
export async function enrolApp(db: Db, key: Buffer, owner: Owner): Promise<void> {
  if (!(await beginApp(db, key, owner))) return;
  await db
    .updateTable('authenticator_app')
    .set({ added_on: today })
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .execute();
}

/** The code of this moment for an account of a demo: asked for on its own machine only. */
export async function findAppCode(
  db: Db,
  key: Buffer,
  organisationId: string,
  mailbox: string,
): Promise<string | null> {
  const person = await findCredentials(db, organisationId, { mailbox });
  const secret =
    person && (await findSecret(db, key, { organisationId, personId: person.id }, 'added'));
  return secret === null ? null : writeCode(secret, await readNow(db));
}
