import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../edition-writing.store.ts';
import { isInside } from './outline.geo.ts';
import { countPoints, type Outline, type OutlineKind, type Polygon } from './outline.ts';
import { simplify } from './simplify.ts';

export interface KeptOutline extends Outline {
  id: string;
  /** Of the whole shape; `polygons` are what is drawn. */
  points: number;
  keptAt: Date;
}

/** Points that a page draws, of all shapes of one kind together. */
const DRAWN_POINTS = 1400;
const FEWEST_POINTS = 24;

/** What pages draw: the commune first, then districts and priority neighbourhoods by name. */
export async function listOutlines(db: Db, organisationId: string): Promise<KeptOutline[]> {
  const rows = await db
    .selectFrom('outline')
    .select(['id', 'kind', 'name', 'drawn', 'points', 'kept_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy(sql`array_position(array['commune', 'district', 'priority'], kind)`)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as OutlineKind,
    name: row.name,
    polygons: row.drawn as unknown as Polygon[],
    points: row.points,
    keptAt: row.kept_at,
  }));
}

interface Point {
  longitude: number;
  latitude: number;
}

/** The commune's whole shape; null: none was kept. Locked for the rest of a transaction, it is not replaced meanwhile. */
export async function findCommune(db: Db, organisationId: string): Promise<Polygon[] | null> {
  const row = await db
    .selectFrom('outline')
    .select('polygons')
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'commune')
    .forShare()
    .executeTakeFirst();
  return row ? (row.polygons as unknown as Polygon[]) : null;
}

/** Whether a point lies outside the commune; null where no outline says it (R68). */
export async function isOutsideCommune(
  db: Db,
  organisationId: string,
  point: Point | null,
): Promise<boolean | null> {
  if (!point) return null;
  const commune = await findCommune(db, organisationId);
  return commune && !isInside(point, commune);
}

/** Short print of the outlines of one kind that are kept: another one means that somebody kept others meanwhile. */
export function markOutlines(outlines: readonly KeptOutline[], kind: OutlineKind): string {
  const ids = outlines.filter((outline) => outline.kind === kind).map(({ id }) => id);
  return createHash('sha256').update(ids.sort().join(' ')).digest('hex').slice(0, 16);
}

export type OutlinesWritten = { ok: true } | { ok: false; refusal: 'changed-meanwhile' };

/** Keeps outlines in place of all those of their kind. `mark` is of those that were seen. */
export async function keepOutlines(
  db: Db,
  { organisationId, by }: Act,
  kind: OutlineKind,
  outlines: readonly Outline[],
  mark: string | null,
): Promise<OutlinesWritten> {
  const most = Math.max(FEWEST_POINTS, Math.floor(DRAWN_POINTS / outlines.length));
  const rows = outlines.map(({ name, polygons }) => ({
    organisation_id: organisationId,
    kind,
    name,
    polygons: JSON.stringify(polygons),
    drawn: JSON.stringify(simplify(polygons, most)),
    points: countPoints(polygons),
    kept_by: by,
  }));
  return inTransaction(db, async (tx): Promise<OutlinesWritten> => {
    const before = await removeAll(tx, organisationId, kind, mark);
    if (before === null) return { ok: false, refusal: 'changed-meanwhile' };
    await tx.insertInto('outline').values(rows).execute();
    await recordFact(tx, {
      organisationId,
      kind: 'outline.kept',
      actorId: by,
      subject: { kind: 'organisation', id: organisationId },
      detail: { kind, names: names(outlines), before: names(before) },
    });
    return { ok: true };
  });
}

export async function removeOutlines(
  db: Db,
  { organisationId, by }: Act,
  kind: OutlineKind,
  mark: string,
): Promise<OutlinesWritten> {
  return inTransaction(db, async (tx): Promise<OutlinesWritten> => {
    const before = await removeAll(tx, organisationId, kind, mark);
    if (before === null) return { ok: false, refusal: 'changed-meanwhile' };
    if (before.length === 0) return { ok: true };
    await recordFact(tx, {
      organisationId,
      kind: 'outline.removed',
      actorId: by,
      subject: { kind: 'organisation', id: organisationId },
      detail: { kind, names: names(before) },
    });
    return { ok: true };
  });
}

/** Those that were there; null when they are not those that were seen. */
async function removeAll(
  tx: Tx,
  organisationId: string,
  kind: OutlineKind,
  mark: string | null,
): Promise<KeptOutline[] | null> {
  // two officers who keep outlines at once: the second one sees what the first kept
  await sql`select pg_advisory_xact_lock(hashtextextended(${`outline ${organisationId} ${kind}`}, 0))`.execute(
    tx,
  );
  const all = await listOutlines(tx, organisationId);
  if (mark !== null && mark !== markOutlines(all, kind)) return null;
  await tx
    .deleteFrom('outline')
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', kind)
    .execute();
  return all.filter((outline) => outline.kind === kind);
}

/** As many as a sentence of the journal may hold. */
const names = (outlines: readonly Outline[]): string[] =>
  outlines.slice(0, 100).map(({ name }) => name);
