import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { hashSecret } from '../../../platform/secrets/token.ts';
import { closeHashedPass } from '../../electorate/index.ts';
import { SITTING } from './kiosk.ts';

type KioskKey = { organisationId: string; pollId: string; id: string };

const later = sql<Date>`palabre_now() + make_interval(secs => ${SITTING})`;

/** A voter sits down at a kiosk, with the pass that their code opened. */
export async function beginSitting(db: Db, kiosk: KioskKey, passToken: string): Promise<void> {
  await endSitting(db, kiosk);
  await db
    .insertInto('kiosk_sitting')
    .values({
      organisation_id: kiosk.organisationId,
      kiosk_id: kiosk.id,
      pass_hash: hashSecret(passToken),
      expires_at: later,
    })
    .execute();
}

/** Whether somebody is still there; a gesture of theirs gives them two minutes more. */
export async function keepSitting(
  db: Db,
  kiosk: KioskKey,
  { gesture }: { gesture: boolean },
): Promise<boolean> {
  if (!gesture) {
    const row = await db
      .selectFrom('kiosk_sitting')
      .select('kiosk_id')
      .where('organisation_id', '=', kiosk.organisationId)
      .where('kiosk_id', '=', kiosk.id)
      .where('expires_at', '>', sql<Date>`palabre_now()`)
      .executeTakeFirst();
    return row !== undefined;
  }
  const row = await db
    .updateTable('kiosk_sitting')
    .set({ expires_at: later })
    .where('organisation_id', '=', kiosk.organisationId)
    .where('kiosk_id', '=', kiosk.id)
    .where('expires_at', '>', sql<Date>`palabre_now()`)
    .returning('kiosk_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The voter has left, or is taken to have: their pass opens nothing any more. */
export async function endSitting(db: Db, kiosk: KioskKey): Promise<void> {
  const row = await db
    .deleteFrom('kiosk_sitting')
    .where('organisation_id', '=', kiosk.organisationId)
    .where('kiosk_id', '=', kiosk.id)
    .returning('pass_hash')
    .executeTakeFirst();
  if (row) await closeHashedPass(db, kiosk, row.pass_hash);
}
