import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';

/** One officer at a time changes a list of the organisation: its order, which addresses are taken, how long it is. */
export async function lockList(
  tx: Tx,
  organisationId: string,
  list: 'pages' | 'faq' | 'partners',
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${list}:${organisationId}`}, 0))`.execute(
    tx,
  );
}
