import { type RawBuilder, sql } from 'kysely';
import {
  type AskedOutcome,
  type Cursor,
  type Moment,
  PAGE_SIZE,
  readWords,
  type Sort,
} from './idea-list.ts';

type Sql = RawBuilder<unknown>;

export interface IdeaQuery {
  editionId: string;
  sort: Sort;
  categoryId: string | null;
  /** null: whatever became of them. */
  outcome: AskedOutcome | null;
  /** Of the texts (R112); null or left out: whatever it is. */
  language?: string | null;
  search: string;
  cursor: Cursor | null;
}

/** Up to this many ideas are found by their words, then put in order; where there are more, the order is read. */
const FEW = 1500;

/**
 * Which ideas stand on a page, as the common table expressions `search (approximate)` and
 * `keys (id, number, key)`: one more than fits, so that the page knows whether another follows.
 */
export function selectKeys(organisationId: string, query: IdeaQuery): Sql {
  const { editionId, sort, cursor } = query;
  const words = readWords(query.search);
  if (query.search !== '' && words.length === 0) {
    // Small words alone, or signs: nothing that could be found.
    return sql`with search as (select false as approximate),
      keys as (select id, number, 0 as key from idea where false)`;
  }
  const list: List = {
    here: selectHere(organisationId, query),
    searched: words.length > 0,
  };
  const keys =
    sort === 'recentes'
      ? sql`keys as materialized (${nextKeys(list, inTime(cursor))})`
      : cursor?.moment
        ? atMoment(organisationId, editionId, cursor.moment, list, inSupport(sort, cursor))
        : sql`keys as materialized (${nextKeys(list, inSupport(sort, cursor))})`;
  return list.searched
    ? sql`with search as materialized (
        select * from idea_search(${organisationId}, ${editionId}, ${[...words]}::text[])
      ), few as materialized (
        select i.id, i.number, i.published_at, i.support_count from idea i
        where (select ideas from search) <= ${FEW} and ${list.here} and i.words @@ (select query from search)
      ), ${keys}`
    : sql`with search as (select false as approximate), ${keys}`;
}

/** Of `idea i`: those that a list is of, words apart; what is hidden is of none. */
export function selectHere(
  organisationId: string,
  {
    editionId,
    categoryId,
    outcome,
    language = null,
  }: Pick<IdeaQuery, 'editionId' | 'categoryId' | 'outcome' | 'language'>,
): Sql {
  return sql`i.organisation_id = ${organisationId} and i.edition_id = ${editionId} and i.hidden_at is null
    ${categoryId ? sql`and i.category_id = ${categoryId}` : sql``}
    ${language ? sql`and i.lang = ${language}` : sql``}
    ${outcome === null ? sql`` : outcome === 'merged' ? sql`and i.is_merged` : sql`and i.public_outcome = ${outcome}`}`;
}

interface List {
  /** Which ideas are listed, words apart. */
  here: Sql;
  searched: boolean;
}

/** An order, as an index has it forwards or backwards, and where in it the page begins. */
interface Order {
  key: Sql;
  by: Sql;
  /** `< (…)` or `> (…)`, to be compared with the pair that is ordered by; null: from the beginning. */
  beyond: Sql | null;
  way: Sql;
  pair: Sql;
}

/** Newest first: ideas only ever come on top, so the edge of a page stays where it was. */
function inTime(cursor: Cursor | null): Order {
  const back = cursor?.direction === 'before';
  const way = back ? sql`asc` : sql`desc`;
  const at = cursor && sql`timestamptz 'epoch' + ${cursor.key}::bigint * interval '1 microsecond'`;
  return {
    key: sql`(extract(epoch from i.published_at) * 1000000)::bigint`,
    by: sql`i.published_at ${way}, i.number ${way}`,
    pair: sql`(i.published_at, i.number)`,
    beyond: cursor && sql`${back ? sql`>` : sql`<`} (${at}, ${cursor.number}::int)`,
    way,
  };
}

function inSupport(sort: Sort, cursor: Cursor | null): Order {
  const rising = (sort === 'a-decouvrir') !== (cursor?.direction === 'before');
  const way = rising ? sql`asc` : sql`desc`;
  return {
    key: sql`i.support_count`,
    by: sql`i.support_count ${way}, i.number ${way}`,
    pair: sql`(i.support_count, i.number)`,
    beyond: cursor && sql`${rising ? sql`>` : sql`<`} (${cursor.key}::int, ${cursor.number}::int)`,
    way,
  };
}

/**
 * The next ideas of an order. With words: those that were found, put in order; or, when there are too many
 * of them, the index read in its order until enough hold the words (`offset 0` keeps that filter outside).
 */
function nextKeys({ here, searched }: List, order: Order, besides: Sql = sql``): Sql {
  const rest = sql`${order.beyond ? sql`and ${order.pair} ${order.beyond}` : sql``} ${besides}`;
  if (!searched) {
    return sql`select i.id, i.number, ${order.key} as key from idea i
      where ${here} ${rest} order by ${order.by} limit ${PAGE_SIZE + 1}`;
  }
  return sql`(
      select i.id, i.number, ${order.key} as key from few i
      where true ${rest} order by ${order.by} limit ${PAGE_SIZE + 1}
    ) union all (
      select o.id, o.number, o.key from (
        select i.id, i.number, i.words, ${order.key} as key from idea i
        where (select ideas from search) > ${FEW} and ${here} ${rest} order by ${order.by} offset 0
      ) o where o.words @@ (select query from search) limit ${PAGE_SIZE + 1}
    )`;
}

/**
 * By supports, as they were at the moment the reader began. Ideas that did not change since then are read
 * in the order of the index; the few that did are placed at the count they had.
 */
function atMoment(
  organisationId: string,
  editionId: string,
  moment: Moment,
  list: List,
  order: Order,
): Sql {
  const known = sql`and i.number <= ${moment.lastNumber}`;
  const steady = sql`${known} and i.id not in (select idea_id from later)`;
  return sql`later as materialized (
      select distinct on (c.idea_id) c.idea_id, c.count_before
      from idea_support_change c
      where c.organisation_id = ${organisationId} and c.edition_id = ${editionId}
        and c.changed_at >= timestamptz 'epoch' + ${moment.at}::bigint * interval '1 microsecond' - interval '10 minutes'
        and not pg_visible_in_snapshot(c.written_xid, ${moment.snapshot}::pg_snapshot)
      order by c.idea_id, c.sequence
    ), steady as materialized (${nextKeys(list, order, steady)}
    ), moved as (
      select i.id, i.number, c.count_before as key
      from later c join idea i on i.organisation_id = ${organisationId} and i.id = c.idea_id
      where ${list.here} ${known} and (c.count_before, i.number) ${order.beyond!}
        ${list.searched ? sql`and i.words @@ (select query from search)` : sql``}
    ), keys as materialized (
      select * from steady union all select * from moved
      order by key ${order.way}, number ${order.way} limit ${PAGE_SIZE + 1})`;
}

/**
 * Ids of the first ideas, in order of number, that hold the words asked for among those that `here` says of
 * `idea i`: found by their words when they are few, otherwise read in order until enough hold them.
 */
export function selectFound(
  asked: { organisationId: string; editionId: string; words: readonly string[] },
  here: Sql,
  most: number,
): Sql {
  return sql`with search as materialized (
      select * from idea_search(${asked.organisationId}, ${asked.editionId}, ${[...asked.words]}::text[])
    )
    (select i.id from idea i
      where (select ideas from search) <= ${FEW} and ${here} and i.words @@ (select query from search)
      order by i.number limit ${most}
    ) union all (
      select o.id from (
        select i.id, i.words from idea i
        where (select ideas from search) > ${FEW} and ${here} order by i.number offset 0
      ) o where o.words @@ (select query from search) limit ${most}
    )`;
}
