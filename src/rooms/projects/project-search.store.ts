import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import {
  type Found,
  type SearchAsked,
  type Searchable,
  stemsOf,
} from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';
import { numberedSegment } from '../spaces/index.ts';

/** Projects of frozen lists whose campaign has begun: nothing of a list before residents may see it. */
export const searchedProjects: Searchable = {
  kind: 'project',
  ofEditions: true,
  find: searchProjects,
};

async function searchProjects(db: Database, asked: SearchAsked): Promise<Found[]> {
  const slugs = new Map(asked.editions.map(({ id, slug }) => [id, slug]));
  const here = sql`p.organisation_id = ${asked.organisationId}
    and p.edition_id = any(${[...slugs.keys()]}::uuid[])`;
  const among = asked.loosely
    ? sql`array(select distinct w.stem from public_project p
        cross join lateral unnest(tsvector_to_array(p.words)) as w (stem) where ${here})`
    : sql`null::text[]`;
  const { rows } = await sql<{
    number: number;
    title: string;
    summary: string;
    edition_id: string;
    query: string;
  }>`
    with search as materialized (select words_query(${[...asked.words]}::text[], ${among}) as query)
    select p.number, p.title, p.summary, p.edition_id, (select query from search)::text as query
    from public_project p
    where ${here} and p.words @@ (select query from search)
    order by ts_rank(p.words, (select query from search)) desc, p.title, p.id
    limit ${asked.most}`.execute(db);
  return rows.map((row) => ({
    href: urls.project({
      edition: slugs.get(row.edition_id)!,
      project: numberedSegment(row.number, row.title),
    }),
    title: row.title,
    text: row.summary,
    lang: null,
    editionId: row.edition_id,
    number: row.number,
    stems: stemsOf(row.query),
  }));
}
