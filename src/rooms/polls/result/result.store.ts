import type { Db } from '../../../platform/database/database.ts';
import { hashText } from '../box/box.crypto.ts';
import { listDrawn, type PollResult } from './result.ts';
import { type FirstResult, upgradeResult } from './result-v1.ts';

export interface KeptResult {
  result: PollResult;
  /** SHA-256 of its canonical form, as it was written. */
  hash: string;
  /** The canonical form itself, in the format of its time. */
  body: string;
  /** What each option drew where a public draw was held: SHA-256 of `seed:key`; empty elsewhere. */
  lots: ReadonlyMap<string, string>;
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
  if (!row) return null;
  const result = upgradeResult(JSON.parse(row.body) as FirstResult | PollResult);
  const lots = listDrawn(result).map((key) => [key, hashText(`${result.root}:${key}`)] as const);
  return { ...row, result, lots: new Map(lots) };
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
