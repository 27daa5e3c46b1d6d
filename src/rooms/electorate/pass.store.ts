import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { hashSecret, newToken } from '../../platform/secrets/token.ts';
import type { Method } from './admission.ts';
import type { WrittenMark } from './mark.ts';
import { addProof, emptyPass, type Pass, type Proven } from './pass.ts';
import { followPass } from './proofs/proof.store.ts';

/** Days: long enough to come back after a proof was looked at. A day, never a time (integrity 0.5). */
const DAYS = 14;

interface PassKey {
  organisationId: string;
  pollId: string;
}

const today = sql<string>`(palabre_now() at time zone 'Europe/Paris')::date`;

/** What this browser has proven for this poll; null: nothing, or too long ago. */
export async function findPass(
  db: Db,
  { organisationId, pollId }: PassKey,
  token: string | null,
): Promise<Pass | null> {
  if (!token) return null;
  const row = await db
    .selectFrom('voter_pass')
    .select(['methods', 'marks', 'birth_date', 'lives_here'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('token_hash', '=', hashSecret(token))
    .where('expires_on', '>', today)
    .executeTakeFirst();
  return row
    ? {
        methods: new Set(row.methods as Method[]),
        marks: row.marks as unknown as WrittenMark[],
        birthDate: row.birth_date,
        livesHere: row.lives_here,
      }
    : null;
}

/**
 * Adds a proof to the pass of this browser, or opens one. Gives the token to keep in the browser: a new one
 * each time, so that a token seen before a proof is worth nothing after it (W11).
 */
export async function extendPass(
  db: Db,
  { organisationId, pollId }: PassKey,
  token: string | null,
  proven: Proven,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const before = await findPass(tx, { organisationId, pollId }, token);
    if (token) await closePass(tx, { organisationId, pollId }, token);
    const next = await insertPass(
      tx,
      { organisationId, pollId },
      addProof(before ?? emptyPass, proven),
    );
    // a document that this browser sent goes with it
    if (token)
      await followPass(tx, { organisationId, pollId }, hashSecret(token), hashSecret(next));
    return next;
  });
}

/** A pass that has proven nothing yet: it only finds again what this browser sends. */
export function openPass(db: Db, poll: PassKey): Promise<string> {
  return insertPass(db, poll, emptyPass);
}

async function insertPass(
  db: Db,
  { organisationId, pollId }: PassKey,
  pass: Pass,
): Promise<string> {
  const token = newToken();
  await db
    .insertInto('voter_pass')
    .values({
      organisation_id: organisationId,
      poll_id: pollId,
      token_hash: hashSecret(token),
      methods: [...pass.methods],
      marks: JSON.stringify(pass.marks),
      birth_date: pass.birthDate,
      lives_here: pass.livesHere,
      expires_on: sql<string>`${today} + ${DAYS}::int`,
    })
    .execute();
  return token;
}

export async function closePass(db: Db, key: PassKey, token: string): Promise<void> {
  await closeHashedPass(db, key, hashSecret(token));
}

/** The same, for whoever kept only the hash: a kiosk whose voter has left. */
export async function closeHashedPass(
  db: Db,
  { organisationId, pollId }: PassKey,
  tokenHash: string,
): Promise<void> {
  await db
    .deleteFrom('voter_pass')
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('token_hash', '=', tokenHash)
    .execute();
}

/** Every pass of a poll: at its sealing, or once nobody can vote in it any more. */
export async function forgetPasses(db: Db, { organisationId, pollId }: PassKey): Promise<void> {
  await db
    .deleteFrom('voter_pass')
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .execute();
}
