import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { isSameHash } from '../../../platform/secrets/token.ts';
import { CODE_MINUTES, CODE_TRIES } from '../phone/phone-code.ts';

interface StoredCode {
  organisationId: string;
  pollId: string;
  browserHash: string;
  contactHash: string;
  codeHash: string;
}

/**
 * The newest code of a browser takes the place of the one before. `unlessThere` leaves that one alone: nothing
 * was sent, and the code that was sent before stays good; the database does as much either way.
 */
export async function saveContactCode(
  db: Db,
  code: StoredCode,
  { unlessThere }: { unlessThere: boolean },
): Promise<void> {
  // the next full minute, so that ten minutes are never less
  const ends = sql<Date>`date_trunc('minute', palabre_now()) + make_interval(mins => ${CODE_MINUTES + 1}::int)`;
  const values = {
    contact_hash: code.contactHash,
    code_hash: code.codeHash,
    tries_left: CODE_TRIES,
    ends_at: ends,
  };
  await db
    .insertInto('contact_code')
    .values({
      organisation_id: code.organisationId,
      poll_id: code.pollId,
      browser_hash: code.browserHash,
      ...values,
    })
    .onConflict((conflict) =>
      conflict
        .constraint('contact_code_once')
        .doUpdateSet(values)
        .where(sql<boolean>`not ${unlessThere}::boolean`),
    )
    .execute();
}

/**
 * True for the one caller whose code is right, and the code is gone. The try is spent before it is compared, so
 * that guesses at the same instant share the five; of two right ones at the same instant one deletes the row.
 */
export async function spendContactCode(db: Db, typed: StoredCode): Promise<boolean> {
  const row = await db
    .updateTable('contact_code')
    .set({ tries_left: sql<number>`tries_left - 1` })
    .where('organisation_id', '=', typed.organisationId)
    .where('poll_id', '=', typed.pollId)
    .where('browser_hash', '=', typed.browserHash)
    .where('tries_left', '>', 0)
    .where('ends_at', '>', sql<Date>`palabre_now()`)
    .returning(['contact_hash', 'code_hash', 'tries_left'])
    .executeTakeFirst();
  const right =
    isSameHash(row?.code_hash ?? '', typed.codeHash) &&
    isSameHash(row?.contact_hash ?? '', typed.contactHash);
  if (!right && row?.tries_left !== 0) return false;
  const deleted = await db
    .deleteFrom('contact_code')
    .where('organisation_id', '=', typed.organisationId)
    .where('poll_id', '=', typed.pollId)
    .where('browser_hash', '=', typed.browserHash)
    // not the next code of this browser, asked for meanwhile
    .where('code_hash', '=', row!.code_hash)
    .returning('poll_id')
    .executeTakeFirst();
  return right && deleted !== undefined;
}

/** One round a minute at most, when the codes of this minute have ended. It says nothing of whose they are. */
export async function queueForgettingCodes(db: Db): Promise<void> {
  const minute = Math.floor(Date.now() / 60_000) + CODE_MINUTES + 2;
  const runAt = new Date(minute * 60_000);
  await queueJob(db, 'forget-contact-codes', {}, { key: `forget-contact-codes:${minute}`, runAt });
}

/** Codes that nobody used. */
export async function forgetEndedCodes(db: Db): Promise<void> {
  await db.deleteFrom('contact_code').where('ends_at', '<=', sql<Date>`palabre_now()`).execute();
}
