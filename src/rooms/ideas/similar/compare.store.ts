import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import { type Asked, selectCandidates } from './candidates.store.ts';
import { likenessOf, PAIRS_OF_AN_IDEA, SIMILAR_FROM, type SideBySide } from './likeness.ts';
import { chooseProbes, type HeldStem } from './probes.ts';

/**
 * A batch has no reader who waits, and many texts: fewer ideas are read for each than for a draft, and fewer
 * candidates word by word.
 */
const LIMITS = { most: 10, read: 250 };

export interface Compared {
  organisationId: string;
  editionId: string;
  /** Few enough for one transaction: a hundred. */
  ideaIds: readonly string[];
}

/**
 * Compares given ideas with all others of their edition and keeps what resembles them. What was kept of a text
 * since edited is forgotten first. The caller holds the lock of the edition's search.
 */
export async function compareIdeas(tx: Tx, compared: Compared): Promise<void> {
  const { organisationId, editionId } = compared;
  const ideaIds = sql`${[...compared.ideaIds]}::uuid[]`;
  if (compared.ideaIds.length === 0) return;
  const pairs = await findPairs(tx, compared);
  await sql`delete from similar_pair p using idea i, idea_comparison c
    where i.organisation_id = ${organisationId} and i.id = any(${ideaIds})
      and c.organisation_id = i.organisation_id and c.idea_id = i.id
      and c.text_edited_at is distinct from i.edited_at
      and p.organisation_id = i.organisation_id and i.id in (p.idea_low, p.idea_high)`.execute(tx);
  await sql`insert into similar_pair (organisation_id, edition_id, idea_low, idea_high, score)
    select ${organisationId}, ${editionId}, least(a, b), greatest(a, b), max(score)
    from unnest(${pairs.map(({ idea }) => idea)}::uuid[], ${pairs.map(({ other }) => other)}::uuid[],
      ${pairs.map(({ score }) => score)}::float8[]) as p (a, b, score)
    group by 3, 4 order by 3, 4
    on conflict (organisation_id, idea_low, idea_high) do update set score = excluded.score`.execute(
    tx,
  );
  await sql`insert into idea_comparison (organisation_id, idea_id, text_edited_at)
    select organisation_id, id, edited_at from idea
    where organisation_id = ${organisationId} and id = any(${ideaIds}) order by id
    on conflict (organisation_id, idea_id) do update
      set text_edited_at = excluded.text_edited_at, compared_at = palabre_now()`.execute(tx);
}

interface Pair {
  idea: string;
  other: string;
  score: number;
}

async function findPairs(tx: Tx, compared: Compared): Promise<Pair[]> {
  const { total, stems } = await listStems(tx, compared);
  const asked = [...stems].flatMap(([asker, held]) =>
    chooseProbes(held, total, LIMITS.read).map((probe) => ({ asker, ...probe })),
  );
  const rows = await readCandidates(tx, { ...compared, total }, asked, [...stems.values()].flat());
  const byIdea = Map.groupBy(
    rows
      .map(({ idea, other, ...pair }) => ({ idea, other, score: likenessOf(pair) }))
      .filter(({ score }) => score >= SIMILAR_FROM),
    ({ idea }) => idea,
  );
  return [...byIdea.values()].flatMap((pairs) =>
    pairs
      .sort((a, b) => b.score - a.score || (a.other < b.other ? -1 : 1))
      .slice(0, PAIRS_OF_AN_IDEA),
  );
}

/** By idea, the stems that at least another idea holds too. */
async function listStems(
  tx: Tx,
  { organisationId, editionId, ideaIds }: Compared,
): Promise<{ total: number; stems: Map<string, HeldStem[]> }> {
  const { rows } = await sql<HeldStem & { idea: string; total: number }>`
    with held as materialized (
      select i.id, w.lexeme, w.weights from idea i cross join lateral unnest(i.words) w
      where i.organisation_id = ${organisationId} and i.id = any(${[...ideaIds]}::uuid[])
    ), total as materialized (
      select ideas from idea_tally
      where organisation_id = ${organisationId} and edition_id = ${editionId} and category_id is null
    )
    select h.id as idea, h.lexeme as stem, k.ideas, 'A' = any(h.weights) as "inTitle", t.ideas as total
    from held h cross join total t
    -- the words of these ideas are few: each is looked up, whatever the planner believes of an edition just filled
    cross join lateral (select ideas from idea_word k where k.organisation_id = ${organisationId}
      and k.edition_id = ${editionId} and k.stem = h.lexeme and k.ideas > 1 limit 1) k`.execute(tx);
  return {
    total: rows[0]?.total ?? 0,
    stems: Map.groupBy(rows, ({ idea }) => idea),
  };
}

/** What probes found is put in order by what it shares; only the closest are then read word by word. */
async function readCandidates(
  tx: Tx,
  among: Compared & { total: number },
  asked: readonly Asked[],
  stems: readonly HeldStem[],
): Promise<(Pick<Pair, 'idea' | 'other'> & SideBySide)[]> {
  const { organisationId, editionId, total } = among;
  if (asked.length === 0) return [];
  const weigh = (stem: string) =>
    sql`ln(1 / least(0.9, greatest(${sql.raw(stem)}.ideas / ${total}::float8, 0.0005)))`;
  const { rows } = await sql<
    Omit<SideBySide, 'weights' | 'titleWeights'> & {
      idea: string;
      other: string;
      a: number;
      b: number;
      a_title: number;
      b_title: number;
    }
  >`
    with ${selectCandidates(among, asked, stems, LIMITS)}, read as materialized (
      select i.id, i.title, i.words from idea i where i.organisation_id = ${organisationId}
        and i.id in (select asker::uuid from candidate union select id from candidate)
    ), word as materialized (
      select r.id, k.stem, 'A' = any(w.weights) as titled, ${weigh('k')} as weight
      from read r cross join lateral unnest(r.words) w
      join idea_word k on k.organisation_id = ${organisationId} and k.edition_id = ${editionId} and k.stem = w.lexeme
    ), whole as materialized (
      select id, sum(weight) as weight, coalesce(sum(weight) filter (where titled), 0) as title from word group by id
    ), common as materialized (
      select c.asker::uuid as idea, c.id as other, sum(x.weight) as weight,
        coalesce(sum(x.weight) filter (where x.titled and y.titled), 0) as title
      from candidate c
      join word x on x.id = c.asker::uuid
      join word y on y.id = c.id and y.stem = x.stem
      group by c.asker, c.id
    )
    select c.idea, c.other, c.weight as shared, c.title as "sharedTitle",
      x.weight as a, y.weight as b, x.title as a_title, y.title as b_title,
      similarity(palabre_fold(s.title), palabre_fold(t.title))::float8 as "titleLetters"
    from common c
    join whole x on x.id = c.idea join whole y on y.id = c.other
    join read s on s.id = c.idea join read t on t.id = c.other`.execute(tx);
  return rows.map(({ a, b, a_title, b_title, ...row }) => ({
    ...row,
    weights: [a, b],
    titleWeights: [a_title, b_title],
  }));
}
