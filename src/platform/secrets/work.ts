import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { isUuid } from '../text/uuid.ts';
import type { OpenForm } from './form-token.ts';
import { markOf } from './mark.ts';

/**
 * Work instead of a puzzle (WCAG 3.3.8): a browser looks for a number whose hash with the challenge begins with so many
 * zero bits. People see a line of text for about a second; thousands of accounts cost hours of a machine.
 */
export interface Challenge {
  nonce: string;
  /** How many zero bits: one more doubles the work. */
  bits: number;
  givenAt: Date;
}

/** About eight thousand hashes: a second of a telephone. */
const LEAST_BITS = 13;
/** Half a minute of it, when thousands come at once. */
const MOST_BITS = 18;
/** Forms in a quarter of an hour that are nothing unusual: two classes and a library. */
const CALM = 100;
/** In seconds: a form may be filled in slowly. */
const GOOD_FOR = 3 * 3600;

/** The work grows with what comes: twice as many, twice as much. */
export const bitsUnder = (formsLately: number): number =>
  Math.min(
    MOST_BITS,
    LEAST_BITS + Math.max(0, Math.ceil(Math.log2(Math.max(1, formsLately) / CALM))),
  );

export function writeChallenge(
  key: Buffer,
  form: OpenForm,
  { bits, now }: { bits: number; now: Date },
): string {
  const parts = [randomUUID(), String(bits), String(Math.floor(now.getTime() / 1000))];
  return [...parts, signOf(key, form, parts)].join('.');
}

/** What was worked on; null: not one of ours, of another form, too old, or the work is not done. `sent`: challenge, `:`, number. */
export function readWork(key: Buffer, form: OpenForm, sent: string, now: Date): Challenge | null {
  if (sent.length > 200) return null;
  const [challenge = '', found = ''] = sent.split(':');
  const [nonce = '', bits = '', seconds = '', sign = ''] = challenge.split('.');
  if (!isUuid(nonce) || !/^\d{1,2}$/.test(bits) || !/^\d{1,11}$/.test(seconds)) return null;
  if (!/^[0-9a-f]{64}$/.test(sign) || !/^\d{1,12}$/.test(found)) return null;
  const expected = Buffer.from(signOf(key, form, [nonce, bits, seconds]));
  if (!timingSafeEqual(expected, Buffer.from(sign))) return null;
  const givenAt = new Date(Number(seconds) * 1000);
  if (now.getTime() - givenAt.getTime() > GOOD_FOR * 1000) return null;
  const hash = createHash('sha256').update(sent).digest();
  return hash.readUInt32BE(0) >>> (32 - Number(bits)) === 0
    ? { nonce, bits: Number(bits), givenAt }
    : null;
}

/** true the first time only. */
export async function spendWork(db: Db, { nonce }: Challenge): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into work_spent (nonce) values (${nonce})
    on conflict on constraint work_spent_once do nothing`.execute(db);
  return numAffectedRows === 1n;
}

export async function forgetSpentWork(db: Db): Promise<void> {
  await sql`delete from work_spent where spent_at < palabre_now() - interval '1 day'`.execute(db);
}

const signOf = (
  key: Buffer,
  { organisationId, name }: OpenForm,
  parts: readonly string[],
): string => markOf(key, `work ${name}`, organisationId, ...parts);
