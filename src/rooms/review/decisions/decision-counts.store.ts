import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { DECISION_STATES, type DecisionState } from './decision.ts';

/** How many ideas of an edition stand in each state. */
export async function countDecisions(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<Record<DecisionState, number>> {
  return (await countDecisionsOfEditions(db, organisationId, [editionId])).get(editionId)!;
}

/** The same of many editions in one query: all of them are in the answer. */
export async function countDecisionsOfEditions(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Map<string, Record<DecisionState, number>>> {
  const rows = await db
    .selectFrom('idea_decision')
    .select(({ fn }) => ['edition_id', 'state', fn.countAll<number>().as('ideas')])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`edition_id = any(${[...editionIds]}::uuid[])`)
    .groupBy(['edition_id', 'state'])
    .execute();
  const count = (id: string, state: DecisionState) =>
    rows.find((row) => row.edition_id === id && row.state === state)?.ideas ?? 0;
  return new Map(
    editionIds.map((id) => [
      id,
      Object.fromEntries(DECISION_STATES.map((state) => [state, count(id, state)])) as Record<
        DecisionState,
        number
      >,
    ]),
  );
}
