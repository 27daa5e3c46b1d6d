import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import type { Act } from '../../spaces/index.ts';
import { findDecisions } from './decision.store.ts';
import { findGatherings } from './following.store.ts';

/** Of given ideas, those that wait for what is decided of the lead of their merge. */
export async function listFollowing(
  tx: Tx,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<string[]> {
  const gatherings = await findGatherings(tx, organisationId, ideaIds);
  const leads = [...gatherings.values()].map(({ leadId }) => leadId);
  const decided = await findDecisions(tx, organisationId, leads);
  return ideaIds.filter((id) => {
    const gathering = gatherings.get(id);
    return (
      gathering !== undefined &&
      gathering.leadId !== id &&
      (decided.get(gathering.leadId)?.decidedAt ?? null) === null
    );
  });
}

/**
 * Decides of those that were brought together with ideas just decided, likewise: each has its own decision, so that
 * each holder has their own letter. What is published already stays. Returns those decided.
 */
export async function decideFollowers(
  tx: Tx,
  { organisationId, by }: Act,
  editionId: string,
  decidedIds: readonly string[],
): Promise<string[]> {
  const gatherings = await findGatherings(tx, organisationId, decidedIds);
  const followed: string[] = [];
  for (const id of decidedIds) {
    const gathering = gatherings.get(id);
    if (gathering?.leadId !== id) continue;
    const { rows } = await sql<{ id: string }>`
      insert into decision as d (organisation_id, edition_id, idea_id, round, outcome, reason_id, public_text,
        prepared_by, decided_by, decided_at)
      select l.organisation_id, l.edition_id, f.id,
        1 + coalesce((select max(b.round) from decision b where b.organisation_id = l.organisation_id
          and b.idea_id = f.id and b.reopened_at is not null), 0),
        l.outcome, l.reason_id, l.public_text, l.prepared_by, ${by}::uuid, palabre_now()
      from decision l, unnest(${[...gathering.followerIds]}::uuid[]) as f (id)
      where l.organisation_id = ${organisationId} and l.edition_id = ${editionId}
        and l.idea_id = ${id} and l.reopened_at is null
      on conflict (organisation_id, idea_id, round) do update set outcome = excluded.outcome,
        reason_id = excluded.reason_id, public_text = excluded.public_text, version = d.version + 1, batch_id = null,
        prepared_at = palabre_now(), prepared_by = excluded.prepared_by,
        decided_by = excluded.decided_by, decided_at = excluded.decided_at
        where d.published_at is null
      returning idea_id as id`.execute(tx);
    followed.push(...rows.map((row) => row.id));
  }
  return followed;
}
