import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { type SearchAsked, stemsOf } from './searchable.ts';

interface Searched {
  /** A table or a view as `s`, with a column `words`; it is the caller's to name. */
  from: RawBuilder<unknown>;
  /** What of it everybody may see, in the organisation and the editions asked for. */
  here: RawBuilder<unknown>;
  columns: RawBuilder<unknown>;
  /** Of two that are as close: which one first. */
  order: RawBuilder<unknown>;
  /** Rows that hold the words elsewhere; given the query that looks for them. */
  or?: (query: RawBuilder<unknown>) => RawBuilder<unknown>;
}

/** What holds the words asked for, the closest first, each with the stems that were looked for. One statement. */
export async function findByWords<Row extends object>(
  db: Database,
  { words, loosely, most }: SearchAsked,
  { from, here, columns, order, or }: Searched,
): Promise<(Row & { stems: string[] })[]> {
  const among = loosely
    ? sql`array(select distinct w.stem from ${from}
        cross join lateral unnest(tsvector_to_array(s.words)) as w (stem) where ${here})`
    : sql`null::text[]`;
  const query = sql`(select query from search)`;
  const { rows } = await sql<Row & { query: string }>`
    with search as materialized (select words_query(${[...words]}::text[], ${among}) as query)
    select ${columns}, ${query}::text as query from ${from}
    where ${here} and (s.words @@ ${query}${or ? sql` or ${or(query)}` : sql``})
    order by ts_rank(s.words, ${query}) desc, ${order}
    limit ${most}`.execute(db);
  return rows.map((row) => ({ ...row, stems: stemsOf(row.query) }));
}
