import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { type IdeaQuery, selectHere, selectKeys } from './idea-keys.store.ts';
import {
  type Cursor,
  type IdeaPage,
  type ListedIdea,
  type Moment,
  PAGE_SIZE,
  type Sort,
  writeCursor,
} from './idea-list.ts';

/**
 * One page of ideas, the same for every reader, in one query: rows, total, and the moment to page from.
 */
export async function listIdeas(
  db: Db,
  organisationId: string,
  query: IdeaQuery,
): Promise<IdeaPage> {
  const { editionId, categoryId, outcome, language, cursor } = query;
  const { rows } = await sql<Row & Head>`${selectKeys(organisationId, query)}
    select palabre_now() as now, pg_current_snapshot()::text as snapshot,
      (extract(epoch from palabre_now()) * 1000000)::bigint as at,
      (select approximate from search) as approximate,
      ${outcome === null && !language ? selectTally(organisationId, editionId, categoryId) : sql`(select count(*) from idea i where ${selectHere(organisationId, query)})`} as total,
      coalesce((select last_number from idea_tally where organisation_id = ${organisationId}
        and edition_id = ${editionId} and category_id is null), 0) as last_number,
      l.*
    from (select) as head left join lateral (${selectListed(organisationId)}) l on true`.execute(
    db,
  );
  const page = asPage(rows, cursor, query.sort);
  // Going back, what is left before a page may be less than a page: the list then begins anew.
  return cursor?.direction === 'before' && page.ideas.length < PAGE_SIZE
    ? listIdeas(db, organisationId, { ...query, cursor: null })
    : page;
}

/** How many ideas an edition or a category holds: kept as they come, never counted. */
const selectTally = (organisationId: string, editionId: string, categoryId: string | null) =>
  sql`coalesce((select ideas from idea_tally where organisation_id = ${organisationId}
    and edition_id = ${editionId} and category_id is not distinct from ${categoryId}::uuid), 0)`;

/** Languages that ideas of a board are written in, in order of their codes: one step of the index each, however many ideas there are. */
export async function listLanguages(
  db: Db,
  organisationId: string,
  boardId: string,
): Promise<string[]> {
  const next = (after: RawBuilder<unknown>) => sql`(select i.lang from idea i
    where i.organisation_id = ${organisationId} and i.edition_id = ${boardId} and i.hidden_at is null ${after}
    order by i.lang limit 1)`;
  const { rows } = await sql<{ lang: string }>`
    with recursive spoken as (
      select ${next(sql``)} as lang
      union all
      select ${next(sql`and i.lang > s.lang`)} from spoken s where s.lang is not null
    ) select lang from spoken where lang is not null`.execute(db);
  return rows.map(({ lang }) => lang);
}

/** Given ideas as lists show them, in the order given. */
export async function listGivenIdeas(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<ListedIdea[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`with keys as (
      select i.id, i.number, g.place as key
      from unnest(${[...ids]}::uuid[]) with ordinality as g (id, place)
      join idea i on i.organisation_id = ${organisationId} and i.id = g.id and i.hidden_at is null
    ) ${selectListed(organisationId)} order by k.key`.execute(db);
  return rows.map(asListed);
}

/** The newest ideas of each of some boards, by its id, in one query; those that hold none are absent. */
export async function listNewestOf(
  db: Db,
  organisationId: string,
  boardIds: readonly string[],
  most: number,
): Promise<Map<string, ListedIdea[]>> {
  if (boardIds.length === 0) return new Map();
  const { rows } = await sql<Row>`with keys as (
      select newest.id, newest.number, row_number() over (order by b.place, newest.published_at desc, newest.number desc) as key
      from unnest(${[...boardIds]}::uuid[]) with ordinality as b (id, place)
      cross join lateral (
        select i.id, i.number, i.published_at from idea i
        where i.organisation_id = ${organisationId} and i.edition_id = b.id and i.hidden_at is null
        order by i.published_at desc, i.number desc limit ${most}
      ) newest
    ) ${selectListed(organisationId)} order by k.key`.execute(db);
  const ofBoards = Map.groupBy(rows, (row) => row.edition_id);
  return new Map([...ofBoards].map(([id, those]) => [id, those.map(asListed)]));
}

/** What a card shows of each idea in `keys`. */
function selectListed(organisationId: string): RawBuilder<unknown> {
  return sql`
    select k.key, k.number, i.id, i.edition_id, i.title, left(i.body, 400) as excerpt, i.lang, i.category_id,
      i.author_id, coalesce(a.nickname, i.signature) as nickname,
      official_label(i.organisation_id, i.author_id, i.published_at) as official, i.published_at, i.support_count, i.withdrawn_at, p.picture,
      i.public_outcome, i.is_merged, r.french, r.english
    from keys k
    join idea i on i.organisation_id = ${organisationId} and i.id = k.id
    left join public_reason r on r.organisation_id = i.organisation_id and r.idea_id = i.id
    left join idea_author a on a.organisation_id = i.organisation_id and a.id = i.author_id
    left join lateral (
      select jsonb_build_object('fileId', f.id, 'alt', f.alt, 'width', f.width, 'height', f.height) as picture
      from idea_attachment t
      join published_file f on f.organisation_id = t.organisation_id and f.id = t.file_id
      where t.organisation_id = i.organisation_id and t.idea_id = i.id and f.width is not null
      order by t.position limit 1
    ) p on true`;
}

interface Head {
  now: Date;
  snapshot: string;
  at: number;
  approximate: boolean | null;
  total: number;
  last_number: number;
}

interface Row {
  key: number | null;
  number: number;
  id: string;
  edition_id: string;
  title: string;
  excerpt: string;
  lang: string;
  category_id: string;
  author_id: string | null;
  nickname: string;
  official: string | null;
  published_at: Date;
  support_count: number;
  withdrawn_at: Date | null;
  picture: ListedIdea['picture'];
  public_outcome: ListedIdea['outcome'];
  is_merged: boolean;
  french: string | null;
  english: string | null;
}

function asPage(rows: readonly (Row & Head)[], cursor: Cursor | null, sort: Sort): IdeaPage {
  const head = rows[0]!;
  const back = cursor?.direction === 'before';
  const rising = (sort === 'a-decouvrir') !== back;
  const read = rows
    .filter((row) => row.key !== null)
    .sort((a, b) => (a.key! - b.key! || a.number - b.number) * (rising ? 1 : -1));
  const more = read.length > PAGE_SIZE;
  const shown = read.slice(0, PAGE_SIZE);
  if (back) shown.reverse();
  const moment: Moment | null =
    sort === 'recentes'
      ? null
      : (cursor?.moment ?? {
          snapshot: head.snapshot,
          at: head.at,
          lastNumber: head.last_number,
        });
  const edge = (direction: Cursor['direction'], row: Row | undefined) =>
    row ? writeCursor({ direction, key: row.key!, number: row.number, moment }) : null;
  return {
    ideas: shown.map(asListed),
    total: head.total,
    now: head.now,
    previous: (back ? more : cursor !== null) ? edge('before', shown[0]) : null,
    next: (back ? true : more) ? edge('after', shown.at(-1)) : null,
    approximate: head.approximate ?? false,
  };
}

function asListed(row: Row): ListedIdea {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    excerpt: excerptOf(row.excerpt),
    lang: row.lang,
    categoryId: row.category_id,
    authorId: row.author_id,
    authorNickname: row.nickname,
    official: row.official,
    publishedAt: row.published_at,
    supportCount: row.support_count,
    isWithdrawn: row.withdrawn_at !== null,
    picture: row.picture,
    outcome: row.public_outcome,
    isMerged: row.is_merged,
    reason: row.french === null ? null : { french: row.french, english: row.english ?? '' },
  };
}
