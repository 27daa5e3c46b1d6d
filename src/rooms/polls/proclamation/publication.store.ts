import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';
import { publishResult } from '../counting/counting.store.ts';
import { findPollAt, lockPoll } from '../poll.store.ts';
import {
  type PlannedPublication,
  type PlanningRefusal,
  refusePlanning,
  settlePlan,
} from './publication.ts';
import { endPlan } from './publication-plan.store.ts';

/** A job waits for the minute; woken before it by the database's clock, it goes back to sleep this long, in milliseconds. */
const NAP = 60_000;

/** The publication that is waiting for its minute; null: none. */
export async function findPlan(
  db: Db,
  organisationId: string,
  pollId: string,
): Promise<PlannedPublication | null> {
  const row = await db
    .selectFrom('poll_publication')
    .select(['id', 'asked_by', 'asked_at', 'publishes_at'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        askedBy: row.asked_by,
        askedAt: row.asked_at,
        publishesAt: row.publishes_at,
      }
    : null;
}

/** Asks for the publication at a minute to come; asked again, the latest one holds (R57). */
export async function planPublication(
  db: Database,
  { organisationId, by }: Act,
  pollId: string,
  publishesAt: Date | null,
): Promise<{ ok: true } | { ok: false; refusal: PlanningRefusal }> {
  return db.transaction().execute(async (tx) => {
    // two officers, one after the other
    await lockPoll(tx, organisationId, pollId);
    const { poll, now } = await findPollAt(tx, organisationId, pollId);
    if (!poll) throw new Error(`No poll ${pollId}.`);
    const refusal = refusePlanning(poll, publishesAt, now);
    if (refusal) return { ok: false, refusal };
    await endPlan(tx, { organisationId, by }, pollId, 'moved');
    await tx
      .insertInto('poll_publication')
      .values({
        organisation_id: organisationId,
        poll_id: pollId,
        asked_by: by,
        asked_at: now,
        publishes_at: publishesAt!,
      })
      .execute();
    await queuePublication(tx, { organisationId, pollId, runAt: publishesAt! });
    await recordFact(tx, {
      organisationId,
      kind: 'poll.publication-planned',
      actorId: by,
      subject: { kind: 'poll', id: pollId },
      detail: { editionId: poll.editionId, at: publishesAt!.toISOString() },
    });
    return { ok: true };
  });
}

/** Gives up the publication that was planned; `false`: there is none. */
export async function cancelPublication(
  db: Database,
  { organisationId, by }: Act,
  poll: { id: string; editionId: string },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await lockPoll(tx, organisationId, poll.id);
    if (!(await endPlan(tx, { organisationId, by }, poll.id, 'cancelled'))) return false;
    await recordFact(tx, {
      organisationId,
      kind: 'poll.publication-cancelled',
      actorId: by,
      subject: { kind: 'poll', id: poll.id },
      detail: { editionId: poll.editionId },
    });
    return true;
  });
}

interface OfPoll {
  organisationId: string;
  pollId: string;
}

/**
 * What the job does when it wakes: publishes in the name of whoever asked, if the minute has come and the
 * publication still stands. All in one transaction, so that killed in the middle nothing has happened.
 */
export async function publishAtItsMinute(
  db: Database,
  { organisationId, pollId }: OfPoll,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockPoll(tx, organisationId, pollId);
    const plan = await findPlan(tx, organisationId, pollId);
    if (!plan) return;
    const { poll, now } = await findPollAt(tx, organisationId, pollId);
    if (!poll) return;
    const act = { organisationId, by: plan.askedBy };
    switch (settlePlan(poll, plan, now)) {
      case 'wait': {
        const later = Math.max(plan.publishesAt.getTime(), Date.now() + NAP);
        return queuePublication(tx, { organisationId, pollId, runAt: new Date(later) });
      }
      case 'drop':
        await endPlan(tx, act, pollId, 'dropped');
        return;
      case 'publish':
        await publishResult(tx, act, pollId);
    }
  });
}

/**
 * Queues every publication that waits, at start: whatever became of a job whose server was killed while it
 * ran (the queue holds such a job back for hours), its minute is kept.
 */
export async function queuePublications(db: Db): Promise<void> {
  const rows = await db
    .selectFrom('poll_publication')
    .select(['organisation_id', 'poll_id', 'publishes_at'])
    .where('ended_at', 'is', null)
    .execute();
  for (const row of rows)
    await queuePublication(db, {
      organisationId: row.organisation_id,
      pollId: row.poll_id,
      runAt: row.publishes_at,
    });
}

/** One waiting job for a poll: a later call moves it. */
async function queuePublication(
  db: Db | Tx,
  { runAt, ...ofPoll }: OfPoll & { runAt: Date },
): Promise<void> {
  const key = `publish-result:${ofPoll.pollId}`;
  await queueJob(db, 'publish-result', { ...ofPoll }, { key, runAt });
}
