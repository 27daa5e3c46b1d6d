import { sql } from 'kysely';
import {
  type Database,
  type Db,
  readNow,
  type Tx,
  violatedConstraint,
} from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { type Act, lockEdition } from '../../spaces/index.ts';
import { listFilteredIds } from './decision.store.ts';
import type { DecisionFilter } from './decision.ts';

/** Decisions that are published together. */
export interface DecisionBatch {
  id: string;
  number: number;
  publishesAt: Date;
  publishedAt: Date | null;
  cancelledAt: Date | null;
  decisions: number;
  /** Decisions whose holders' letters are written. */
  notified: number;
  mails: number;
  papers: number;
  /** Of those on paper. */
  told: number;
}

export type BatchRefusal = 'list-frozen' | 'nothing-to-publish' | 'in-the-past';

/**
 * Puts decisions in a batch and publishes it, at once or at a minute to come (`publishesAt`). Published means seen by
 * everybody, all of the batch in the same instant; a job then writes to their holders.
 */
export async function publishDecisions(
  db: Db,
  act: Act,
  editionId: string,
  chosen: readonly string[] | DecisionFilter,
  publishesAt: Date | null = null,
): Promise<
  { ok: true; batchId: string; decisions: number } | { ok: false; refusal: BatchRefusal }
> {
  const { organisationId } = act;
  try {
    return await inTransaction(db, async (tx) => {
      const isOurs = await lockEdition(tx, organisationId, editionId);
      if (!isOurs) return { ok: false, refusal: 'nothing-to-publish' };
      if (publishesAt && publishesAt <= (await readNow(tx)))
        return { ok: false, refusal: 'in-the-past' };
      const ids =
        'state' in chosen ? await listFilteredIds(tx, organisationId, editionId, chosen) : chosen;
      const batch = await openBatch(tx, act, editionId, publishesAt);
      const taken = await tx
        .updateTable('decision')
        .set({ batch_id: batch.id })
        .where('organisation_id', '=', organisationId)
        .where('edition_id', '=', editionId)
        .where(sql<boolean>`idea_id = any(${[...ids]}::uuid[])`)
        .where('decided_at', 'is not', null)
        .where('batch_id', 'is', null)
        .executeTakeFirst();
      const decisions = Number(taken.numUpdatedRows);
      if (decisions === 0) throw new NothingToPublish();
      if (publishesAt)
        await queueJob(
          tx,
          'publish-decisions',
          { organisationId, batchId: batch.id },
          { runAt: publishesAt },
        );
      else await publishBatch(tx, act, editionId, batch);
      return { ok: true, batchId: batch.id, decisions };
    });
  } catch (error) {
    if (error instanceof NothingToPublish) return { ok: false, refusal: 'nothing-to-publish' };
    if (violatedConstraint(error) === 'decision_list_is_frozen')
      return { ok: false, refusal: 'list-frozen' };
    throw error;
  }
}

class NothingToPublish extends Error {}

/** At its minute, or when it is woken again: what is left of it is published once. */
export async function publishAtItsMinute(
  db: Database,
  { organisationId, batchId }: { organisationId: string; batchId: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const waiting = await findWaiting(tx, organisationId, batchId);
    if (!waiting) return;
    await lockEdition(tx, organisationId, waiting.edition_id);
    const batch = await findWaiting(tx, organisationId, batchId);
    if (!batch) return;
    if (batch.publishes_at > (await readNow(tx)))
      return queueJob(
        tx,
        'publish-decisions',
        { organisationId, batchId },
        { runAt: batch.publishes_at },
      );
    const act = { organisationId, by: batch.planned_by };
    await publishBatch(tx, act, batch.edition_id, batch);
  });
}

/** Publishes all that is decided and was not published yet: before the list is frozen, in the same transaction. */
export async function publishRemaining(tx: Tx, act: Act, editionId: string): Promise<void> {
  const { organisationId } = act;
  await closeBatches(tx, act, editionId);
  const left = await tx
    .selectFrom('decision')
    .select('idea_id')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('decided_at', 'is not', null)
    .where('published_at', 'is', null)
    .execute();
  if (left.length === 0) return;
  const ids = left.map((row) => row.idea_id);
  const published = await publishDecisions(tx, act, editionId, ids);
  if (!published.ok) throw new Error(`publishRemaining: ${published.refusal}`);
}

/** A batch that waits for its minute is not published then: its decisions wait for another one. */
export async function cancelBatch(db: Db, act: Act, batchId: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const batch = await findWaiting(tx, act.organisationId, batchId);
    if (!batch) return false;
    await lockEdition(tx, act.organisationId, batch.edition_id);
    return (await closeBatches(tx, act, batch.edition_id, batchId)) > 0;
  });
}

/** Ends batches that wait, one of them or all; the caller holds the edition's lock. */
async function closeBatches(
  tx: Tx,
  { organisationId, by }: Act,
  editionId: string,
  only?: string,
): Promise<number> {
  let close = tx
    .updateTable('decision_batch')
    .set({ cancelled_by: by, cancelled_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('published_at', 'is', null)
    .where('cancelled_at', 'is', null);
  if (only !== undefined) close = close.where('id', '=', only);
  const closed = (await close.returning('id').execute()).map(({ id }) => id);
  if (closed.length > 0)
    await tx
      .updateTable('decision')
      .set({ batch_id: null })
      .where('organisation_id', '=', organisationId)
      .where('batch_id', 'in', closed)
      .execute();
  return closed.length;
}

async function openBatch(
  tx: Tx,
  { organisationId, by }: Act,
  editionId: string,
  publishesAt: Date | null,
): Promise<{ id: string; number: number }> {
  return tx
    .insertInto('decision_batch')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from decision_batch
        where organisation_id = ${organisationId} and edition_id = ${editionId})`,
      planned_by: by,
      publishes_at: publishesAt ?? sql<Date>`palabre_now()`,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
}

async function publishBatch(
  tx: Tx,
  { organisationId, by }: Act,
  editionId: string,
  batch: { id: string; number: number },
): Promise<void> {
  const rows = await tx
    .updateTable('decision')
    .set({ published_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('batch_id', '=', batch.id)
    .where('published_at', 'is', null)
    .returning('outcome')
    .execute();
  // all that was in it was changed or taken back meanwhile
  const ends = rows.length === 0 ? 'cancelled_at' : 'published_at';
  await tx
    .updateTable('decision_batch')
    .set({ [ends]: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', batch.id)
    .execute();
  if (rows.length === 0) return;
  const toVote = rows.filter(({ outcome }) => outcome === 'to-vote').length;
  await recordFact(tx, {
    organisationId,
    kind: 'decision.published',
    actorId: by,
    subject: { kind: 'edition', id: editionId },
    detail: { editionId, batch: batch.number, toVote, refused: rows.length - toVote },
  });
  await queueJob(tx, 'write-decision-letters', { organisationId, batchId: batch.id });
}

async function findWaiting(db: Db, organisationId: string, batchId: string) {
  return db
    .selectFrom('decision_batch')
    .select(['id', 'number', 'edition_id', 'planned_by', 'publishes_at'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', batchId)
    .where('published_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
}

/** A published batch by its number, and the ideas that were decided in it. */
export async function findDecidedBatch(
  db: Db,
  organisationId: string,
  editionId: string,
  number: number,
): Promise<{ id: string; ideaIds: string[] } | null> {
  const { rows } = await sql<{ id: string; ideaIds: string[] }>`
    select b.id, array(select d.idea_id from decision d where d.organisation_id = b.organisation_id
      and d.batch_id = b.id and d.published_at is not null order by d.idea_id) as "ideaIds"
    from decision_batch b where b.organisation_id = ${organisationId} and b.edition_id = ${editionId}::uuid
      and b.number = ${number}`.execute(db);
  return rows[0] ?? null;
}
