import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { listGivenIdeas } from './idea-list.store.ts';
import type { ListedIdea } from './idea-list.ts';
import { type Candidate, chooseWords, rankSimilar, type Word } from './similar.ts';

/**
 * Up to ten ideas of the edition that resemble a text (R113): by the stems of its rarest words, without
 * accents; a word of its title that stands nowhere counts as the closest ones (it may be mistyped).
 */
export async function findSimilar(
  db: Db,
  organisationId: string,
  editionId: string,
  text: { title: string; body: string },
): Promise<ListedIdea[]> {
  const words = await listWords(db, organisationId, editionId, text);
  const chosen = chooseWords(words).map(({ stem }) => stem);
  if (chosen.length === 0) return [];
  const stems = words.map(({ stem }) => stem);
  const { rows } = await sql<Candidate>`
    select i.id, similarity(palabre_fold(i.title), palabre_fold(${text.title})) as "titleLikeness",
      array(select lexeme from unnest(i.words) where lexeme = any(${stems}::text[]) and 'A' = any(weights)) as "inTitle",
      array(select lexeme from unnest(i.words) where lexeme = any(${stems}::text[])) as "inText"
    from (
      select n.id, n.title, n.words from idea n,
        (select string_agg(quote_literal(stem), ' | ')::tsquery as query from unnest(${chosen}::text[]) as stem) q
      where n.organisation_id = ${organisationId} and n.edition_id = ${editionId} and n.words @@ q.query
      order by ts_rank(n.words, q.query) desc, n.number limit 60
    ) i`.execute(db);
  return listGivenIdeas(db, organisationId, rankSimilar(words, rows));
}

/** The stems of a text that stand in some idea of the edition, with the share of ideas that hold each. */
async function listWords(
  db: Db,
  organisationId: string,
  editionId: string,
  text: { title: string; body: string },
): Promise<Word[]> {
  const { rows } = await sql<Word>`
    with typed as (
      select w.lexeme as stem, 'A' = any(w.weights) as in_title
      from unnest(setweight(to_tsvector('palabre_fr', palabre_fold(${text.title})), 'A') ||
        setweight(to_tsvector('palabre_fr', palabre_fold(${text.body})), 'B')) w
      where w.lexeme ~ '^[[:alnum:]]{2,}$'
      limit 400
    )
    select k.stem, bool_or(t.in_title) as "inTitle", max(k.ideas)::float8 / max(a.ideas) as frequency
    from typed t
    cross join lateral (
      (select w.stem, w.ideas from idea_word w
        where w.organisation_id = ${organisationId} and w.edition_id = ${editionId} and w.stem = t.stem and w.ideas > 0)
      union all
      (select w.stem, w.ideas from idea_word w
        where t.in_title and w.edition_id = ${editionId} and w.stem % t.stem and w.ideas > 0
          and w.organisation_id = ${organisationId}
          and not exists (select from idea_word e where e.organisation_id = ${organisationId}
            and e.edition_id = ${editionId} and e.stem = t.stem and e.ideas > 0)
        order by similarity(w.stem, t.stem) desc, w.stem limit 2)
    ) k
    join idea_tally a on a.organisation_id = ${organisationId} and a.edition_id = ${editionId}
      and a.category_id is null and a.ideas > 0
    group by k.stem`.execute(db);
  return rows;
}
