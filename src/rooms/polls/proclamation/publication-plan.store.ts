import type { Tx } from '../../../platform/database/database.ts';
import type { Act } from '../../spaces/index.ts';

/** Ends the publication that waits for its minute, if there is one; the caller holds the poll's lock. */
export async function endPlan(
  tx: Tx,
  { organisationId, by }: Act,
  pollId: string,
  ending: 'published' | 'moved' | 'cancelled' | 'dropped',
): Promise<boolean> {
  const ended = await tx
    .updateTable('poll_publication')
    .set((eb) => ({ ending, ended_by: by, ended_at: eb.fn<Date>('palabre_now') }))
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}
