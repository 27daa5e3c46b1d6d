import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { type DirectoryFilter, type GroupSpot, PAGE_SIZE, splitWords } from './directory.ts';
import type { Group, GroupKind } from './group.ts';

const columns = [
  'id',
  'slug',
  'kind',
  'name',
  'presentation',
  'place',
  'county',
  'latitude',
  'longitude',
  'joining',
  'version',
  'founded_at',
  'requested_at',
  'certified_at',
  'warned_at',
  'loses_at',
] as const;

function groups(db: Db, organisationId: string) {
  return db
    .selectFrom('action_group')
    .select(columns)
    .select(
      sql<number>`(select count(*)::int from group_member m
        where m.organisation_id = action_group.organisation_id and m.group_id = action_group.id)`.as(
        'members',
      ),
    )
    .where('organisation_id', '=', organisationId);
}

/** By what its address says. */
export async function findGroup(
  db: Db,
  organisationId: string,
  slug: string,
): Promise<Group | null> {
  const row = await groups(db, organisationId).where('slug', '=', slug).executeTakeFirst();
  return row ? asGroup(row) : null;
}

/** `id`: a uuid. */
export async function findGroupById(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Group | null> {
  const row = await groups(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? asGroup(row) : null;
}

/** Several at once, by their id; those of other organisations are absent. */
export async function listGroupsById(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, Group>> {
  if (ids.length === 0) return new Map();
  const rows = await groups(db, organisationId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, asGroup(row)]));
}

/** Ids of the groups of a département. */
export async function listGroupIdsOf(
  db: Db,
  organisationId: string,
  county: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('action_group')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('county', '=', county)
    .execute();
  return rows.map(({ id }) => id);
}

/** Holds a group until the transaction ends: who is in it and how it is certified change under this lock. */
export async function lockGroup(tx: Db, organisationId: string, id: string): Promise<Group | null> {
  await sql`select 1 from action_group where organisation_id = ${organisationId} and id = ${id}::uuid
    for update`.execute(tx);
  return findGroupById(tx, organisationId, id);
}

/** A page of the directory, by name; `next`: the last one shown, where more follow. */
export async function listGroups(
  db: Db,
  organisationId: string,
  filter: DirectoryFilter,
  limit = PAGE_SIZE,
): Promise<{ groups: Group[]; next: string | null }> {
  let query = groups(db, organisationId)
    .orderBy('name_key')
    .orderBy('id')
    .limit(limit + 1);
  for (const asked of filtered(filter)) query = query.where(asked);
  if (filter.after)
    query = query.where(
      sql<boolean>`(name_key, id) > (select g.name_key, g.id from action_group g
        where g.organisation_id = ${organisationId} and g.id = ${filter.after}::uuid)`,
    );
  const rows = await query.execute();
  const shown = rows.slice(0, limit).map(asGroup);
  return { groups: shown, next: rows.length > limit ? shown.at(-1)!.id : null };
}

/** What a filter asks of a group; the page it begins after is asked apart. */
function filtered(filter: DirectoryFilter): RawBuilder<boolean>[] {
  const standing = standings[filter.certified ?? 'all'];
  return [
    ...(filter.kind ? [sql<boolean>`kind = ${filter.kind}`] : []),
    ...(filter.county ? [sql<boolean>`county = ${filter.county}`] : []),
    ...(standing ? [standing] : []),
    ...(filter.words === ''
      ? []
      : [sql<boolean>`words @@ (select words_query(${splitWords(filter.words)}::text[]))`]),
  ];
}

/** Where groups are, one spot for each département: a hundred at most, however many groups there are. */
export async function listGroupSpots(
  db: Db,
  organisationId: string,
  filter: DirectoryFilter,
): Promise<GroupSpot[]> {
  const asked = [
    sql<boolean>`organisation_id = ${organisationId}`,
    sql<boolean>`latitude is not null and county <> ''`,
    ...filtered(filter),
  ];
  const { rows } = await sql<GroupSpot>`
    select county, count(*)::int as count, round(avg(latitude)::numeric, 4)::float8 as latitude,
      round(avg(longitude)::numeric, 4)::float8 as longitude
    from action_group where ${sql.join(asked, sql` and `)}
    group by county order by county`.execute(db);
  return rows;
}

const standings: Record<
  NonNullable<DirectoryFilter['certified']> | 'all',
  RawBuilder<boolean> | null
> = {
  all: null,
  yes: sql<boolean>`certified_at is not null`,
  no: sql<boolean>`certified_at is null`,
  requested: sql<boolean>`requested_at is not null`,
  warned: sql<boolean>`warned_at is not null`,
};

/** How many groups there are, and how many stand how. */
export async function countGroups(
  db: Db,
  organisationId: string,
): Promise<{ all: number; certified: number; requested: number; warned: number }> {
  const { rows } = await sql<{ all: number; certified: number; requested: number; warned: number }>`
    select count(*)::int as all, count(certified_at)::int as certified, count(requested_at)::int as requested,
      count(warned_at)::int as warned
    from action_group where organisation_id = ${organisationId}`.execute(db);
  return rows[0]!;
}

/** Those that may propose, commit and be reimbursed (R3, R24), by name. */
export async function listCertifiedGroups(db: Db, organisationId: string): Promise<Group[]> {
  const rows = await groups(db, organisationId)
    .where('certified_at', 'is not', null)
    .orderBy('name_key')
    .orderBy('id')
    .execute();
  return rows.map(asGroup);
}

/** Ids of certified groups of every movement, for the daily round. */
export async function listCertifiedEverywhere(
  db: Db,
): Promise<{ organisationId: string; groupId: string }[]> {
  const rows = await db
    .selectFrom('action_group')
    .select(['organisation_id', 'id'])
    .where('certified_at', 'is not', null)
    .orderBy('organisation_id')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ organisationId: row.organisation_id, groupId: row.id }));
}

type Row = Awaited<ReturnType<ReturnType<typeof groups>['executeTakeFirstOrThrow']>>;

function asGroup(row: Row): Group {
  const { latitude, longitude } = row;
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind as GroupKind,
    name: row.name,
    presentation: row.presentation,
    place: row.place,
    county: row.county,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    joining: row.joining as Group['joining'],
    version: row.version,
    foundedAt: row.founded_at,
    requestedAt: row.requested_at,
    certifiedAt: row.certified_at,
    warnedAt: row.warned_at,
    losesAt: row.loses_at,
    members: row.members,
  };
}
