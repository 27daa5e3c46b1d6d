import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/**
 * What each idea would cost, in cents, by idea: as the office keeps it, else what departments say together; absent
 * where nobody knows.
 */
export async function findCapitalCosts(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; cost: number }>`
    select i.id, coalesce(s.capital_cost, o.cost)::bigint as cost
    from unnest(${[...ideaIds]}::uuid[]) as i (id)
    left join study s on s.organisation_id = ${organisationId} and s.idea_id = i.id
    left join lateral (
      select sum(o.capital_cost) as cost from opinion o
      where o.organisation_id = ${organisationId} and o.idea_id = i.id and o.state = 'given') o on true
    where coalesce(s.capital_cost, o.cost) is not null`.execute(db);
  return new Map(rows.map(({ id, cost }) => [id, cost]));
}
