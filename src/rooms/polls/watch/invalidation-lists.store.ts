import type { Db } from '../../../platform/database/database.ts';
import type { PollKey } from '../box/elector.store.ts';
import type { Invalidation, InvalidationRule, PublicInvalidation } from './invalidation.ts';

/** Every rule that was proposed, in order of time. */
export async function listInvalidations(
  db: Db,
  { organisationId, pollId }: PollKey,
): Promise<Invalidation[]> {
  const rows = await db
    .selectFrom('poll_invalidation')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .orderBy('proposed_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    rule: row.rule as unknown as InvalidationRule,
    reason: row.reason,
    lines: row.lines,
    ballots: row.ballots,
    restored: row.restored,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    outcome: row.outcome as Invalidation['outcome'],
    settledBy: row.settled_by,
    settledAt: row.settled_at,
  }));
}

/** Those that two officers agreed on, as everybody may read them. */
export async function listConfirmed(db: Db, poll: PollKey): Promise<PublicInvalidation[]> {
  const all = await listInvalidations(db, poll);
  return all
    .filter(({ outcome }) => outcome === 'confirmed')
    .map(({ rule, reason, ballots, settledAt }) => ({ rule, reason, ballots, at: settledAt! }));
}
