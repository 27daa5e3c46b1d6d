import { createHash } from 'node:crypto';
import { type Database, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';
import { findVotePoint } from './point.store.ts';
import type { VotePoint, WrittenPoint } from './point.ts';
import { lockShifts, ONE_PLACE } from './shift.store.ts';

type PointWriteRefusal =
  | 'slots-overlap'
  | 'officer-elsewhere'
  | 'changed-meanwhile'
  | 'result-published';
export type PointWritten = { ok: true; id: string } | { ok: false; refusal: PointWriteRefusal };

/** Adds a point with its slots. The caller has checked it. */
export async function addVotePoint(
  db: Database,
  { organisationId, by }: Act,
  editionId: string,
  point: WrittenPoint,
): Promise<PointWritten> {
  return write(db, async (tx) => {
    const { id } = await tx
      .insertInto('vote_point')
      .values({ organisation_id: organisationId, edition_id: editionId, ...asRow(point) })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const slot of point.slots) await insertSlot(tx, organisationId, id, slot);
    await tell(tx, { organisationId, by }, 'vote-point.added', { ...point, id, editionId });
    return { ok: true, id };
  });
}

/**
 * Changes a point. A slot that moves takes its shifts along; one that goes takes them away. `mark` (of
 * `markPoint`) is of the version the form was made from: where somebody saved in between, nothing is written.
 */
export async function changeVotePoint(
  db: Database,
  { organisationId, by }: Act,
  { id, editionId }: Pick<VotePoint, 'id' | 'editionId'>,
  point: WrittenPoint,
  mark: string,
): Promise<PointWritten> {
  return write(db, async (tx) => {
    await lockShifts(tx, organisationId);
    const current = await findVotePoint(tx, organisationId, editionId, id);
    if (!current || markPoint(current) !== mark) return { ok: false, refusal: 'changed-meanwhile' };
    await tx
      .updateTable('vote_point')
      .set(asRow(point))
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    const kept = new Set(point.slots.map((slot) => slot.id));
    for (const slot of current.slots) {
      if (kept.has(slot.id)) continue;
      await tx
        .deleteFrom('vote_point_slot')
        .where('organisation_id', '=', organisationId)
        .where('id', '=', slot.id)
        .execute();
    }
    for (const slot of point.slots) {
      if (slot.id === null) await insertSlot(tx, organisationId, id, slot);
      else
        await tx
          .updateTable('vote_point_slot')
          .set({ opens_at: slot.opensAt, closes_at: slot.closesAt })
          .where('organisation_id', '=', organisationId)
          .where('point_id', '=', id)
          .where('id', '=', slot.id)
          .execute();
    }
    await tell(tx, { organisationId, by }, 'vote-point.changed', { ...point, id, editionId });
    return { ok: true, id };
  });
}

/**
 * Removes a point, its slots and its shifts; removed a moment ago, it is as was wanted. Once the result is
 * published the minutes name it, and it stays.
 */
export async function removeVotePoint(
  db: Database,
  { organisationId, by }: Act,
  point: VotePoint,
): Promise<PointWritten> {
  return write(db, async (tx) => {
    await lockShifts(tx, organisationId);
    const removed = await tx
      .deleteFrom('vote_point')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', point.id)
      .returning('id')
      .executeTakeFirst();
    if (removed) await tell(tx, { organisationId, by }, 'vote-point.removed', point);
    return { ok: true, id: point.id };
  });
}

/** Short print of what a form was made from: another one means that somebody saved in between. */
export function markPoint({ name, address, access, place, slots }: VotePoint): string {
  const version = JSON.stringify([name, address, access, place?.latitude, place?.longitude, slots]);
  return createHash('sha256').update(version).digest('hex').slice(0, 16);
}

function asRow({ name, address, access, place }: WrittenPoint) {
  return {
    name,
    address,
    access,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
  };
}

async function insertSlot(
  tx: Tx,
  organisationId: string,
  pointId: string,
  slot: { opensAt: Date; closesAt: Date },
): Promise<void> {
  await tx
    .insertInto('vote_point_slot')
    .values({
      organisation_id: organisationId,
      point_id: pointId,
      opens_at: slot.opensAt,
      closes_at: slot.closesAt,
    })
    .execute();
}

async function tell(
  tx: Tx,
  { organisationId, by }: Act,
  kind: `vote-point.${'added' | 'changed' | 'removed'}`,
  point: WrittenPoint & { id: string; editionId: string },
): Promise<void> {
  await recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'vote-point', id: point.id },
    detail: {
      editionId: point.editionId,
      title: point.name,
      address: point.address,
      slots: point.slots.map(({ opensAt, closesAt }) => [
        opensAt.toISOString(),
        closesAt.toISOString(),
      ]),
    },
  });
}

/** The constraints are looked at when the transaction ends: only then is it known whether it was written. */
async function write(db: Database, work: (tx: Tx) => Promise<PointWritten>): Promise<PointWritten> {
  try {
    return await db.transaction().execute(work);
  } catch (error) {
    const violated = violatedConstraint(error);
    if (violated === 'vote_point_slot_no_overlap') return { ok: false, refusal: 'slots-overlap' };
    if (violated === 'vote_point_is_frozen') return { ok: false, refusal: 'result-published' };
    if (violated === ONE_PLACE) return { ok: false, refusal: 'officer-elsewhere' };
    throw error;
  }
}
