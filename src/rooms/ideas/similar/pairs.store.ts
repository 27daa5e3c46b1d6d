import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { type PairCursor, readPairCursor, writePairCursor } from './pairs.ts';

/** One of two ideas that may be the same. */
export interface SimilarIdea {
  id: string;
  number: number;
  title: string;
  lang: string;
  categoryId: string;
  supportCount: number;
}

export interface SimilarPair {
  /** The one with the lower number first. */
  ideas: readonly [SimilarIdea, SimilarIdea];
  /** From 0 to 1. */
  score: number;
}

const PAIRS_A_PAGE = 30;

/**
 * Pairs of ideas that may be the same, the closest first, 30 a page; those that somebody dismissed are absent.
 * `cursor`: as a page before gave it. `without`: ideas to leave out (those already merged).
 */
export async function listSimilarPairs(
  db: Db,
  organisationId: string,
  editionId: string,
  options: { cursor?: string | null; without?: readonly string[] } = {},
): Promise<{ pairs: SimilarPair[]; next: string | null }> {
  const after = readPairCursor(options.cursor ?? '');
  const without = options.without ?? [];
  const rows = await readPairs(
    db,
    organisationId,
    sql`p.edition_id = ${editionId}
      ${after ? sql`and (-p.score, p.idea_low, p.idea_high) > (${-after.score}::float8, ${after.low}::uuid, ${after.high}::uuid) and p.score <= ${after.score}::float8` : sql``}
      ${without.length > 0 ? sql`and not p.idea_low = any(${[...without]}::uuid[]) and not p.idea_high = any(${[...without]}::uuid[])` : sql``}`,
    PAIRS_A_PAGE + 1,
  );
  const shown = rows.slice(0, PAIRS_A_PAGE);
  return {
    pairs: shown.map(asPair),
    next: rows.length > PAIRS_A_PAGE ? writePairCursor(edgeOf(shown.at(-1)!)) : null,
  };
}

/** Ideas that may be the same as one, the closest first, at most twenty; those dismissed are absent. */
export async function listSimilarTo(
  db: Db,
  organisationId: string,
  ideaId: string,
): Promise<(SimilarIdea & { score: number })[]> {
  const rows = await readPairs(
    db,
    organisationId,
    sql`(p.idea_low = ${ideaId} or p.idea_high = ${ideaId})`,
    20,
  );
  return rows.map((row) => ({ ...(row.low.id === ideaId ? row.high : row.low), score: row.score }));
}

/** Says that two ideas are not the same: they are not suggested again, also after an edit. */
export async function dismissSimilarPair(
  db: Db,
  act: { organisationId: string; by: string; ideas: readonly [string, string] },
): Promise<{ ok: true } | { ok: false; refusal: 'not-found' }> {
  const { organisationId, by } = act;
  const [low, high] = [...act.ideas].sort() as [string, string];
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<{ id: string; edition_id: string; number: number }>`
      with dismissed as (
        insert into similar_dismissal (organisation_id, idea_low, idea_high, dismissed_by)
        select organisation_id, idea_low, idea_high, ${by} from similar_pair
        where organisation_id = ${organisationId} and idea_low = ${low} and idea_high = ${high}
        on conflict do nothing returning idea_low, idea_high
      )
      select i.id, i.edition_id, i.number from dismissed d
      join idea i on i.organisation_id = ${organisationId} and i.id in (d.idea_low, d.idea_high)
      order by i.number`.execute(tx);
    const [first, second] = rows;
    // said twice, it is said once
    if (!first) return (await isDismissed(tx, organisationId, low, high)) ? DONE : NOT_FOUND;
    await recordFact(tx, {
      organisationId,
      kind: 'idea.similarity-dismissed',
      actorId: by,
      subject: { kind: 'idea', id: first.id },
      detail: { editionId: first.edition_id, number: first.number, other: second!.number },
    });
    return DONE;
  });
}

const DONE = { ok: true } as const;
const NOT_FOUND = { ok: false, refusal: 'not-found' } as const;

async function isDismissed(
  db: Db,
  organisationId: string,
  low: string,
  high: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('similar_dismissal')
    .select('idea_low')
    .where('organisation_id', '=', organisationId)
    .where('idea_low', '=', low)
    .where('idea_high', '=', high)
    .executeTakeFirst();
  return row !== undefined;
}

interface Row {
  score: number;
  low: SimilarIdea;
  high: SimilarIdea;
}

async function readPairs(
  db: Db,
  organisationId: string,
  which: RawBuilder<unknown>,
  most: number,
): Promise<Row[]> {
  const side = (idea: string) => {
    const at = sql.raw(idea);
    return sql`jsonb_build_object('id', ${at}.id, 'number', ${at}.number, 'title', ${at}.title, 'lang', ${at}.lang,
      'categoryId', ${at}.category_id, 'supportCount', ${at}.support_count)`;
  };
  const { rows } = await sql<Row>`
    select p.score, ${side('a')} as low, ${side('b')} as high
    from (
      select p.idea_low, p.idea_high, p.score from similar_pair p
      where p.organisation_id = ${organisationId} and ${which}
        and not exists (select from similar_dismissal d where d.organisation_id = p.organisation_id
          and d.idea_low = p.idea_low and d.idea_high = p.idea_high)
        and not exists (select from idea h where h.organisation_id = p.organisation_id
          and h.id in (p.idea_low, p.idea_high) and h.hidden_at is not null)
      order by p.score desc, p.idea_low, p.idea_high limit ${most}
    ) p
    join idea a on a.organisation_id = ${organisationId} and a.id = p.idea_low
    join idea b on b.organisation_id = ${organisationId} and b.id = p.idea_high
    order by p.score desc, p.idea_low, p.idea_high`.execute(db);
  return rows;
}

const edgeOf = ({ score, low, high }: Row): PairCursor => ({ score, low: low.id, high: high.id });

function asPair({ score, low, high }: Row): SimilarPair {
  return { score, ideas: low.number < high.number ? [low, high] : [high, low] };
}
