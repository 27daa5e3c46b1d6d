import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Admission, Space, SpaceKind } from './space.ts';

const spaces = (db: Db, organisationId: string) =>
  db
    .selectFrom('space')
    .select([
      'id',
      'slug',
      'kind',
      'title',
      'summary',
      'introduction',
      'is_private',
      'version',
      'opened_at',
      'closed_at',
      'parent_id',
      'admission',
    ])
    .where('organisation_id', '=', organisationId)
    .where('abandoned_at', 'is', null);

/** By what its address says, opened or not: who may see it is asked by the caller. */
export async function findSpace(
  db: Db,
  organisationId: string,
  slug: string,
): Promise<Space | null> {
  const row = await spaces(db, organisationId).where('slug', '=', slug).executeTakeFirst();
  return row ? asSpace(row) : null;
}

/** `id`: a uuid. */
export async function findSpaceById(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Space | null> {
  const row = await spaces(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? asSpace(row) : null;
}

/** What one form made; null: nothing yet. */
export async function findSpaceMadeFrom(
  db: Db,
  organisationId: string,
  madeFrom: string,
): Promise<Space | null> {
  const row = await spaces(db, organisationId).where('made_from', '=', madeFrom).executeTakeFirst();
  return row ? asSpace(row) : null;
}

/** All of them, the newest first. An organisation has some tens. */
export async function listSpaces(db: Db, organisationId: string): Promise<Space[]> {
  const rows = await spaces(db, organisationId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map(asSpace);
}

/** Ids of the private spaces that somebody is a member of. */
export async function listSpacesOfMember(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('space_member')
    .select('space_id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where(notEnded())
    .execute();
  return rows.map(({ space_id: id }) => id);
}

/** Who sees some opened space: everybody, members of private ones alone, or nobody yet. */
export async function findSpaceReaders(
  db: Db,
  organisationId: string,
): Promise<'everybody' | 'members' | 'nobody'> {
  const { rows } = await sql<{ all_private: boolean | null }>`
    select bool_and(is_private and kind <> 'network') as all_private from space
    where organisation_id = ${organisationId} and opened_at is not null`.execute(db);
  const allPrivate = rows[0]?.all_private ?? null;
  return allPrivate === null ? 'nobody' : allPrivate ? 'members' : 'everybody';
}

/** Whether somebody is a member of a private space that was opened. */
export async function isMemberOfAny(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('space_member as m')
    .innerJoin('space as s', (on) =>
      on.onRef('s.organisation_id', '=', 'm.organisation_id').onRef('s.id', '=', 'm.space_id'),
    )
    .select('m.space_id')
    .where('m.organisation_id', '=', organisationId)
    .where('m.person_id', '=', personId)
    .where('s.opened_at', 'is not', null)
    .where(notEnded('m.ends_at'))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether somebody is a member of a private space. */
export async function isMemberOf(
  db: Db,
  organisationId: string,
  spaceId: string,
  personId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('space_member')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('space_id', '=', spaceId)
    .where('person_id', '=', personId)
    .where(notEnded())
    .executeTakeFirst();
  return row !== undefined;
}

/** Holds a space until the transaction ends: what stands in it, its order and its state change under this lock. */
export async function lockSpace(db: Db, organisationId: string, id: string): Promise<Space | null> {
  await sql`select 1 from space where organisation_id = ${organisationId} and id = ${id}::uuid
    for no key update`.execute(db);
  return findSpaceById(db, organisationId, id);
}

/** The spaces that stand in one, as they were made. */
export async function listPolesOf(
  db: Db,
  organisationId: string,
  parentId: string,
): Promise<Space[]> {
  const rows = await spaces(db, organisationId)
    .where('parent_id', '=', parentId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(asSpace);
}

/** Memberships end by the date of the mandate that opened them, in database time. */
export const notEnded = (column: 'ends_at' | 'm.ends_at' = 'ends_at') =>
  sql<boolean>`(${sql.ref(column)} is null or ${sql.ref(column)} > palabre_now())`;

type Row = Awaited<ReturnType<ReturnType<typeof spaces>['executeTakeFirstOrThrow']>>;

const asSpace = (row: Row): Space => ({
  id: row.id,
  slug: row.slug,
  kind: row.kind as SpaceKind,
  title: row.title,
  summary: row.summary,
  introduction: row.introduction,
  isPrivate: row.is_private,
  version: row.version,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  isOpen: row.opened_at !== null && row.closed_at === null,
  parentId: row.parent_id,
  admission: row.admission as Admission,
});
