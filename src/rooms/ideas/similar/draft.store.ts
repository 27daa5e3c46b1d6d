import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Board } from '../boards/board.ts';
import { listGivenIdeas } from '../idea-list.store.ts';
import type { ListedIdea } from '../idea-list.ts';
import { selectCandidates } from './candidates.store.ts';
import { type Candidate, rankSimilar, type Word } from './draft.ts';
import { chooseProbes } from './probes.ts';

type Text = { title: string; body: string };

/** Candidates are read word by word, so that the ten closest of them are shown. */
const LIMITS = { most: 40, read: 2000 };

/**
 * Up to ten ideas of the edition that resemble a text (R113): by the stems of its rarest words, without
 * accents; a word of its title that stands nowhere counts as the closest ones (it may be mistyped).
 */
export async function findSimilar(
  db: Db,
  organisationId: string,
  board: Pick<Board, 'id' | 'likeness'>,
  text: Text,
): Promise<ListedIdea[]> {
  const editionId = board.id;
  const { words, total } = await listWords(db, organisationId, editionId, text);
  const probes = chooseProbes(words, total);
  if (probes.length === 0) return [];
  const { rows } = await sql<Candidate>`
    with ${selectCandidates(
      { organisationId, editionId, total },
      probes.map((probe) => ({ ...probe, asker: '' })),
      words,
      LIMITS,
    )}
    select i.id, similarity(palabre_fold(i.title), palabre_fold(${text.title})) as "titleLikeness", s.*
    from candidate c join idea i on i.organisation_id = ${organisationId} and i.id = c.id and i.withdrawn_at is null
    cross join lateral (
      select coalesce(array_agg(w.lexeme) filter (where 'A' = any(w.weights)), '{}') as "inTitle",
        coalesce(array_agg(w.lexeme), '{}') as "inText"
      from unnest(i.words) w where w.lexeme = any(${words.map(({ stem }) => stem)}::text[])
    ) s`.execute(db);
  return listGivenIdeas(db, organisationId, rankSimilar(words, rows, total, board.likeness));
}

/** The stems of a text that stand in some idea of the edition, and how many ideas hold each. */
async function listWords(
  db: Db,
  organisationId: string,
  editionId: string,
  text: Text,
): Promise<{ words: Word[]; total: number }> {
  const { rows } = await sql<Word & { total: number }>`
    with typed as materialized (
      select w.lexeme as stem, 'A' = any(w.weights) as in_title
      from unnest(setweight(to_tsvector('palabre_fr', palabre_fold(${text.title})), 'A') ||
        setweight(to_tsvector('palabre_fr', palabre_fold(${text.body})), 'B')) w
      where w.lexeme ~ '^[[:alnum:]]{2,}$'
      limit 400
    )
    select k.stem, bool_or(t.in_title) as "inTitle", max(k.ideas) as ideas, max(a.ideas) as total
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
  return { words: rows, total: rows[0]?.total ?? 0 };
}
