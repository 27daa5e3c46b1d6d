import type { Db } from '../../platform/database/database.ts';
import type { PollResult } from './result.ts';

export interface KeptResult {
  result: PollResult;
  /** SHA-256 of its canonical form. */
  hash: string;
  /** The canonical form itself. */
  body: string;
}

export async function findResult(
  db: Db,
  organisationId: string,
  pollId: string,
): Promise<KeptResult | null> {
  const row = await db
    .selectFrom('poll_result')
    .select(['body', 'hash'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .executeTakeFirst();
  return row ? { ...row, result: JSON.parse(row.body) as PollResult } : null;
}

export async function insertResult(
  db: Db,
  organisationId: string,
  pollId: string,
  { body, hash }: { body: string; hash: string },
): Promise<void> {
  await db
    .insertInto('poll_result')
    .values({ organisation_id: organisationId, poll_id: pollId, body, hash })
    .execute();
}
