import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import type { Owner } from './app.store.ts';
import type { PasskeyKey } from './passkey.crypto.ts';
import { CHALLENGE_MINUTES } from './passkey.store.ts';

/** Keeps what a device must sign for this browser, in place of what it asked for before; and queues its end. */
export async function keepSignInChallenge(
  tx: Tx,
  organisationId: string,
  browserHash: string,
  challenge: string,
): Promise<void> {
  const goodUntil = sql<Date>`palabre_now() + make_interval(mins => ${CHALLENGE_MINUTES}::int)`;
  await tx
    .insertInto('sign_in_challenge')
    .values({
      organisation_id: organisationId,
      browser_hash: browserHash,
      challenge,
      good_until: goodUntil,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'browser_hash'])
        .doUpdateSet({ challenge, good_until: goodUntil }),
    )
    .execute();
  const runAt = new Date(Date.now() + (CHALLENGE_MINUTES + 1) * 60_000);
  await queueJob(tx, 'forget-challenge', { organisationId, challenge }, { runAt });
}

/** Takes the challenge of this browser away, whatever then comes of it: it never serves twice (W4). */
export async function takeSignInChallenge(
  tx: Tx,
  organisationId: string,
  browserHash: string,
): Promise<string | null> {
  const row = await tx
    .deleteFrom('sign_in_challenge')
    .where('organisation_id', '=', organisationId)
    .where('browser_hash', '=', browserHash)
    .returning(['challenge', sql<boolean>`good_until > palabre_now()`.as('good')])
    .executeTakeFirst();
  return row?.good ? row.challenge : null;
}

/** A passkey by its own name, and whose it is. */
export async function findPasskeyOwner(
  db: Db,
  organisationId: string,
  credentialId: string,
): Promise<{ personId: string; key: PasskeyKey } | null> {
  const row = await db
    .selectFrom('passkey')
    .select(['person_id', 'public_key', 'uses', 'transports'])
    .where('organisation_id', '=', organisationId)
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
  if (!row) return null;
  const { person_id: personId, public_key: publicKey, uses, transports } = row;
  return { personId, key: { credentialId, publicKey, uses, transports } };
}

/** It has signed somebody in by itself: from now on the account's page says so, also of one made before. */
export async function noteSignInBy(
  tx: Tx,
  owner: Owner,
  credentialId: string,
  uses: number,
): Promise<void> {
  await tx
    .updateTable('passkey')
    .set({ uses, discoverable: true })
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .where('credential_id', '=', credentialId)
    .execute();
}
