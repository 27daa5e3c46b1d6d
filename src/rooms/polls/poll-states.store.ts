import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { type Act, type PollState, pollState } from './poll.ts';

/** Where the polls of these editions stand, in one query, by edition; those that have none are absent. */
export async function findPollStates(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Map<string, { state: PollState; closesAt: Date }>> {
  const { rows } = await sql<{
    editionId: string;
    opensAt: Date;
    closesAt: Date;
    acts: Act[];
    now: Date;
  }>`
    select p.edition_id as "editionId", p.opens_at as "opensAt", p.closes_at as "closesAt", palabre_now() as now,
      coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind)) from poll_act a
        where a.organisation_id = p.organisation_id and a.poll_id = p.id), '[]') as acts
    from poll p
    where p.organisation_id = ${organisationId} and p.edition_id = any(${[...editionIds]}::uuid[])`.execute(
    db,
  );
  return new Map(
    rows.map(({ editionId, now, ...poll }) => [
      editionId,
      { state: pollState(poll, now), closesAt: poll.closesAt },
    ]),
  );
}
