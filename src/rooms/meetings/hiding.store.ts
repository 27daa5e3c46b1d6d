import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';

/** Takes a meeting out of sight, or back: the agenda, feeds, searches and sets leave it out; who registered stays so. */
export async function hideMeeting(
  tx: Tx,
  organisationId: string,
  id: string,
  isHidden: boolean,
): Promise<void> {
  await sql`update meeting set hidden_at = case when ${isHidden} then palabre_now() end
    where organisation_id = ${organisationId} and id = ${id} and (hidden_at is null) = ${isHidden}`.execute(
    tx,
  );
}
