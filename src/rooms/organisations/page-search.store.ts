import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type SearchAsked, stemsOf } from '../../platform/search/searchable.ts';

/** A page that stands behind all others, as plain text. */
export interface StandingText {
  href: string;
  title: string;
  text: string;
}

/** The pages, among these, that hold the words asked for: few, so their words are made when they are asked for. */
export async function searchPages(
  db: Database,
  asked: SearchAsked,
  pages: readonly StandingText[],
): Promise<(StandingText & { stems: string[] })[]> {
  const among = asked.loosely
    ? sql`array(select distinct w.stem from said cross join lateral unnest(tsvector_to_array(said.words)) as w (stem))`
    : sql`null::text[]`;
  const { rows } = await sql<{ place: number; query: string }>`
    with said as materialized (
      select p.place, setweight(to_tsvector('palabre_fr', palabre_fold(p.title)), 'A')
        || setweight(to_tsvector('palabre_fr', palabre_fold(p.text)), 'B') as words
      from unnest(${pages.map(({ title }) => title)}::text[], ${pages.map(({ text }) => text)}::text[])
        with ordinality as p (title, text, place)
    ), search as materialized (select words_query(${[...asked.words]}::text[], ${among}) as query)
    select s.place, (select query from search)::text as query from said s
    where s.words @@ (select query from search)
    order by ts_rank(s.words, (select query from search)) desc, s.place
    limit ${asked.most}`.execute(db);
  return rows.map(({ place, query }) => ({ ...pages[place - 1]!, stems: stemsOf(query) }));
}
