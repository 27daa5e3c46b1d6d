import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { findComment } from './comment.store.ts';
import type { Alignment, Comment } from './comment.ts';
import { changeTally, factOf, lockTally } from './publishing.store.ts';

/**
 * Takes a comment's words out of sight, or brings them back, in the transaction of who judged it: it keeps its place and
 * its replies, and leaves the counts. Twice is as once.
 */
export async function hideComment(
  tx: Tx,
  organisationId: string,
  id: string,
  isHidden: boolean,
): Promise<void> {
  const comment = await findComment(tx, organisationId, id);
  if (!comment) return;
  if (comment.heldAt) {
    // nobody ever saw it: brought back, it is seen for the first time
    if (!isHidden && comment.refusedAt) await showHeldComment(tx, organisationId, id);
    return;
  }
  const target = { kind: comment.targetKind, id: comment.targetId };
  // in the order in which whoever writes holds them
  await lockTally(tx, organisationId, target);
  const changed = await tx
    .updateTable('comment')
    .set({ hidden_at: isHidden ? sql<Date>`palabre_now()` : null })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('hidden_at', isHidden ? 'is' : 'is not', null)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return;
  const by = isHidden ? -1 : 1;
  const side = (alignment: Alignment) => (comment.alignment === alignment ? by : 0);
  await changeTally(tx, organisationId, target, {
    comments: by,
    pro: side('pro'),
    con: side('con'),
    neutral: side('neutral'),
    numbers: 0,
  });
}

/**
 * Takes out of every list what was published and is now to be read first. Whoever asks holds the newcomers of the
 * organisation, so that nobody else holds two tallies at once.
 */
export async function withholdComments(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) {
    const comment = await findComment(tx, organisationId, id);
    if (comment && (await setHeld(tx, organisationId, comment, true)))
      await countAgain(tx, organisationId, comment, -1);
  }
}

/** Shows what waited, in the place where it was written; null: it does not wait any more. */
export async function showHeldComment(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<Comment | null> {
  const comment = await findComment(tx, organisationId, id);
  if (!comment || !(await setHeld(tx, organisationId, comment, false))) return null;
  await countAgain(tx, organisationId, comment, 1);
  await recordFact(tx, factOf(organisationId, comment));
  return { ...comment, heldAt: null, hiddenAt: null };
}

/** Says to those who wrote them that somebody has read what waited, and that nobody else will. */
export async function refuseComments(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update comment set refused_at = palabre_now()
    where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[]) and held_at is not null`.execute(
    tx,
  );
}

const targetOf = ({ targetKind, targetId }: Comment) => ({ kind: targetKind, id: targetId });

/** false: it was so already, or a moderator hid it meanwhile. */
async function setHeld(
  tx: Tx,
  organisationId: string,
  comment: Comment,
  isHeld: boolean,
): Promise<boolean> {
  await lockTally(tx, organisationId, targetOf(comment));
  const { numAffectedRows } = await (isHeld
    ? sql`update comment set held_at = palabre_now(), hidden_at = palabre_now()
        where organisation_id = ${organisationId} and id = ${comment.id} and hidden_at is null`
    : sql`update comment set held_at = null, hidden_at = null, refused_at = null
        where organisation_id = ${organisationId} and id = ${comment.id} and held_at is not null`
  ).execute(tx);
  return numAffectedRows === 1n;
}

async function countAgain(
  tx: Tx,
  organisationId: string,
  comment: Comment,
  by: 1 | -1,
): Promise<void> {
  const side = (alignment: Alignment) => (comment.alignment === alignment ? by : 0);
  await changeTally(tx, organisationId, targetOf(comment), {
    comments: by,
    pro: side('pro'),
    con: side('con'),
    neutral: side('neutral'),
    numbers: 0,
  });
  await sql`update comment set replies = replies + ${by}
    where organisation_id = ${organisationId} and id = ${comment.rootId}`.execute(tx);
}
