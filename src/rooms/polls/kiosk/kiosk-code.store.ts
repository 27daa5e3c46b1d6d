import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { hashSecret } from '../../../platform/secrets/token.ts';
import { closePass, extendPass, findPass, type WrittenMark } from '../../electorate/index.ts';
import { CODE_MINUTES, type CodeRefusal, type Kiosk, MOST_WRONG_CODES } from './kiosk.ts';
import { beginSitting } from './sitting.store.ts';

interface AtPoint {
  organisationId: string;
  pollId: string;
  pointId: string;
}

/** Somebody whom an officer has seen. */
export interface Seen {
  marks: readonly WrittenMark[];
  /** `YYYY-MM-DD`; null: not known. */
  birthDate: string | null;
}

const hashCode = ({ organisationId, pointId }: AtPoint, code: string) =>
  hashSecret(organisationId, pointId, code);

/** Six digits for the kiosks of this point: what they open is a pass of this person for this vote. */
export async function giveCode(db: Database, at: AtPoint, seen: Seen): Promise<string> {
  return db.transaction().execute(async (tx) => {
    await forgetCodes(tx, at, 'expired');
    const passToken = await extendPass(tx, at, null, { method: 'desk', ...seen, livesHere: true });
    for (;;) {
      const code = randomInt(0, 1_000_000).toString().padStart(6, '0');
      const inserted = await tx
        .insertInto('kiosk_code')
        .values({
          organisation_id: at.organisationId,
          point_id: at.pointId,
          poll_id: at.pollId,
          code_hash: hashCode(at, code),
          pass_token: passToken,
          expires_at: sql<Date>`palabre_now() + make_interval(mins => ${CODE_MINUTES})`,
        })
        .onConflict((conflict) => conflict.constraint('kiosk_code_once').doNothing())
        .executeTakeFirst();
      if (inserted.numInsertedOrUpdatedRows === 1n) return code;
    }
  });
}

export type Unlocked = { ok: true; passToken: string } | { ok: false; refusal: CodeRefusal };

/**
 * Opens a kiosk to the voter who types their code: one use, of two kiosks at once one. The pass is under a
 * new token from here on. Wrong codes are counted at the kiosk, and too many void those that wait.
 */
export async function unlockKiosk(db: Database, kiosk: Kiosk, code: string): Promise<Unlocked> {
  return db.transaction().execute(async (tx): Promise<Unlocked> => {
    await forgetCodes(tx, kiosk, 'expired');
    const used = await tx
      .deleteFrom('kiosk_code')
      .where('organisation_id', '=', kiosk.organisationId)
      .where('point_id', '=', kiosk.pointId)
      .where('poll_id', '=', kiosk.pollId)
      .where('code_hash', '=', hashCode(kiosk, code))
      .returning('pass_token')
      .executeTakeFirst();
    // a pass goes at the sealing of its vote
    if (!used || !(await findPass(tx, kiosk, used.pass_token)))
      return { ok: false, refusal: await countWrong(tx, kiosk) };
    await setWrong(tx, kiosk, sql<number>`0`);
    const proven = { method: 'desk', marks: [] } as const;
    const passToken = await extendPass(tx, kiosk, used.pass_token, proven);
    await beginSitting(tx, kiosk, passToken);
    return { ok: true, passToken };
  });
}

async function countWrong(tx: Tx, kiosk: Kiosk): Promise<CodeRefusal> {
  const wrong = await setWrong(tx, kiosk, sql<number>`wrong_codes + 1`);
  if (wrong < MOST_WRONG_CODES) return 'code-wrong';
  await setWrong(tx, kiosk, sql<number>`0`);
  await forgetCodes(tx, kiosk, 'all');
  return 'codes-void';
}

async function setWrong(tx: Tx, kiosk: Kiosk, wrong: ReturnType<typeof sql<number>>) {
  const row = await tx
    .updateTable('kiosk')
    .set({ wrong_codes: wrong })
    .where('organisation_id', '=', kiosk.organisationId)
    .where('id', '=', kiosk.id)
    .returning('wrong_codes')
    .executeTakeFirstOrThrow();
  return row.wrong_codes;
}

/** Codes that were not used go with their passes. */
export async function forgetCodes(db: Db, at: AtPoint, which: 'expired' | 'all'): Promise<void> {
  const gone = await db
    .deleteFrom('kiosk_code')
    .where('organisation_id', '=', at.organisationId)
    .where('point_id', '=', at.pointId)
    .where(sql<boolean>`${which === 'all'} or expires_at <= palabre_now()`)
    .returning(['pass_token', 'poll_id'])
    .execute();
  for (const { pass_token: token, poll_id: pollId } of gone)
    await closePass(db, { organisationId: at.organisationId, pollId }, token);
}
