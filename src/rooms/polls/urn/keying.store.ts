import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import {
  areBothFinished,
  type Batch,
  findDifferences,
  type Keying,
  keyingOf,
  type Side,
} from './batch.ts';
import {
  lockBatch,
  type Refusable,
  type UrnAct,
  UrnRefused,
  withinKeying,
} from './keying-access.store.ts';

/**
 * Keeps one paper as it was typed; the caller has read it. Whoever types the first paper takes a side: two
 * people, never the same. `place` is the one the screen showed, so that a form sent twice writes one paper.
 */
export async function keyBallot(
  db: Database,
  act: UrnAct,
  batchId: string,
  { place, typed }: { place: number; typed: string },
): Promise<Refusable<object>> {
  const { organisationId, pollId, by } = act;
  return withinKeying(db, act, async (tx) => {
    const { batch } = await lockBatch(tx, act, batchId);
    const keying = keyingOf(batch, by) ?? (await takeSide(tx, act, batch));
    if (keying.finished) throw new UrnRefused('pile-finished');
    if (keying.typed.length >= batch.declared) throw new UrnRefused('pile-full');
    if (place !== keying.typed.length + 1) throw new UrnRefused('place-moved');
    await tx
      .insertInto('paper_keyed_ballot')
      .values({
        organisation_id: organisationId,
        poll_id: pollId,
        batch_id: batchId,
        side: keying.side,
        place,
        typed,
      })
      .execute();
    return {};
  });
}

async function takeSide(
  tx: Tx,
  { organisationId, pollId, by }: UrnAct,
  batch: Batch,
): Promise<Keying> {
  if (batch.keyings.length >= 2) throw new UrnRefused('batch-taken');
  const side: Side = batch.keyings[0]?.side === 1 ? 2 : 1;
  await tx
    .insertInto('paper_keying')
    .values({
      organisation_id: organisationId,
      poll_id: pollId,
      batch_id: batch.id,
      side,
      person_id: by,
    })
    .execute();
  return { side, personId: by, typed: [], finished: false, signed: false };
}

/** Takes back the last paper that this person typed. */
export async function undoLast(
  db: Database,
  act: UrnAct,
  batchId: string,
): Promise<Refusable<{ typed: string }>> {
  const { organisationId, pollId } = act;
  return withinKeying(db, act, async (tx) => {
    const { batch } = await lockBatch(tx, act, batchId);
    const { side, typed } = expectUnfinished(batch, act);
    if (typed.length === 0) throw new UrnRefused('nothing-keyed');
    await tx
      .deleteFrom('paper_keyed_ballot')
      .where('organisation_id', '=', organisationId)
      .where('poll_id', '=', pollId)
      .where('batch_id', '=', batchId)
      .where('side', '=', side)
      .where('place', '=', typed.length)
      .execute();
    return { typed: typed.at(-1)! };
  });
}

/** As many papers as were counted by hand, or there is something to look for in the pile (V14). */
export async function finishKeying(
  db: Database,
  act: UrnAct,
  batchId: string,
): Promise<Refusable<object>> {
  return withinKeying(db, act, async (tx) => {
    const { batch } = await lockBatch(tx, act, batchId);
    const { side, typed } = expectUnfinished(batch, act);
    if (typed.length !== batch.declared) throw new UrnRefused('count-differs');
    await tx
      .updateTable('paper_keying')
      .set({ finished_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', act.organisationId)
      .where('poll_id', '=', act.pollId)
      .where('batch_id', '=', batchId)
      .where('side', '=', side)
      .execute();
    return {};
  });
}

function expectUnfinished(batch: Batch, { by }: UrnAct): Keying {
  const keying = keyingOf(batch, by);
  if (!keying) throw new UrnRefused('not-your-batch');
  if (keying.finished) throw new UrnRefused('pile-finished');
  return keying;
}

/** Whoever keyed a paper looks at it again and corrects their own; only where the two differ. */
export async function correctBallot(
  db: Database,
  act: UrnAct,
  batchId: string,
  { place, typed }: { place: number; typed: string },
): Promise<Refusable<object>> {
  return withinKeying(db, act, async (tx) => {
    const keying = await lockDifference(tx, act, batchId, place);
    if (!keying) throw new UrnRefused('not-your-batch');
    await tx
      .updateTable('paper_keyed_ballot')
      .set({ typed })
      .where('organisation_id', '=', act.organisationId)
      .where('poll_id', '=', act.pollId)
      .where('batch_id', '=', batchId)
      .where('side', '=', keying.side)
      .where('place', '=', place)
      .execute();
    return {};
  });
}

/** A third person looks at the paper and says what it is; their name stays beside those of the two. */
export async function decideBallot(
  db: Database,
  act: UrnAct,
  batchId: string,
  { place, typed }: { place: number; typed: string },
): Promise<Refusable<object>> {
  return withinKeying(db, act, async (tx) => {
    if (await lockDifference(tx, act, batchId, place)) throw new UrnRefused('keyer-cannot-decide');
    await tx
      .insertInto('paper_decision')
      .values({
        organisation_id: act.organisationId,
        poll_id: act.pollId,
        batch_id: batchId,
        place,
        typed,
        by_person: act.by,
      })
      .execute();
    return {};
  });
}

/** The side of this person in a batch whose two sides differ at this place; null: they are a third. */
async function lockDifference(
  tx: Tx,
  act: UrnAct,
  batchId: string,
  place: number,
): Promise<Keying | null> {
  const { batch, poll } = await lockBatch(tx, act, batchId);
  if (!areBothFinished(batch)) throw new UrnRefused('not-finished');
  if (!findDifferences(batch, poll).some((one) => one.place === place))
    throw new UrnRefused('no-difference-there');
  return keyingOf(batch, act.by);
}
