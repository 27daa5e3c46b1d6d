import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { listGivenIdeas } from './idea-list.store.ts';
import type { ListedIdea } from './idea-list.ts';
import { type Candidate, chooseWords, rankSimilar, type Word } from './similar.ts';

/**
 * Up to ten ideas of the edition that resemble a text (R113): by the stems of its rarest words, without
 * accents, and by the likeness of titles, which forgives what is mistyped.
 */
export async function findSimilar(
  db: Db,
  organisationId: string,
  editionId: string,
  text: { title: string; body: string },
  personId: string | null,
): Promise<ListedIdea[]> {
  const words = await listWords(db, text);
  const chosen = chooseWords(words).map((word) => word.stem);
  const { rows } = await sql<Candidate>`
    with near as (
      (select i.id from idea i,
          (select coalesce(string_agg(quote_literal(stem), ' | '), '')::tsquery as query
            from unnest(${chosen}::text[]) as stem) q
        where i.organisation_id = ${organisationId} and i.edition_id = ${editionId} and i.words @@ q.query
        order by ts_rank(i.words, q.query) desc, i.number limit 60)
      union
      (select i.id from idea i
        where i.organisation_id = ${organisationId} and i.edition_id = ${editionId}
          and palabre_fold(i.title) % palabre_fold(${text.title})
        order by similarity(palabre_fold(i.title), palabre_fold(${text.title})) desc, i.number limit 20)
    )
    select i.id, similarity(palabre_fold(i.title), palabre_fold(${text.title})) as "titleLikeness",
      array(select lexeme from unnest(i.words) where lexeme = any(${words.map(({ stem }) => stem)}::text[])
        and 'A' = any(weights)) as "inTitle",
      array(select lexeme from unnest(i.words) where lexeme = any(${words.map(({ stem }) => stem)}::text[])) as "inText"
    from near n join idea i on i.organisation_id = ${organisationId} and i.id = n.id`.execute(db);
  return listGivenIdeas(db, organisationId, rankSimilar(words, rows), personId);
}

/**
 * The stems of a text with the share of ideas that hold each, as the database's own statistics estimate
 * it: no count is kept for this. A stem that they do not know is rare.
 */
async function listWords(db: Db, text: { title: string; body: string }): Promise<Word[]> {
  const { rows } = await sql<Word>`
    with known as (
      select u.stem, u.frequency from pg_stats s,
        unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as u (stem, frequency)
      where s.schemaname = 'public' and s.tablename = 'idea' and s.attname = 'words' and u.stem is not null
    )
    select w.lexeme as stem, 'A' = any(w.weights) as "inTitle",
      coalesce(k.frequency, (select min(frequency) / 2 from known), 0.01)::float8 as frequency
    from unnest(setweight(to_tsvector('palabre_fr', palabre_fold(${text.title})), 'A') ||
      setweight(to_tsvector('palabre_fr', palabre_fold(${text.body})), 'B')) w
    left join known k on k.stem = w.lexeme
    where w.lexeme ~ '^[[:alnum:]]{2,}$'
    limit 400`.execute(db);
  return rows;
}
