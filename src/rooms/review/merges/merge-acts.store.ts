import { sql } from 'kysely';
import {
  type Database,
  type Db,
  type Tx,
  violatedConstraint,
} from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { findMerge } from './merge.store.ts';
import {
  type Answer,
  type AnswerRefusal,
  type Merge,
  type Proposal,
  settle,
  type UndoRefusal,
} from './merge.ts';

interface Act {
  organisationId: string;
  by: string;
}

type Tell = (tx: Tx, merge: Merge) => Promise<void>;

/**
 * Proposes to bring ideas together. `unheld`: ideas that nobody holds (a workshop), for which the office answers.
 * `tell` writes to the holders in the same transaction. Of two officers who take the same idea at once, one is refused.
 */
export async function proposeMerge(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  proposal: Proposal,
  unheld: readonly string[],
  tell: Tell,
): Promise<{ ok: true; id: string } | { ok: false; refusal: 'idea-in-merge' | 'list-frozen' }> {
  try {
    return await inTransaction(db, async (tx) => {
      const { id } = await tx
        .insertInto('merge')
        .values({
          organisation_id: organisationId,
          edition_id: editionId,
          title: proposal.title,
          words: proposal.words,
          lead_idea_id: proposal.leadIdeaId,
          answer_by: proposal.answerBy,
          proposed_by: by,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('merge_member')
        .values(
          // in one order, so that two proposals wait for each other rather than for ever
          [...proposal.ideaIds].sort().map((idea_id) => ({
            organisation_id: organisationId,
            merge_id: id,
            idea_id,
            ...(unheld.includes(idea_id) && {
              answer: 'accepted',
              answered_by: by,
              answered_at: sql<Date>`palabre_now()`,
              is_relayed: true,
            }),
          })),
        )
        .execute();
      await record(tx, 'merge.proposed', { organisationId, by }, id, editionId, proposal);
      const merge = (await settleNow(tx, { organisationId, by }, id))!;
      await tell(tx, merge);
      return { ok: true, id };
    });
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}

/**
 * One holder's answer for their ideas, or one that the office writes down. The merge's row is the lock: answers that
 * come at once settle it once. `tell` is called when this answer settles it.
 */
export async function answerMerge(
  db: Database,
  { organisationId, by }: Act,
  mergeId: string,
  answered: { ideaIds: readonly string[]; answer: Answer; words: string; isRelayed: boolean },
  tell: Tell,
): Promise<{ ok: true; merge: Merge } | { ok: false; refusal: AnswerRefusal | 'list-frozen' }> {
  try {
    return await db.transaction().execute(async (tx) => {
      const merge = await lockMerge(tx, organisationId, mergeId);
      if (!merge) return { ok: false, refusal: 'not-found' };
      if (merge.outcome !== null) return { ok: false, refusal: 'already-settled' };
      const changed = await tx
        .updateTable('merge_member')
        .set({
          answer: answered.answer,
          answered_by: by,
          answered_at: sql<Date>`palabre_now()`,
          is_relayed: answered.isRelayed,
          words: answered.words,
        })
        .where('organisation_id', '=', organisationId)
        .where('merge_id', '=', mergeId)
        .where('idea_id', 'in', [...answered.ideaIds])
        .returning('idea_id')
        .execute();
      if (changed.length === 0) return { ok: false, refusal: 'not-found' };
      await recordFact(tx, {
        organisationId,
        kind: 'merge.answered',
        actorId: by,
        subject: { kind: 'merge', id: mergeId },
        detail: {
          editionId: merge.editionId,
          answer: answered.answer,
          relayed: answered.isRelayed,
          ideas: changed.map(({ idea_id }) => idea_id),
        },
      });
      const after = (await settleNow(tx, { organisationId, by }, mergeId))!;
      if (after.outcome !== null) await tell(tx, after);
      return { ok: true, merge: after };
    });
  } catch (error) {
    const refusal = refusalOf(error);
    return { ok: false, refusal: refusal === 'list-frozen' ? refusal : 'not-found' };
  }
}

/** Takes a proposal back that is not settled: its ideas are free again. */
export async function withdrawMerge(
  db: Database,
  { organisationId, by }: Act,
  mergeId: string,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const merge = await lockMerge(tx, organisationId, mergeId);
    if (!merge || merge.outcome !== null) return false;
    await settleAs(tx, organisationId, mergeId, 'withdrawn');
    await record(tx, 'merge.withdrawn', { organisationId, by }, mergeId, merge.editionId, merge);
    return true;
  });
}

/** Separates ideas that were brought together, until the list is frozen. `tell` writes to their holders. */
export async function undoMerge(
  db: Database,
  { organisationId, by }: Act,
  mergeId: string,
  reason: string,
  tell: Tell,
): Promise<{ ok: true } | { ok: false; refusal: UndoRefusal }> {
  if (reason === '') return { ok: false, refusal: 'reason-missing' };
  try {
    return await db.transaction().execute(async (tx) => {
      const merge = await lockMerge(tx, organisationId, mergeId);
      if (!merge) return { ok: false, refusal: 'not-found' };
      if (merge.outcome !== 'accepted' || merge.undoneAt)
        return { ok: false, refusal: 'not-accepted' };
      await tx
        .updateTable('merge')
        .set({ undone_at: sql<Date>`palabre_now()`, undone_by: by, undo_reason: reason })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', mergeId)
        .execute();
      await freeMembers(tx, organisationId, mergeId);
      await record(tx, 'merge.undone', { organisationId, by }, mergeId, merge.editionId, merge);
      await tell(tx, (await findMerge(tx, organisationId, mergeId))!);
      return { ok: true };
    });
  } catch (error) {
    if (refusalOf(error) === 'list-frozen') return { ok: false, refusal: 'list-frozen' };
    throw error;
  }
}

async function lockMerge(tx: Tx, organisationId: string, id: string): Promise<Merge | null> {
  const row = await tx
    .selectFrom('merge')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where(sql`id::text`, '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? findMerge(tx, organisationId, row.id) : null;
}

/** Settles a merge whose answers say so; the merge as it is then. */
async function settleNow(tx: Tx, { organisationId, by }: Act, id: string): Promise<Merge | null> {
  const merge = await findMerge(tx, organisationId, id);
  const outcome = merge && settle(merge.members.map(({ answer }) => answer));
  if (!outcome) return merge;
  await settleAs(tx, organisationId, id, outcome);
  await record(tx, `merge.${outcome}`, { organisationId, by }, id, merge.editionId, merge);
  return findMerge(tx, organisationId, id);
}

async function settleAs(
  tx: Tx,
  organisationId: string,
  id: string,
  outcome: Answer | 'withdrawn',
): Promise<void> {
  await tx
    .updateTable('merge')
    .set({ outcome, settled_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
  if (outcome !== 'accepted') await freeMembers(tx, organisationId, id);
}

const freeMembers = (tx: Tx, organisationId: string, id: string) =>
  tx
    .updateTable('merge_member')
    .set({ live: false })
    .where('organisation_id', '=', organisationId)
    .where('merge_id', '=', id)
    .execute();

const record = (
  tx: Tx,
  kind: `merge.${string}`,
  { organisationId, by }: Act,
  id: string,
  editionId: string,
  { title }: { title: string },
) =>
  recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'merge', id },
    detail: { editionId, title },
  });

function refusalOf(error: unknown): 'idea-in-merge' | 'list-frozen' {
  const constraint = violatedConstraint(error);
  if (constraint === 'merge_one_per_idea') return 'idea-in-merge';
  if (constraint === 'merge_list_is_frozen') return 'list-frozen';
  throw error;
}
