import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { JsonObject } from '../database/tables.ts';

/**
 * Queues a job in the caller's transaction: it exists if and only if the rows do.
 * `key` makes a later call replace the one still waiting; `runAt` is in real time, not in rules' time.
 */
export async function queueJob(
  db: Db,
  name: string,
  payload: JsonObject,
  options: { runAt?: Date; key?: string; priority?: number } = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${name}::text, ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt ?? null}::timestamptz,
    job_key => ${options.key ?? null}::text,
    priority => ${options.priority ?? 0}::int)`.execute(db);
}
