import type { Database } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { areBothFinished, type WrittenBatch } from './batch.ts';
import {
  lockBatch,
  lockPoints,
  type Refusable,
  type UrnAct,
  UrnRefused,
  withinKeying,
} from './keying-access.store.ts';

/** Opens a numbered pile of one urn. The caller has checked it and its point. */
export async function openBatch(
  db: Database,
  act: UrnAct,
  batch: WrittenBatch,
): Promise<Refusable<{ id: string }>> {
  const { organisationId, pollId, by } = act;
  return withinKeying(db, act, async (tx) => {
    await lockPoints(tx, act);
    const closed = await tx
      .selectFrom('paper_point_closing')
      .select('point_id')
      .where('organisation_id', '=', organisationId)
      .where('poll_id', '=', pollId)
      .where('point_id', '=', batch.pointId)
      .executeTakeFirst();
    if (closed) throw new UrnRefused('point-closed');
    const { id } = await tx
      .insertInto('paper_batch')
      .values({
        organisation_id: organisationId,
        poll_id: pollId,
        point_id: batch.pointId,
        urn: batch.urn,
        number: batch.number,
        declared: batch.declared,
        opened_by: by,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordFact(tx, {
      organisationId,
      kind: 'urn.batch-opened',
      actorId: by,
      subject: { kind: 'poll', id: pollId },
      detail: { ...batch },
    });
    return { id };
  });
}

/** Another count by hand, while nobody has signed. Whoever had finished looks again. */
export async function recountBatch(
  db: Database,
  act: UrnAct,
  batchId: string,
  declared: number,
): Promise<Refusable<object>> {
  const { organisationId, pollId, by } = act;
  return withinKeying(db, act, async (tx) => {
    const { batch } = await lockBatch(tx, act, batchId);
    if (areBothFinished(batch)) throw new UrnRefused('pile-finished');
    if (batch.keyings.some(({ typed }) => typed.length > declared))
      throw new UrnRefused('count-differs');
    await tx
      .updateTable('paper_batch')
      .set({ declared })
      .where('organisation_id', '=', organisationId)
      .where('poll_id', '=', pollId)
      .where('id', '=', batchId)
      .execute();
    await tx
      .updateTable('paper_keying')
      .set({ finished_at: null })
      .where('organisation_id', '=', organisationId)
      .where('poll_id', '=', pollId)
      .where('batch_id', '=', batchId)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'urn.batch-recounted',
      actorId: by,
      subject: { kind: 'poll', id: pollId },
      detail: { number: batch.number, before: batch.declared, declared },
    });
    return {};
  });
}

/** A pile that was opened by mistake goes with what was keyed of it; never a signed one. */
export async function removeBatch(
  db: Database,
  act: UrnAct,
  batchId: string,
): Promise<Refusable<object>> {
  const { organisationId, pollId, by } = act;
  return withinKeying(db, act, async (tx) => {
    const { batch } = await lockBatch(tx, act, batchId);
    await tx
      .deleteFrom('paper_batch')
      .where('organisation_id', '=', organisationId)
      .where('poll_id', '=', pollId)
      .where('id', '=', batchId)
      .execute();
    const { pointId, urn, number, declared } = batch;
    await recordFact(tx, {
      organisationId,
      kind: 'urn.batch-removed',
      actorId: by,
      subject: { kind: 'poll', id: pollId },
      detail: { pointId, urn, number, declared },
    });
    return {};
  });
}
