import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { hashSecret, isSameHash, newCode, newToken } from '../../platform/secrets/token.ts';
import { CODE_MINUTES, CODE_TRIES, LINK_MINUTES, lifetimeMinutes, type Purpose } from './proof.ts';

/** A link or a code that is good for its purpose, and whom it stands for. */
export interface Proof {
  id: string;
  personId: string;
  newEmail: string | null;
  newMailbox: string | null;
  /** Of the browser that asked for it. */
  browserHash: string | null;
}

/** What only the mail says: the code and the link's token are stored hashed. */
export interface Secrets {
  code: string;
  token: string;
}

export interface NewProof {
  purpose: Purpose;
  personId: string;
  /** Hash of the cookie of the browser that asked; a code counts in that browser only. */
  browserHash?: string;
  newAddress?: { email: string; mailbox: string };
}

/** Makes a proof, and queues its end: nothing of it stays when it is of no use any more. */
export async function insertProof(
  tx: Tx,
  organisationId: string,
  proof: NewProof,
): Promise<Secrets> {
  const secrets = { code: newCode(), token: newToken() };
  const hasLink = LINK_MINUTES[proof.purpose] > 0;
  const { id } = await tx
    .insertInto('mail_proof')
    .values({
      organisation_id: organisationId,
      purpose: proof.purpose,
      person_id: proof.personId,
      token_hash: hasLink ? hashSecret(secrets.token) : null,
      code_hash: proof.browserHash ? hashSecret(proof.browserHash, secrets.code) : null,
      browser_hash: proof.browserHash ?? null,
      new_email: proof.newAddress?.email ?? null,
      new_mailbox: proof.newAddress?.mailbox ?? null,
      tries_left: CODE_TRIES,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const end = Date.now() + (lifetimeMinutes(proof.purpose) + 1) * 60_000;
  await queueJob(tx, 'forget-proof', { organisationId, id }, { runAt: new Date(end) });
  return secrets;
}

/** The proof of a link, still good, for this purpose only (W4). Looking does not use it up. */
export async function findProof(
  db: Db,
  organisationId: string,
  purpose: Purpose,
  token: string,
): Promise<Proof | null> {
  const row = await db
    .selectFrom('mail_proof')
    .select(['id', 'person_id', 'new_email', 'new_mailbox', 'browser_hash'])
    .where('organisation_id', '=', organisationId)
    .where('token_hash', '=', hashSecret(token))
    .where('purpose', '=', purpose)
    .where(sentWithin(LINK_MINUTES[purpose]))
    .executeTakeFirst();
  return row ? asProof(row) : null;
}

/**
 * One try with a code typed in the browser that asked for it. The try is spent before the code is
 * compared, so that parallel guesses share the five tries (W10).
 */
export async function tryCode(
  db: Db,
  organisationId: string,
  purpose: Purpose,
  typed: { browserHash: string; code: string },
): Promise<Proof | null> {
  const row = await db
    .updateTable('mail_proof')
    .set({ tries_left: sql<number>`tries_left - 1` })
    .where('organisation_id', '=', organisationId)
    .where('browser_hash', '=', typed.browserHash)
    .where('purpose', '=', purpose)
    .where('tries_left', '>', 0)
    .where(sentWithin(CODE_MINUTES))
    .returning(['id', 'person_id', 'new_email', 'new_mailbox', 'browser_hash', 'code_hash'])
    .executeTakeFirst();
  const expected = hashSecret(typed.browserHash, typed.code);
  return row?.code_hash && isSameHash(row.code_hash, expected) ? asProof(row) : null;
}

/** Spends a proof: true for one caller only, however many come at once. */
export async function useProof(tx: Tx, organisationId: string, id: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('mail_proof')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Every proof of a person, or those of one purpose. */
export async function deleteProofs(
  db: Db,
  organisationId: string,
  personId: string,
  purpose?: Purpose,
): Promise<void> {
  let query = db
    .deleteFrom('mail_proof')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId);
  if (purpose) query = query.where('purpose', '=', purpose);
  await query.execute();
}

/** The end of a proof that nobody used. */
export async function forgetProof(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .deleteFrom('mail_proof')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

const sentWithin = (minutes: number) =>
  sql<boolean>`sent_at > palabre_now() - make_interval(mins => ${minutes}::int)`;

function asProof(row: {
  id: string;
  person_id: string;
  new_email: string | null;
  new_mailbox: string | null;
  browser_hash: string | null;
}): Proof {
  return {
    id: row.id,
    personId: row.person_id,
    newEmail: row.new_email,
    newMailbox: row.new_mailbox,
    browserHash: row.browser_hash,
  };
}
