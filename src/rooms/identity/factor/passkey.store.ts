import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import type { Owner } from './app.store.ts';
import type { Passkey } from './factor.ts';
import type { NewPasskey, PasskeyKey } from './passkey.crypto.ts';

type Purpose = 'add' | 'prove';

/** Minutes in which a device may answer. */
export const CHALLENGE_MINUTES = 5;

/** Whose session: a challenge is answered in the session that asked for it. */
interface AskingSession {
  organisationId: string;
  sessionId: string;
}

/** Keeps what a device must sign, in place of what this session asked for before; and queues its end. */
export async function keepChallenge(
  tx: Tx,
  asking: AskingSession,
  purpose: Purpose,
  challenge: string,
): Promise<void> {
  const goodUntil = sql<Date>`palabre_now() + make_interval(mins => ${CHALLENGE_MINUTES}::int)`;
  await tx
    .insertInto('passkey_challenge')
    .values({
      organisation_id: asking.organisationId,
      session_id: asking.sessionId,
      purpose,
      challenge,
      good_until: goodUntil,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'session_id', 'purpose'])
        .doUpdateSet({ challenge, good_until: goodUntil }),
    )
    .execute();
  const runAt = new Date(Date.now() + (CHALLENGE_MINUTES + 1) * 60_000);
  await queueJob(tx, 'forget-challenge', { ...asking, challenge }, { runAt });
}

/** Takes the challenge of this session away, whatever then comes of it: it never serves twice. */
export async function takeChallenge(
  tx: Tx,
  asking: AskingSession,
  purpose: Purpose,
): Promise<string | null> {
  const row = await tx
    .deleteFrom('passkey_challenge')
    .where('organisation_id', '=', asking.organisationId)
    .where('session_id', '=', asking.sessionId)
    .where('purpose', '=', purpose)
    .returning(['challenge', sql<boolean>`good_until > palabre_now()`.as('good')])
    .executeTakeFirst();
  return row?.good ? row.challenge : null;
}

export async function forgetChallenge(
  db: Db,
  organisationId: string,
  challenge: string,
): Promise<void> {
  for (const table of ['passkey_challenge', 'sign_in_challenge'] as const)
    await db
      .deleteFrom(table)
      .where('organisation_id', '=', organisationId)
      .where('challenge', '=', challenge)
      .execute();
}

/** Public halves of a person's passkeys. */
export async function listPasskeyKeys(db: Db, owner: Owner): Promise<PasskeyKey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['credential_id', 'public_key', 'uses', 'transports'])
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    credentialId: row.credential_id,
    publicKey: row.public_key,
    uses: row.uses,
    transports: row.transports,
  }));
}

export async function listPasskeys(db: Db, owner: Owner): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'added_on', 'discoverable'])
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .orderBy('added_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    addedOn: row.added_on,
    signsIn: row.discoverable,
  }));
}

/** False when the organisation knows this very passkey already. */
export async function insertPasskey(
  tx: Tx,
  owner: Owner,
  key: NewPasskey,
  name: string,
): Promise<boolean> {
  const row = await tx
    .insertInto('passkey')
    .values({
      organisation_id: owner.organisationId,
      person_id: owner.personId,
      credential_id: key.credentialId,
      public_key: key.publicKey,
      uses: key.uses,
      transports: key.transports,
      discoverable: key.discoverable,
      name,
    })
    .onConflict((conflict) => conflict.constraint('passkey_credential_unique').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveUses(
  tx: Tx,
  owner: Owner,
  credentialId: string,
  uses: number,
): Promise<void> {
  await tx
    .updateTable('passkey')
    .set({ uses })
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .where('credential_id', '=', credentialId)
    .execute();
}

/** False when it is not theirs, or not there. */
export async function renamePasskey(
  db: Db,
  owner: Owner,
  id: string,
  name: string,
): Promise<boolean> {
  const row = await db
    .updateTable('passkey')
    .set({ name })
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .where(sql`id::text`, '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deletePasskey(tx: Tx, owner: Owner, id: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('passkey')
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .where(sql`id::text`, '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deletePasskeys(tx: Tx, owner: Owner): Promise<boolean> {
  const rows = await tx
    .deleteFrom('passkey')
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .returning('id')
    .execute();
  return rows.length > 0;
}
