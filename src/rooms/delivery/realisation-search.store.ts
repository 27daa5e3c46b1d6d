import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import {
  type Found,
  type SearchAsked,
  type Searchable,
  stemsOf,
} from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';

/** Realisations, by the words of their project and by what was told of their steps. */
export const searchedRealisations: Searchable = {
  kind: 'realisation',
  ofEditions: true,
  find: searchRealisations,
};

async function searchRealisations(db: Database, asked: SearchAsked): Promise<Found[]> {
  const slugs = new Map(asked.editions.map(({ id, slug }) => [id, slug]));
  const here = sql`r.organisation_id = ${asked.organisationId}
    and r.edition_id = any(${[...slugs.keys()]}::uuid[])`;
  const among = asked.loosely
    ? sql`array(select distinct w.stem from public_realisation r
        cross join lateral unnest(tsvector_to_array(r.words)) as w (stem) where ${here})`
    : sql`null::text[]`;
  const { rows } = await sql<{
    number: number;
    title: string;
    summary: string;
    edition_id: string;
    query: string;
  }>`
    with search as materialized (select words_query(${[...asked.words]}::text[], ${among}) as query)
    select r.number, r.title, r.summary, r.edition_id, (select query from search)::text as query
    from public_realisation r
    where ${here} and (r.words @@ (select query from search) or r.id in (
      select s.realisation_id from realisation_step s
      where s.organisation_id = ${asked.organisationId} and s.words @@ (select query from search)))
    order by ts_rank(r.words, (select query from search)) desc, r.title, r.id
    limit ${asked.most}`.execute(db);
  return rows.map((row) => ({
    href: urls.delivery({ edition: slugs.get(row.edition_id)!, project: row.number }),
    title: row.title,
    text: row.summary,
    lang: null,
    editionId: row.edition_id,
    number: row.number,
    stems: stemsOf(row.query),
  }));
}
