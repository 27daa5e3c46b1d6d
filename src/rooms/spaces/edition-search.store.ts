import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type SearchAsked, stemsOf } from '../../platform/search/searchable.ts';

interface FoundEdition {
  id: string;
  title: string;
  text: string;
  stems: string[];
}

/** Public editions by title, summary and districts. */
export const searchEditions = (db: Database, asked: SearchAsked): Promise<FoundEdition[]> =>
  search(db, asked, sql`e.title || ' ' || array_to_string(e.districts, ' ')`, sql`e.summary`);

/** Public editions by their règlement; its own name finds each of them. */
export const searchRules = (
  db: Database,
  asked: SearchAsked,
  name: string,
): Promise<FoundEdition[]> =>
  search(db, asked, sql`${name}::text || ' ' || e.title`, sql`e.rules_text`);

/** A town has some tens of editions: their words are made when they are asked for. */
async function search(
  db: Database,
  asked: SearchAsked,
  title: ReturnType<typeof sql>,
  text: ReturnType<typeof sql>,
): Promise<FoundEdition[]> {
  const among = asked.loosely
    ? sql`array(select distinct w.stem from said cross join lateral unnest(tsvector_to_array(said.words)) as w (stem))`
    : sql`null::text[]`;
  const { rows } = await sql<{ id: string; title: string; text: string; query: string }>`
    with said as materialized (
      select e.id, e.title, ${text} as text, e.created_at,
        setweight(to_tsvector('palabre_fr', palabre_fold(${title})), 'A')
          || setweight(to_tsvector('palabre_fr', palabre_fold(${text})), 'B') as words
      from edition e
      where e.organisation_id = ${asked.organisationId} and e.opened_at is not null and e.abandoned_at is null
        and e.id = any(${asked.editions.map(({ id }) => id)}::uuid[])
    ), search as materialized (select words_query(${[...asked.words]}::text[], ${among}) as query)
    select s.id, s.title, s.text, (select query from search)::text as query from said s
    where s.words @@ (select query from search)
    order by ts_rank(s.words, (select query from search)) desc, s.created_at desc
    limit ${asked.most}`.execute(db);
  return rows.map(({ query, ...found }) => ({ ...found, stems: stemsOf(query) }));
}
