import { sql } from 'kysely';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { type Db, readNow } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { findPause, type PromotionPause } from './pause.ts';

/** Every period that was entered, the latest first; those lifted too. */
export async function listPauses(db: Db, organisationId: string): Promise<PromotionPause[]> {
  const rows = await db
    .selectFrom('promotion_pause')
    .select(['id', 'starts_on', 'ends_on', 'reason', 'lifted_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('starts_on', 'desc')
    .orderBy('declared_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    reason: row.reason,
    liftedAt: row.lifted_at,
  }));
}

/**
 * The pre-electoral period that the organisation is in now, by database time, or on a day to come (`YYYY-MM-DD`); null
 * outside of any. Asked by whatever
 * promotes: it is then switched off, and its page says why (`PromotionPauseNotice`).
 */
export async function findPromotionPause(
  db: Db,
  organisationId: string,
  day?: string,
): Promise<PromotionPause | null> {
  const [pauses, now] = await Promise.all([listPauses(db, organisationId), readNow(db)]);
  return findPause(pauses, day ?? dayInParis(now));
}

interface Act {
  organisationId: string;
  by: string;
}

/** The caller has checked it. */
export async function declarePause(
  db: Db,
  { organisationId, by }: Act,
  pause: { startsOn: string; endsOn: string; reason: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { id } = await tx
      .insertInto('promotion_pause')
      .values({
        organisation_id: organisationId,
        starts_on: pause.startsOn,
        ends_on: pause.endsOn,
        reason: pause.reason,
        declared_by: by,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordFact(tx, {
      organisationId,
      kind: 'promotion-pause.declared',
      actorId: by,
      subject: { kind: 'promotion-pause', id },
      detail: { from: pause.startsOn, until: pause.endsOn, reason: pause.reason },
    });
  });
}

/** false: there is none of this id here. Nothing is recorded when it is lifted already. */
export async function liftPause(db: Db, { organisationId, by }: Act, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  return inTransaction(db, async (tx) => {
    const pause = await tx
      .selectFrom('promotion_pause')
      .select(['starts_on', 'ends_on', 'reason', 'lifted_at'])
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!pause) return false;
    if (pause.lifted_at) return true;
    await tx
      .updateTable('promotion_pause')
      .set({ lifted_by: by, lifted_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'promotion-pause.lifted',
      actorId: by,
      subject: { kind: 'promotion-pause', id },
      detail: { from: pause.starts_on, until: pause.ends_on, reason: pause.reason },
    });
    return true;
  });
}
