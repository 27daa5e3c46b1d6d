import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { HeardNews, NewsKind, Telling } from './news.ts';

/** Keeps what is to be told; gives what was not heard of yet. */
export async function insertNews(
  db: Db,
  organisationId: string,
  news: readonly HeardNews[],
): Promise<Telling[]> {
  if (news.length === 0) return [];
  const { rows } = await sql<{
    targetKind: Telling['targetKind'];
    targetId: string;
    kind: NewsKind;
  }>`
    insert into untold_news (organisation_id, target_kind, target_id, kind, item_id, actor_id)
    select ${organisationId}, n.target_kind, n.target_id, n.kind, n.item_id, n.actor_id
    from unnest(${news.map(({ target }) => target.kind)}::text[], ${news.map(({ target }) => target.id)}::uuid[],
      ${news.map(({ kind }) => kind)}::text[], ${news.map(({ itemId }) => itemId)}::uuid[],
      ${news.map(({ actorId }) => actorId)}::uuid[]) as n (target_kind, target_id, kind, item_id, actor_id)
    on conflict on constraint untold_news_once do nothing
    returning target_kind as "targetKind", target_id as "targetId", kind`.execute(db);
  return rows.map((row) => ({ organisationId, ...row }));
}

/** What waits to be told together becomes one telling, or goes on as the one that was begun; null: nothing waits. */
export async function beginTelling(
  tx: Tx,
  { organisationId, targetKind, targetId, kind }: Telling,
): Promise<string | null> {
  const { rows } = await sql<{ telling: string | null }>`select telling from untold_news
    where organisation_id = ${organisationId} and target_kind = ${targetKind} and target_id = ${targetId}
      and kind = ${kind} and told_at is null order by item_id for update`.execute(tx);
  if (rows.length === 0) return null;
  const begun = rows.find(({ telling }) => telling !== null)?.telling;
  if (begun) return begun;
  const taken = await sql<{ telling: string }>`with one as (select gen_random_uuid() as id)
    update untold_news set telling = one.id from one
    where organisation_id = ${organisationId} and target_kind = ${targetKind} and target_id = ${targetId}
      and kind = ${kind} and told_at is null
    returning telling`.execute(tx);
  return taken.rows[0]!.telling;
}

/** What is told together, the oldest first. */
export async function listTold(
  db: Db,
  { organisationId, targetKind, targetId, kind }: Telling,
  telling: string,
): Promise<{ itemId: string; actorId: string | null }[]> {
  const { rows } = await sql<{ itemId: string; actorId: string | null }>`
    select item_id as "itemId", actor_id as "actorId" from untold_news
    where organisation_id = ${organisationId} and target_kind = ${targetKind} and target_id = ${targetId}
      and kind = ${kind} and told_at is null and telling = ${telling}::uuid
    order by at, item_id`.execute(db);
  return rows;
}

/** It was told to everybody; true: more has come meanwhile. What was told a week ago is forgotten. */
export async function endTelling(
  tx: Tx,
  { organisationId, targetKind, targetId, kind }: Telling,
  telling: string,
): Promise<boolean> {
  const these = sql`organisation_id = ${organisationId} and target_kind = ${targetKind}
    and target_id = ${targetId} and kind = ${kind}`;
  await sql`update untold_news set told_at = palabre_now()
    where ${these} and told_at is null and telling = ${telling}::uuid`.execute(tx);
  await sql`delete from untold_news where told_at < palabre_now() - interval '7 days'`.execute(tx);
  const { rows } =
    await sql`select 1 from untold_news where ${these} and told_at is null limit 1`.execute(tx);
  return rows.length > 0;
}

/** Somebody who is gone did nothing of what waits. */
export async function forgetActor(
  tx: Tx,
  { organisationId, id }: { organisationId: string; id: string },
): Promise<string[]> {
  await sql`update untold_news set actor_id = null
    where organisation_id = ${organisationId} and actor_id = ${id}`.execute(tx);
  return [];
}
