import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/** A thing of any room that somebody wants to hear of. */
export interface Followed {
  kind: string;
  id: string;
}

/** Following twice is following. */
export async function follow(
  db: Db,
  organisationId: string,
  target: Followed,
  personId: string,
): Promise<void> {
  await db
    .insertInto('follow')
    .values({
      organisation_id: organisationId,
      target_kind: target.kind,
      target_id: target.id,
      person_id: personId,
    })
    .onConflict((conflict) => conflict.constraint('follow_once').doNothing())
    .execute();
}

export async function unfollow(
  db: Db,
  organisationId: string,
  target: Followed,
  personId: string,
): Promise<void> {
  await db
    .deleteFrom('follow')
    .where('organisation_id', '=', organisationId)
    .where('target_kind', '=', target.kind)
    .where('target_id', '=', target.id)
    .where('person_id', '=', personId)
    .execute();
}

/** How many follow a thing. */
export async function countFollowers(
  db: Db,
  organisationId: string,
  target: Followed,
): Promise<number> {
  const { rows } = await sql<{ followers: number }>`
    select count(*)::int as followers from follow where organisation_id = ${organisationId}
      and target_kind = ${target.kind} and target_id = ${target.id}::uuid`.execute(db);
  return rows[0]!.followers;
}

export async function isFollowing(
  db: Db,
  organisationId: string,
  target: Followed,
  personId: string,
): Promise<boolean> {
  const { rows } = await sql`select 1 from follow where organisation_id = ${organisationId}
    and target_kind = ${target.kind} and target_id = ${target.id}::uuid
    and person_id = ${personId}::uuid`.execute(db);
  return rows.length > 0;
}

/** Some of those who follow a thing, in order of id, after one of them. */
export async function listFollowers(
  db: Db,
  organisationId: string,
  target: Followed,
  afterId: string | null,
  limit: number,
): Promise<string[]> {
  let query = db
    .selectFrom('follow')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('target_kind', '=', target.kind)
    .where('target_id', '=', target.id)
    .orderBy('person_id')
    .limit(limit);
  if (afterId) query = query.where('person_id', '>', afterId);
  return (await query.execute()).map(({ person_id }) => person_id);
}

/** What somebody follows, the last first. */
export async function listFollowed(
  db: Db,
  organisationId: string,
  personId: string,
  limit: number,
): Promise<Followed[]> {
  const rows = await db
    .selectFrom('follow')
    .select(['target_kind', 'target_id'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .orderBy('followed_at', 'desc')
    .orderBy('target_id')
    .limit(limit)
    .execute();
  return rows.map(({ target_kind, target_id }) => ({ kind: target_kind, id: target_id }));
}

/** Ids of those of some things that somebody follows. */
export async function listFollowedAmong(
  db: Db,
  organisationId: string,
  targets: readonly Followed[],
): Promise<ReadonlySet<string>> {
  if (targets.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select t.id from unnest(${targets.map(({ kind }) => kind)}::text[], ${targets.map(({ id }) => id)}::uuid[])
      as t (kind, id)
    where exists (select 1 from follow f where f.organisation_id = ${organisationId}
      and f.target_kind = t.kind and f.target_id = t.id)`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Of some people, those who follow one of these things. */
export async function listFollowing(
  db: Db,
  organisationId: string,
  kind: string,
  targetIds: readonly string[],
  personIds: readonly string[],
): Promise<string[]> {
  if (targetIds.length === 0 || personIds.length === 0) return [];
  const rows = await db
    .selectFrom('follow')
    .select('person_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('target_kind', '=', kind)
    .where(sql<boolean>`target_id = any(${[...targetIds]}::uuid[])`)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .execute();
  return rows.map(({ person_id }) => person_id);
}
