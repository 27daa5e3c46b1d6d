import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import type { Act } from '../../spaces/index.ts';
import { findPoll } from '../poll.store.ts';
import { type CountingRefusal, refuseCounting } from '../poll.ts';
import type { CountProgress } from './tally-process.crypto.ts';

/** A count that was asked for. */
export interface CountRun {
  organisationId: string;
  pollId: string;
  id: string;
}

export interface CountStanding extends CountRun {
  stage: 'waiting' | CountProgress['stage'] | 'done' | 'cancelled' | 'failed';
  /** Ballots gathered or runs counted. */
  steps: number;
  endedAt: Date | null;
}

/**
 * Asks for the count of a sealed poll: a job counts it, no request waits for it. Asked twice while one
 * is under way, there is one.
 */
export async function askCount(
  db: Db,
  { organisationId, by }: Act,
  pollId: string,
): Promise<{ ok: true } | { ok: false; refusal: CountingRefusal }> {
  return inTransaction(db, async (tx) => {
    const poll = await findPoll(tx, organisationId, pollId);
    if (!poll) throw new Error(`No poll ${pollId}.`);
    const refusal = refuseCounting(poll);
    if (refusal) return { ok: false, refusal };
    const asked = await tx
      .insertInto('poll_count')
      .values({ organisation_id: organisationId, poll_id: pollId, asked_by: by })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (asked) await queueJob(tx, 'count-poll', { organisationId, pollId, id: asked.id });
    return { ok: true };
  });
}

/** The latest count asked for; null: none. */
export async function findCount(
  db: Db,
  organisationId: string,
  pollId: string,
): Promise<CountStanding | null> {
  const row = await db
    .selectFrom('poll_count')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        organisationId,
        pollId,
        id: row.id,
        stage: row.stage as CountStanding['stage'],
        steps: row.steps,
        endedAt: row.ended_at,
      }
    : null;
}

/** Who asked for a count that has not ended; null: it has, and nothing is to be done. */
export async function findRunToDo(db: Db, run: CountRun): Promise<{ by: string | null } | null> {
  const row = await db
    .selectFrom('poll_count')
    .select('asked_by')
    .where('organisation_id', '=', run.organisationId)
    .where('poll_id', '=', run.pollId)
    .where('id', '=', run.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ? { by: row.asked_by } : null;
}

/** How far a count is. `false`: it was cancelled. */
export async function noteProgress(
  db: Db,
  run: CountRun,
  { stage, steps }: CountProgress,
): Promise<boolean> {
  const noted = await db
    .updateTable('poll_count')
    .set({ stage, steps })
    .where('organisation_id', '=', run.organisationId)
    .where('poll_id', '=', run.pollId)
    .where('id', '=', run.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return noted.numUpdatedRows === 1n;
}

/** Ends a count; `false`: it had ended. Between the end and a cancellation, one wins. */
export async function endRun(db: Db, run: CountRun, stage: 'done' | 'failed'): Promise<boolean> {
  const ended = await db
    .updateTable('poll_count')
    .set((eb) => ({ stage, ended_at: eb.fn<Date>('palabre_now') }))
    .where('organisation_id', '=', run.organisationId)
    .where('poll_id', '=', run.pollId)
    .where('id', '=', run.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** Gives up the count under way; `false`: there is none. */
export async function cancelCount(
  db: Db,
  organisationId: string,
  pollId: string,
): Promise<boolean> {
  const cancelled = await db
    .updateTable('poll_count')
    .set((eb) => ({ stage: 'cancelled', ended_at: eb.fn<Date>('palabre_now') }))
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return cancelled.numUpdatedRows === 1n;
}
