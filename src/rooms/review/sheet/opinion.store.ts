import { type Selectable, sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Opinion as OpinionRow } from '../../../platform/database/tables.ts';
import type { Feasibility, Opinion, OpinionState, Verdict } from './opinion.ts';

export async function findOpinion(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Opinion | null> {
  const row = await db
    .selectFrom('opinion')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`id::text = ${id}`)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();
  return row ? asOpinion(row) : null;
}

/** Every opinion asked about these ideas and not withdrawn, in the order in which they were asked. */
export async function listOpinionsOf(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<Opinion[]> {
  if (ideaIds.length === 0) return [];
  const rows = await db
    .selectFrom('opinion')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`idea_id = any(${[...ideaIds]}::uuid[])`)
    .where('state', '<>', 'withdrawn')
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  return rows.map(asOpinion);
}

/** How many opinions of an edition are in each state, of one department or of all. */
export async function countOpinions(
  db: Db,
  organisationId: string,
  editionId: string,
  departmentId: string | null = null,
): Promise<Record<OpinionState, number>> {
  let query = db
    .selectFrom('opinion')
    .select((select) => ['state', select.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('state', '<>', 'withdrawn')
    .groupBy('state');
  if (departmentId) query = query.where('department_id', '=', departmentId);
  const counts: Record<OpinionState, number> = { asked: 0, given: 0, returned: 0 };
  for (const row of await query.execute()) counts[row.state as OpinionState] = Number(row.count);
  return counts;
}

export function asOpinion(row: Selectable<OpinionRow>): Opinion {
  return {
    id: row.id,
    editionId: row.edition_id,
    ideaId: row.idea_id,
    departmentId: row.department_id,
    state: row.state as OpinionState,
    version: row.version,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    dueOn: row.due_on,
    agentId: row.agent_id,
    technical: row.technical as Feasibility | null,
    legal: row.legal as Feasibility | null,
    financial: row.financial as Feasibility | null,
    verdict: row.verdict as Verdict | null,
    comment: row.comment,
    capitalCost: row.capital_cost,
    yearlyCost: row.yearly_cost,
    delayMonths: row.delay_months,
    returnComment: row.return_comment,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    settledAt: row.settled_at,
  };
}
