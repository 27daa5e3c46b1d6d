import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { JsonObject } from '../database/tables.ts';

/**
 * Queues a job in the caller's transaction: it exists if and only if the rows do.
 * `key` makes a later call replace the one still waiting; `runAt` is in real time, not in rules' time.
 * `keepsTime`: the one still waiting runs when it was to run, whatever a later call says.
 */
export async function queueJob(
  db: Db,
  name: string,
  payload: JsonObject,
  options: { runAt?: Date; key?: string; keepsTime?: boolean; priority?: number } = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${name}::text, ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt ?? null}::timestamptz,
    job_key => ${options.key ?? null}::text,
    job_key_mode => ${options.keepsTime ? 'preserve_run_at' : 'replace'}::text,
    priority => ${options.priority ?? 0}::int)`.execute(db);
}

/** The same job for many payloads, in one statement. */
export async function queueJobs(
  db: Db,
  name: string,
  payloads: readonly JsonObject[],
): Promise<void> {
  await sql`select count(*) from graphile_worker.add_jobs(array(
    select (${name}::text, payload, null, null, null, null, null, null)::graphile_worker.job_spec
    from unnest(${payloads.map((payload) => JSON.stringify(payload))}::json[]) as p (payload)))`.execute(
    db,
  );
}

/** How the queue of the whole installation stands; it says nothing of whose jobs they are. */
export async function measureQueue(
  db: Db,
): Promise<{ waiting: number; failed: number; oldestWaitingSeconds: number }> {
  const { rows } = await sql<{ waiting: number; failed: number; oldestWaitingSeconds: number }>`
    select (count(*) filter (where attempts < max_attempts and run_at <= now()))::int as waiting,
      (count(*) filter (where last_error is not null))::int as failed,
      coalesce(extract(epoch from now() - min(run_at) filter
        (where attempts = 0 and locked_at is null and run_at <= now())), 0)::int as "oldestWaitingSeconds"
    from graphile_worker.jobs`.execute(db);
  return rows[0]!;
}
