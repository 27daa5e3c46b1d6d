import { sql } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';
import type { CountedSpace } from '../../../platform/room.ts';

/**
 * How many ideas everybody who reads a space finds in it, and how often they are supported (R102). Ideas are counted as they
 * come; supports are added up, so that nobody who supports waits for whoever supports another idea.
 */
export async function countIdeasOfSpace(
  db: Database,
  organisationId: string,
  { components }: CountedSpace,
): Promise<{ proposals: number; supports: number }> {
  const ids = components.filter(({ isHidden }) => !isHidden).map(({ id }) => id);
  const { rows } = await sql<{ proposals: number; supports: number }>`
    select coalesce(sum(t.ideas), 0)::int as proposals, coalesce(sum(s.supports), 0)::int as supports
    from unnest(${ids}::uuid[]) as c (id)
    left join idea_tally t on t.organisation_id = ${organisationId} and t.edition_id = c.id and t.category_id is null
    left join lateral (select sum(support_count) as supports from idea
      where organisation_id = ${organisationId} and edition_id = c.id and hidden_at is null) s on true`.execute(
    db,
  );
  return rows[0]!;
}
