import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

/** How long one department of an edition took, from asked to given or given back. */
interface DepartmentDelay {
  departmentId: string;
  asked: number;
  /** Given, or given back as not theirs. */
  settled: number;
  /** Days; null: nothing was given yet. */
  median: number | null;
  /** Nine in ten were given within so many days. */
  p90: number | null;
  /** Settled after the due day, or still waited for past it. */
  late: number;
}

const days = sql`extract(epoch from settled_at - asked_at) / 86400`;
const today = sql`(palabre_now() at time zone 'Europe/Paris')::date`;

/** By department, from the opinions of one edition (index `opinion_by_edition`); withdrawn ones count for nothing. */
export async function listDepartmentDelays(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<DepartmentDelay[]> {
  const { rows } = await sql<DepartmentDelay>`
    select department_id as "departmentId", count(*)::int as asked,
      count(*) filter (where state in ('given', 'returned'))::int as settled,
      percentile_cont(0.5) within group (order by ${days}) filter (where state in ('given', 'returned')) as median,
      percentile_cont(0.9) within group (order by ${days}) filter (where state in ('given', 'returned')) as p90,
      count(*) filter (where due_on < coalesce((settled_at at time zone 'Europe/Paris')::date, ${today}))::int as late
    from opinion
    where organisation_id = ${organisationId} and edition_id = ${editionId} and state <> 'withdrawn'
    group by 1`.execute(db);
  return rows;
}

/** The median of all departments together, in days, of many editions in one query; none given: absent. */
export async function findMedianDelays(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; median: number }>`
    select edition_id as id, percentile_cont(0.5) within group (order by ${days}) as median
    from opinion
    where organisation_id = ${organisationId} and edition_id = any(${[...editionIds]}::uuid[])
      and state in ('given', 'returned')
    group by 1`.execute(db);
  return new Map(rows.map(({ id, median }) => [id, median]));
}

/** What published decisions say of the ideas of an edition; `reason` null: kept for the vote, or none was named. */
interface DecidedCount {
  outcome: 'to-vote' | 'refused';
  reason: { french: string; english: string; isInadmissible: boolean } | null;
  ideas: number;
}

export async function countPublishedDecisions(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<DecidedCount[]> {
  const { rows } = await sql<{
    outcome: DecidedCount['outcome'];
    french: string | null;
    english: string | null;
    inadmissible: boolean | null;
    ideas: number;
  }>`
    select d.outcome, r.french, r.english, r.is_inadmissible as inadmissible, count(*)::int as ideas
    from decision d
    left join refusal_reason r on r.organisation_id = d.organisation_id and r.id = d.reason_id
      and d.outcome = 'refused'
    where d.organisation_id = ${organisationId} and d.edition_id = ${editionId}
      and d.reopened_at is null and d.published_at is not null
    group by 1, 2, 3, 4 order by ideas desc, r.french`.execute(db);
  return rows.map(({ outcome, french, english, inadmissible, ideas }) => ({
    outcome,
    ideas,
    reason:
      french === null
        ? null
        : { french, english: english ?? '', isInadmissible: inadmissible ?? false },
  }));
}
