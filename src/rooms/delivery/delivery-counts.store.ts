import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

/** What became of an edition's winners. Amounts in cents. */
export interface DeliveryCounts {
  realisations: number;
  /** Delivered or inaugurated. */
  delivered: number;
  abandoned: number;
  voted: number;
  committed: number;
  /** Realisations that say what is committed, and what is spent: where none does, nothing is known. */
  withCommitted: number;
  spent: number;
  withSpent: number;
}

/** Of many editions in one query; those without any are absent. */
export async function countRealisationsOfEditions(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Map<string, DeliveryCounts>> {
  const { rows } = await sql<DeliveryCounts & { id: string }>`
    select edition_id as id, count(*)::int as realisations,
      count(*) filter (where stage in ('delivered', 'inaugurated'))::int as delivered,
      count(*) filter (where halted = 'abandoned')::int as abandoned,
      coalesce(sum(voted_cost), 0)::bigint as voted,
      coalesce(sum(committed_cost), 0)::bigint as committed, count(committed_cost)::int as "withCommitted",
      coalesce(sum(spent_cost), 0)::bigint as spent, count(spent_cost)::int as "withSpent"
    from realisation
    where organisation_id = ${organisationId} and edition_id = any(${[...editionIds]}::uuid[])
    group by 1`.execute(db);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
