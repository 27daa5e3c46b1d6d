import { type Database, readNow } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { findBoard } from '../boards/board.store.ts';
import { acceptsIdeas } from '../boards/board.ts';
import { ofBoard } from '../idea.store.ts';
import { type IdeaWithdrawalRefusal, refuseWithdrawal } from './withdrawal.ts';

/**
 * Withdraws an idea (R116). Its row is the lock, as of a support: of both at once the second one sees the first, and no support
 * comes after (`idea_not_supported_after_withdrawal`).
 */
export async function withdrawIdea(
  db: Database,
  organisationId: string,
  ideaId: string,
  { personId, reason }: { personId: string; reason: string },
): Promise<{ ok: true } | { ok: false; refusal: IdeaWithdrawalRefusal | 'not-found' }> {
  return db.transaction().execute(async (tx) => {
    const idea = await tx
      .selectFrom('idea')
      .select(['edition_id', 'number', 'author_id', 'withdrawn_at'])
      .where('organisation_id', '=', organisationId)
      .where('id', '=', ideaId)
      .where('hidden_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    const board = idea && (await findBoard(tx, organisationId, idea.edition_id));
    if (!idea || !board) return { ok: false, refusal: 'not-found' };
    const now = await readNow(tx);
    const refusal = refuseWithdrawal(
      { authorId: idea.author_id, isWithdrawn: idea.withdrawn_at !== null },
      board,
      { personId, isOpen: acceptsIdeas(board, now), reason },
    );
    if (refusal) return { ok: false, refusal };
    await tx
      .updateTable('idea')
      .set({ withdrawn_at: now, withdrawal_reason: reason })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', ideaId)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'idea.withdrawn',
      actorId: personId,
      subject: { kind: 'idea', id: ideaId },
      detail: { ...ofBoard(board.id, board.kind), number: idea.number },
    });
    return { ok: true };
  });
}
