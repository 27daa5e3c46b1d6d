import { Logger, type Runner, run, runOnce, type TaskList } from 'graphile-worker';
import type pg from 'pg';

/** A job: its payload as queued. A thrown error makes it try again later, more and more slowly. */
type Job = (payload: never) => Promise<void>;
export type Jobs = Record<string, Job>;

function taskList(jobs: Jobs): TaskList {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [name, (payload: unknown) => job(payload as never)]),
  );
}

const quiet = { info() {}, debug() {}, warn: console.warn, error: console.error };

/** Runs jobs beside the web server until stopped. */
export async function startWorker(pool: pg.Pool, jobs: Jobs): Promise<Runner> {
  return run({
    pgPool: pool,
    taskList: taskList(jobs),
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') quiet.error(message);
    }),
  });
}

/** Runs every job that is due and returns: tests and seeds. */
export async function runDueJobs(pool: pg.Pool, jobs: Jobs): Promise<void> {
  await runOnce({
    pgPool: pool,
    taskList: taskList(jobs),
    concurrency: 2,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') quiet.error(message);
    }),
  });
}
