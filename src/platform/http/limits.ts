import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { forgetSpentWork } from '../secrets/work.ts';
import { Refused } from './refused.ts';

export interface Limit {
  /** What is counted: `sign-in:<mailbox>`. Callers hash what should not be readable. */
  key: string;
  hits: number;
  seconds: number;
  /** 1 unless said; 0 looks without counting. */
  weight?: number;
}

/** Counts one hit in the key's current window, shared by all nodes. Over the limit: 429 with the wait in seconds. */
export async function countHit(db: Db, limit: Limit): Promise<void> {
  const weight = limit.weight ?? 1;
  const { rows } = await sql<{ hits: number; wait: number }>`
    insert into rate_counter (key, window_start, hits)
    values (${limit.key}, to_timestamp(floor(extract(epoch from palabre_now()) / ${limit.seconds}) * ${limit.seconds}), ${weight}::int)
    on conflict (key, window_start) do update set hits = rate_counter.hits + excluded.hits
    returning hits, ceil(extract(epoch from window_start) + ${limit.seconds} - extract(epoch from palabre_now()))::int as wait
  `.execute(db);
  if (rows[0]!.hits > limit.hits) throw new Refused(429, 'too-often', Math.max(1, rows[0]!.wait));
}

/** Seconds to wait when a limit refuses, null when it lets pass: for answers that say it in their own words. */
export async function waitOf(count: () => Promise<void>): Promise<number | null> {
  try {
    await count();
    return null;
  } catch (error) {
    if (error instanceof Refused && error.status === 429) return error.retryAfter ?? 60;
    throw error;
  }
}

/** The most that was counted of something in a window of the last half hour: how much comes, where nothing is refused. */
export async function countLately(db: Db, key: string): Promise<number> {
  const { rows } = await sql<{
    hits: number;
  }>`select coalesce(max(hits), 0)::int as hits from rate_counter
    where key = ${key} and window_start > palabre_now() - interval '30 minutes'`.execute(db);
  return rows[0]!.hits;
}

/** Old windows, and work spent long ago, say nothing any more. */
export async function forgetOldHits(db: Db): Promise<void> {
  await sql`delete from rate_counter where window_start < palabre_now() - interval '1 day'`.execute(
    db,
  );
  await forgetSpentWork(db);
}
