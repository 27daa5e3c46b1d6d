import type { Db } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { OwnShift, Shift, Slot, VotePoint } from './point.ts';

const columns = ['id', 'edition_id', 'name', 'address', 'access', 'latitude', 'longitude'] as const;

/** The points of an edition by name, each with its slots in order of time. */
export async function listVotePoints(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<VotePoint[]> {
  const rows = await db
    .selectFrom('vote_point')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return withSlots(db, organisationId, rows);
}

/** null: there is none by this id in this edition, or the id is no id. */
export async function findVotePoint(
  db: Db,
  organisationId: string,
  editionId: string,
  id: string,
): Promise<VotePoint | null> {
  if (!isUuid(id)) return null;
  const rows = await db
    .selectFrom('vote_point')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .execute();
  return (await withSlots(db, organisationId, rows))[0] ?? null;
}

export async function hasVotePoints(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('vote_point')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

interface PointRow {
  id: string;
  edition_id: string;
  name: string;
  address: string;
  access: string;
  latitude: number | null;
  longitude: number | null;
}

async function withSlots(
  db: Db,
  organisationId: string,
  rows: readonly PointRow[],
): Promise<VotePoint[]> {
  if (rows.length === 0) return [];
  const slots = await db
    .selectFrom('vote_point_slot')
    .select(['id', 'point_id', 'opens_at', 'closes_at'])
    .where('organisation_id', '=', organisationId)
    .where(
      'point_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('opens_at')
    .execute();
  const byPoint = new Map<string, Slot[]>(rows.map(({ id }) => [id, []]));
  for (const { id, point_id, opens_at, closes_at } of slots)
    byPoint.get(point_id)?.push({ id, opensAt: opens_at, closesAt: closes_at });
  return rows.map(({ id, edition_id, name, address, access, latitude, longitude }) => ({
    id,
    editionId: edition_id,
    name,
    address,
    access,
    place: latitude === null || longitude === null ? null : { latitude, longitude },
    slots: byPoint.get(id) ?? [],
  }));
}

/** Who is at these points, slot by slot. */
export async function listShifts(
  db: Db,
  organisationId: string,
  pointIds: readonly string[],
): Promise<Shift[]> {
  if (pointIds.length === 0) return [];
  const rows = await db
    .selectFrom('vote_shift as h')
    .innerJoin('vote_point_slot as s', (join) =>
      join.onRef('s.organisation_id', '=', 'h.organisation_id').onRef('s.id', '=', 'h.slot_id'),
    )
    .select(['h.slot_id', 'h.person_id'])
    .where('h.organisation_id', '=', organisationId)
    .where('s.point_id', 'in', [...pointIds])
    .orderBy('h.assigned_at')
    .execute();
  return rows.map((row) => ({ slotId: row.slot_id, personId: row.person_id }));
}

/** The shifts of one person in an edition, in order of time. */
export async function listOwnShifts(
  db: Db,
  organisationId: string,
  editionId: string,
  personId: string,
): Promise<OwnShift[]> {
  const rows = await ownShifts(db, organisationId, personId)
    .where('p.edition_id', '=', editionId)
    .execute();
  return rows.map(asOwnShift);
}

/** Those of every edition that had not ended at an instant. */
export async function listShiftsSince(
  db: Db,
  organisationId: string,
  personId: string,
  since: Date,
): Promise<(OwnShift & { slotId: string; editionId: string })[]> {
  const rows = await ownShifts(db, organisationId, personId)
    .select(['h.slot_id', 'p.edition_id'])
    .where('h.closes_at', '>', since)
    .execute();
  return rows.map((row) => ({
    ...asOwnShift(row),
    slotId: row.slot_id,
    editionId: row.edition_id,
  }));
}

const ownShifts = (db: Db, organisationId: string, personId: string) =>
  db
    .selectFrom('vote_shift as h')
    .innerJoin('vote_point_slot as s', (join) =>
      join.onRef('s.organisation_id', '=', 'h.organisation_id').onRef('s.id', '=', 'h.slot_id'),
    )
    .innerJoin('vote_point as p', (join) =>
      join.onRef('p.organisation_id', '=', 's.organisation_id').onRef('p.id', '=', 's.point_id'),
    )
    .select(['p.id', 'p.name', 'p.address', 'h.opens_at', 'h.closes_at'])
    .where('h.organisation_id', '=', organisationId)
    .where('h.person_id', '=', personId)
    .orderBy('h.opens_at');

type OwnShiftRow = Awaited<ReturnType<ReturnType<typeof ownShifts>['executeTakeFirstOrThrow']>>;

const asOwnShift = ({ id, name, address, opens_at, closes_at }: OwnShiftRow): OwnShift => ({
  point: { id, name, address },
  opensAt: opens_at,
  closesAt: closes_at,
});
