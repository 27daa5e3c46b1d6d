import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import {
  type Cursor,
  type IdeaPage,
  type ListedIdea,
  type Moment,
  PAGE_SIZE,
  readWords,
  type Sort,
  writeCursor,
} from './idea-list.ts';

export interface IdeaQuery {
  editionId: string;
  sort: Sort;
  categoryId: string | null;
  search: string;
  cursor: Cursor | null;
  /** The reader, when signed in. */
  personId: string | null;
}

/**
 * One page of ideas, in one query: rows, total, the reader's supports, and the moment to page from.
 * Only a search that finds nothing as typed asks a second time, for the closest titles.
 */
export async function listIdeas(
  db: Db,
  organisationId: string,
  query: IdeaQuery,
): Promise<IdeaPage> {
  const words = readWords(query.search);
  const approximate = query.cursor?.approximate ?? false;
  let page = await readPage(db, organisationId, query, words, approximate);
  if (page.ideas.length === 0 && words.length > 0 && query.cursor === null) {
    page = await readPage(db, organisationId, query, words, true);
  }
  // Going back, what is left before a page may be less than a page: the list then begins anew.
  if (query.cursor?.direction === 'before' && page.ideas.length < PAGE_SIZE) {
    return listIdeas(db, organisationId, { ...query, cursor: null });
  }
  return page;
}

async function readPage(
  db: Db,
  organisationId: string,
  query: IdeaQuery,
  words: readonly string[],
  approximate: boolean,
): Promise<IdeaPage> {
  const { editionId, sort, categoryId, cursor, personId } = query;
  const filter = sql`i.organisation_id = ${organisationId} and i.edition_id = ${editionId}
    ${categoryId ? sql`and i.category_id = ${categoryId}` : sql``}
    ${words.length > 0 ? searchFor(organisationId, query, words, approximate) : sql``}`;
  const keys =
    sort === 'recentes' ? recentKeys(filter, cursor) : supportKeys(organisationId, query, filter);
  const { rows } = await sql<Row & Head>`${keys}
    select palabre_now() as now, pg_current_snapshot()::text as snapshot,
      (extract(epoch from palabre_now()) * 1000000)::bigint as at,
      coalesce((select ideas from idea_tally where organisation_id = ${organisationId}
        and edition_id = ${editionId} and category_id is not distinct from ${categoryId}::uuid), 0) as total,
      coalesce((select last_number from idea_tally where organisation_id = ${organisationId}
        and edition_id = ${editionId} and category_id is null), 0) as last_number,
      l.*
    from (select) as head left join lateral (${selectListed(organisationId, personId)}) l on true`.execute(
    db,
  );
  return asPage(rows, cursor, sort, approximate);
}

/** Given ideas as lists show them, in the order given. */
export async function listGivenIdeas(
  db: Db,
  organisationId: string,
  ids: readonly string[],
  personId: string | null,
): Promise<ListedIdea[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`with keys as (
      select i.id, i.number, g.place as key
      from unnest(${[...ids]}::uuid[]) with ordinality as g (id, place)
      join idea i on i.organisation_id = ${organisationId} and i.id = g.id
    ) ${selectListed(organisationId, personId)} order by k.key`.execute(db);
  return rows.map(asListed);
}

/** What a card shows of each idea in `keys`. */
function selectListed(organisationId: string, personId: string | null): RawBuilder<unknown> {
  return sql`
    select k.key, k.number, i.id, i.title, left(i.body, 400) as excerpt, i.lang, i.category_id,
      i.author_id, a.nickname, i.published_at, i.support_count,
      ${
        personId
          ? sql`exists (select from idea_support s where s.organisation_id = ${organisationId}
              and s.idea_id = i.id and s.person_id = ${personId})`
          : sql`false`
      } as supported,
      p.picture
    from keys k
    join idea i on i.organisation_id = ${organisationId} and i.id = k.id
    join idea_author a on a.organisation_id = i.organisation_id and a.id = i.author_id
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
  total: number;
  last_number: number;
}

interface Row {
  key: number | null;
  number: number;
  id: string;
  title: string;
  excerpt: string;
  lang: string;
  category_id: string;
  author_id: string;
  nickname: string;
  published_at: Date;
  support_count: number;
  supported: boolean;
  picture: ListedIdea['picture'];
}

/** Search is a filter: by words as the index holds them, or by the closest titles when nothing is found. */
function searchFor(
  organisationId: string,
  query: IdeaQuery,
  words: readonly string[],
  approximate: boolean,
): RawBuilder<unknown> {
  return approximate
    ? sql`and i.id in (select t.id from idea_titles_like(${organisationId}, ${query.editionId}, ${words.join(' ')}) t)`
    : sql`and i.words @@ palabre_query(${[...words]})`;
}

/** Newest first: ideas only ever come on top, so the edge of a page stays where it was. */
function recentKeys(filter: RawBuilder<unknown>, cursor: Cursor | null): RawBuilder<unknown> {
  const edge =
    cursor &&
    sql`(timestamptz 'epoch' + ${cursor.key}::bigint * interval '1 microsecond', ${cursor.number}::int)`;
  const back = cursor?.direction === 'before';
  const order = back ? sql`asc` : sql`desc`;
  return sql`with keys as materialized (
    select i.id, i.number, (extract(epoch from i.published_at) * 1000000)::bigint as key
    from idea i
    where ${filter} ${edge ? sql`and (i.published_at, i.number) ${back ? sql`>` : sql`<`} ${edge}` : sql``}
    order by i.published_at ${order}, i.number ${order}
    limit ${PAGE_SIZE + 1})`;
}

/**
 * By supports, as they were when the reader began. Ideas that did not change since then are read in the
 * order of the index; the few that did are placed at the count they had at that moment.
 */
function supportKeys(
  organisationId: string,
  { editionId, sort, cursor }: IdeaQuery,
  filter: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const back = cursor?.direction === 'before';
  const rising = (sort === 'a-decouvrir') !== back;
  const order = rising ? sql`asc` : sql`desc`;
  if (!cursor?.moment) {
    return sql`with keys as materialized (
      select i.id, i.number, i.support_count as key from idea i where ${filter}
      order by i.support_count ${order}, i.number ${order} limit ${PAGE_SIZE + 1})`;
  }
  const { moment } = cursor;
  const beyond = sql`${rising ? sql`>` : sql`<`} (${cursor.key}::int, ${cursor.number}::int)`;
  return sql`with later as materialized (
      select distinct on (c.idea_id) c.idea_id, c.count_before
      from idea_support_change c
      where c.organisation_id = ${organisationId} and c.edition_id = ${editionId}
        and c.changed_at >= timestamptz 'epoch' + ${moment.at}::bigint * interval '1 microsecond' - interval '10 minutes'
        and not pg_visible_in_snapshot(c.written_xid, ${moment.snapshot}::pg_snapshot)
      order by c.idea_id, c.sequence
    ), steady as (
      select i.id, i.number, i.support_count as key from idea i
      where ${filter} and i.number <= ${moment.lastNumber}
        and (i.support_count, i.number) ${beyond}
        and i.id not in (select idea_id from later)
      order by i.support_count ${order}, i.number ${order} limit ${PAGE_SIZE + 1}
    ), moved as (
      select i.id, i.number, c.count_before as key
      from later c join idea i on i.organisation_id = ${organisationId} and i.id = c.idea_id
      where ${filter} and i.number <= ${moment.lastNumber} and (c.count_before, i.number) ${beyond}
    ), keys as materialized (
      select * from steady union all select * from moved
      order by key ${order}, number ${order} limit ${PAGE_SIZE + 1})`;
}

function asPage(
  rows: readonly (Row & Head)[],
  cursor: Cursor | null,
  sort: Sort,
  approximate: boolean,
): IdeaPage {
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
    row ? writeCursor({ direction, key: row.key!, number: row.number, moment, approximate }) : null;
  return {
    ideas: shown.map(asListed),
    total: head.total,
    now: head.now,
    previous: (back ? more : cursor !== null) ? edge('before', shown[0]) : null,
    next: (back ? true : more) ? edge('after', shown.at(-1)) : null,
    approximate,
  };
}

function asListed(row: Row): ListedIdea {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    excerpt: row.excerpt,
    lang: row.lang,
    categoryId: row.category_id,
    authorId: row.author_id,
    authorNickname: row.nickname,
    publishedAt: row.published_at,
    supportCount: row.support_count,
    supported: row.supported,
    picture: row.picture,
  };
}
