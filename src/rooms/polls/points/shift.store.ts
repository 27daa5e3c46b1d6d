import { sql } from 'kysely';
import { type Database, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';
import type { Slot, VotePoint } from './point.ts';

/** The constraint by which nobody is at two points at once. */
export const ONE_PLACE = 'vote_shift_one_place_at_a_time';

export type ShiftRefusal = 'officer-elsewhere' | 'slot-gone';

/** Shifts of an organisation are written one after the other: two at once would wait for each other. */
export async function lockShifts(tx: Tx, organisationId: string): Promise<void> {
  const key = `vote-shifts:${organisationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** Puts somebody at a point for a slot; asked twice, they are there once. */
export async function addShift(
  db: Database,
  { organisationId, by }: Act,
  point: VotePoint,
  slot: Slot,
  personId: string,
): Promise<{ ok: true } | { ok: false; refusal: ShiftRefusal }> {
  try {
    return await db.transaction().execute(async (tx) => {
      await lockShifts(tx, organisationId);
      // its hours as they are now: somebody may have moved it, or removed it
      const current = await tx
        .selectFrom('vote_point_slot')
        .select(['opens_at', 'closes_at'])
        .where('organisation_id', '=', organisationId)
        .where('point_id', '=', point.id)
        .where('id', '=', slot.id)
        .executeTakeFirst();
      if (!current) return { ok: false, refusal: 'slot-gone' };
      const added = await tx
        .insertInto('vote_shift')
        .values({
          organisation_id: organisationId,
          slot_id: slot.id,
          person_id: personId,
          ...current,
          assigned_by: by,
        })
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'slot_id', 'person_id']).doNothing(),
        )
        .returning('slot_id')
        .executeTakeFirst();
      if (added) await tell(tx, { organisationId, by }, 'added', point, current, personId);
      return { ok: true };
    });
  } catch (error) {
    if (violatedConstraint(error) === ONE_PLACE) return { ok: false, refusal: 'officer-elsewhere' };
    throw error;
  }
}

/** Takes somebody off a slot; taken off a moment ago, it is as was wanted. */
export async function removeShift(
  db: Database,
  { organisationId, by }: Act,
  point: VotePoint,
  slot: Slot,
  personId: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockShifts(tx, organisationId);
    const removed = await tx
      .deleteFrom('vote_shift')
      .where('organisation_id', '=', organisationId)
      .where('slot_id', '=', slot.id)
      .where('person_id', '=', personId)
      .returning(['opens_at', 'closes_at'])
      .executeTakeFirst();
    if (removed) await tell(tx, { organisationId, by }, 'removed', point, removed, personId);
  });
}

async function tell(
  tx: Tx,
  { organisationId, by }: Act,
  what: 'added' | 'removed',
  point: VotePoint,
  hours: { opens_at: Date; closes_at: Date },
  personId: string,
): Promise<void> {
  await recordFact(tx, {
    organisationId,
    kind: `vote-point.shift-${what}`,
    actorId: by,
    subject: { kind: 'vote-point', id: point.id },
    detail: {
      editionId: point.editionId,
      title: point.name,
      personId,
      opensAt: hours.opens_at.toISOString(),
      closesAt: hours.closes_at.toISOString(),
    },
  });
}
