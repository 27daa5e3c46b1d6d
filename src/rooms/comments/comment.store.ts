import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import {
  type Alignment,
  type Comment,
  type CommentedKind,
  FIRST_REPLIES,
  NO_TALLY,
  PAGE_SIZE,
  REPLIES_PAGE,
  type Sort,
  type Tally,
} from './comment.ts';

/** What comments are about. */
export interface CommentTarget {
  kind: CommentedKind;
  id: string;
}

const columns = sql`c.id, c.target_kind as "targetKind", c.target_id as "targetId", c.space_id as "spaceId",
  c.root_id as "rootId", c.parent_id as "parentId", c.depth, c.number, c.path, c.author_id as "authorId", c.body, c.lang,
  c.alignment, c.up, c.down, c.replies, c.published_at as "publishedAt", c.hidden_at as "hiddenAt",
  c.held_at as "heldAt", c.refused_at as "refusedAt"`;

export async function findComment(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Comment | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<Comment>`select ${columns} from comment c
    where c.organisation_id = ${organisationId} and c.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Those of some comments that everybody reads, by id. */
export async function listShownComments(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, Comment>> {
  const { rows } = await sql<Comment>`select ${columns} from comment c
    where c.organisation_id = ${organisationId} and c.id = any(${[...ids]}::uuid[])
      and c.hidden_at is null and c.held_at is null`.execute(db);
  return new Map(rows.map((comment) => [comment.id, comment]));
}

/** The one that a form of somebody's has written already. */
export async function findCommentOfForm(
  db: Db,
  organisationId: string,
  authorId: string,
  formId: string,
): Promise<Comment | null> {
  const { rows } = await sql<Comment>`select ${columns} from comment c
    where c.organisation_id = ${organisationId} and c.author_id = ${authorId} and c.form_id = ${formId}`.execute(
    db,
  );
  return rows[0] ?? null;
}

export async function findTally(
  db: Db,
  organisationId: string,
  { kind, id }: CommentTarget,
): Promise<Tally> {
  const row = await db
    .selectFrom('comment_tally')
    .select(['comments', 'pro', 'con', 'neutral'])
    .where('organisation_id', '=', organisationId)
    .where('target_kind', '=', kind)
    .where('target_id', '=', id)
    .executeTakeFirst();
  return row ?? NO_TALLY;
}

/** How many comments stand under each of some things of one kind; those left out have none. */
export async function countCommentsUnder(
  db: Db,
  organisationId: string,
  kind: CommentTarget['kind'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{
    id: string;
    comments: number;
  }>`select target_id as id, comments from comment_tally
    where organisation_id = ${organisationId} and target_kind = ${kind} and target_id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, comments }) => [id, comments]));
}

export interface RootQuery {
  sort: Sort;
  /** null: of any side. */
  alignment: Alignment | null;
  /** Number of the comment after which the page begins; null: at the beginning. */
  after: number | null;
}

/** One page of comments that answer none, and whether there are more. */
export async function listRoots(
  db: Db,
  organisationId: string,
  target: CommentTarget,
  query: RootQuery,
): Promise<{ roots: Comment[]; hasMore: boolean }> {
  const { rows } = await selectRoots(organisationId, target, query).execute(db);
  return { roots: rows.slice(0, PAGE_SIZE), hasMore: rows.length > PAGE_SIZE };
}

/** The statement of `listRoots`, so that its plan can be looked at. */
export function selectRoots(
  organisationId: string,
  { kind, id }: CommentTarget,
  { sort, alignment, after }: RootQuery,
) {
  const scoreAfter = sql`(select a.score from comment a where a.organisation_id = ${organisationId}
    and a.target_kind = ${kind} and a.target_id = ${id} and a.number = ${after})`;
  const from =
    after === null
      ? sql``
      : {
          recent: sql`and c.number < ${after}`,
          oldest: sql`and c.number > ${after}`,
          best: sql`and c.score <= ${scoreAfter} and (c.score < ${scoreAfter} or c.number > ${after})`,
        }[sort];
  const order = {
    recent: sql`c.number desc`,
    oldest: sql`c.number`,
    best: sql`c.score desc, c.number`,
  }[sort];
  return sql<Comment>`select ${columns} from comment c
    where c.organisation_id = ${organisationId} and c.target_kind = ${kind} and c.target_id = ${id}
      and c.root_id is null and c.held_at is null ${alignment === null ? sql`` : sql`and c.alignment = ${alignment}`} ${from}
    order by ${order} limit ${PAGE_SIZE + 1}`;
}

/** The first replies of each of these threads, in the order in which a thread is read. */
export async function listFirstReplies(
  db: Db,
  organisationId: string,
  rootIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Comment[]>> {
  if (rootIds.length === 0) return new Map();
  const { rows } = await sql<Comment>`select c.* from unnest(${[...rootIds]}::uuid[]) r (id)
    cross join lateral (select ${columns} from comment c
      where c.organisation_id = ${organisationId} and c.root_id = r.id and c.held_at is null order by c.path limit ${FIRST_REPLIES}) c
    order by c.path`.execute(db);
  return Map.groupBy(rows, ({ rootId }) => rootId!);
}

/** One page of a thread, in the order in which it is read, and whether there is more. */
export async function listThread(
  db: Db,
  organisationId: string,
  rootId: string,
  after: readonly number[] | null,
): Promise<{ replies: Comment[]; hasMore: boolean }> {
  const { rows } = await sql<Comment>`select ${columns} from comment c
    where c.organisation_id = ${organisationId} and c.root_id = ${rootId} and c.held_at is null
      ${after ? sql`and c.path > ${[...after]}::int[]` : sql``}
    order by c.path limit ${REPLIES_PAGE + 1}`.execute(db);
  return { replies: rows.slice(0, REPLIES_PAGE), hasMore: rows.length > REPLIES_PAGE };
}

/** What somebody wrote under one thing and nobody else has read yet, the latest first. */
export async function listOwnHeld(
  db: Db,
  organisationId: string,
  { kind, id }: CommentTarget,
  authorId: string,
): Promise<Comment[]> {
  const { rows } = await sql<Comment>`select ${columns} from comment c
    where c.organisation_id = ${organisationId} and c.author_id = ${authorId} and c.target_kind = ${kind}
      and c.target_id = ${id} and c.held_at is not null
    order by c.number desc limit ${PAGE_SIZE}`.execute(db);
  return rows;
}

/** Whose comments these answer, by id of the comment answered. */
export async function findAnswered(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<Comment, 'authorId' | 'hiddenAt'>>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Pick<Comment, 'id' | 'authorId' | 'hiddenAt'>>`
    select id, author_id as "authorId", hidden_at as "hiddenAt" from comment
    where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many comments in sight somebody wrote, by space; null: in none. */
export async function countCommentsOf(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<{ spaceId: string | null; comments: number }[]> {
  const { rows } = await sql<{ spaceId: string | null; comments: number }>`
    select space_id as "spaceId", count(*)::int as comments from comment
    where organisation_id = ${organisationId} and author_id = ${personId} and hidden_at is null
    group by space_id`.execute(db);
  return rows;
}
