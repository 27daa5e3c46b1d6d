import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Article, Topic } from './topic.ts';

const PAGE_SIZE = 30;
/** Pinned ones stand above the first page. */
const MOST_PINNED = 10;
/** Under one article. */
const MOST_ABOUT = 10;

const columns = sql`t.id, t.number, t.component_id as "componentId", t.title, t.message, t.lang, t.author_id as "authorId",
  t.written_at as "writtenAt", t.last_at as "lastAt", t.pinned_at as "pinnedAt", t.closed_at as "closedAt",
  t.hidden_at as "hiddenAt", t.held_at as "heldAt", t.refused_at as "refusedAt",
  case when t.about_id is not null then jsonb_build_object('kind', t.about_kind, 'id', t.about_id) end as about`;

/** By id, by the number of its address, or by the form that made it. `lock`: held until the transaction ends. */
export async function findTopic(
  db: Db,
  organisationId: string,
  by: { id: string } | { number: number } | { madeFrom: string },
  lock = false,
): Promise<Topic | null> {
  const which =
    'id' in by
      ? sql`t.id = ${by.id}::uuid`
      : 'number' in by
        ? sql`t.number = ${by.number}`
        : sql`t.made_from = ${by.madeFrom}::uuid`;
  const { rows } = await sql<Topic>`select ${columns} from forum_topic t
    where t.organisation_id = ${organisationId} and ${which} ${lock ? sql`for update` : sql``}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** A page of a forum, what was spoken of last first; pinned ones above the first page. `next`: the last one shown. */
export async function listTopics(
  db: Db,
  organisationId: string,
  componentId: string,
  after: string | null,
): Promise<{ pinned: Topic[]; topics: Topic[]; next: string | null }> {
  const pinned =
    after === null
      ? await sql<Topic>`select ${columns} from forum_topic t where t.organisation_id = ${organisationId}
          and t.component_id = ${componentId}::uuid and t.pinned_at is not null and t.hidden_at is null
          order by t.pinned_at limit ${MOST_PINNED}`.execute(db)
      : { rows: [] };
  const { rows } = await selectTopics(organisationId, componentId, after).execute(db);
  const topics = rows.slice(0, PAGE_SIZE);
  return {
    pinned: pinned.rows,
    topics,
    next: rows.length > PAGE_SIZE ? topics.at(-1)!.id : null,
  };
}

/** The statement of `listTopics`, so that its plan can be looked at. */
export function selectTopics(
  organisationId: string,
  componentId: string,
  after: string | null,
): RawBuilder<Topic> {
  const edge =
    after !== null && isUuid(after)
      ? sql`and (t.last_at, t.id) < (select e.last_at, e.id from forum_topic e
          where e.organisation_id = ${organisationId} and e.id = ${after}::uuid)`
      : sql``;
  return sql<Topic>`select ${columns} from forum_topic t
    where t.organisation_id = ${organisationId} and t.component_id = ${componentId}::uuid and t.hidden_at is null
      and t.pinned_at is null ${edge}
    order by t.last_at desc, t.id desc limit ${PAGE_SIZE + 1}`;
}

/** What somebody wrote in a forum and nobody else has read yet. */
export async function listOwnHeld(
  db: Db,
  organisationId: string,
  componentId: string,
  personId: string,
): Promise<Topic[]> {
  const { rows } = await sql<Topic>`select ${columns} from forum_topic t
    where t.organisation_id = ${organisationId} and t.component_id = ${componentId}::uuid
      and t.author_id = ${personId}::uuid and t.held_at is not null order by t.number desc limit 20`.execute(
    db,
  );
  return rows;
}

/** Topics of some forums that answer an article, the newest first. */
export async function listTopicsAbout(
  db: Db,
  organisationId: string,
  { kind, id }: Article,
  componentIds: readonly string[],
): Promise<Topic[]> {
  if (componentIds.length === 0 || !isUuid(id)) return [];
  const { rows } = await sql<Topic>`select ${columns} from forum_topic t
    where t.organisation_id = ${organisationId} and t.about_kind = ${kind} and t.about_id = ${id}::uuid
      and t.hidden_at is null and t.component_id = any(${[...componentIds]}::uuid[])
    order by t.number desc limit ${MOST_ABOUT}`.execute(db);
  return rows;
}

/** How many topics stand in each of some forums, by id. */
export async function countTopics(
  db: Db,
  organisationId: string,
  componentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; topics: number }>`
    select component_id as id, count(*)::int as topics from forum_topic
    where organisation_id = ${organisationId} and component_id = any(${[...componentIds]}::uuid[]) and hidden_at is null
    group by component_id`.execute(db);
  return new Map(rows.map(({ id, topics }) => [id, topics]));
}
