import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { DecisionBatch } from './batch.store.ts';

/** Every batch of an edition with how far its letters are, the newest first; `only`: one of them. */
export async function listBatches(
  db: Db,
  organisationId: string,
  editionId: string,
  only: string | null = null,
): Promise<DecisionBatch[]> {
  const { rows } = await sql<DecisionBatch>`
    select b.id, b.number, b.publishes_at as "publishesAt", b.published_at as "publishedAt",
      b.cancelled_at as "cancelledAt", d.decisions, d.notified, n.mails, n.papers, n.told
    from decision_batch b
    cross join lateral (
      select count(*) as decisions, count(notified_at) as notified from decision d
      where d.organisation_id = b.organisation_id and d.batch_id = b.id) d
    cross join lateral (
      select count(*) filter (where n.channel = 'mail') as mails,
        count(*) filter (where n.channel = 'paper') as papers, count(n.told_at) as told
      from decision d
      join decision_notice n on n.organisation_id = d.organisation_id and n.idea_id = d.idea_id and n.round = d.round
      where d.organisation_id = b.organisation_id and d.batch_id = b.id) n
    where b.organisation_id = ${organisationId} and b.edition_id = ${editionId}
      and (${only}::uuid is null or b.id = ${only}::uuid)
    order by b.number desc`.execute(db);
  return rows;
}
