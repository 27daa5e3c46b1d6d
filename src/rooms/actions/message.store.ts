import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type Acting, tellAction } from './action.store.ts';
import type { Action } from './action.ts';
import type { Message } from './message.ts';

/** The caller has checked who may write, and on which side. */
export async function writeMessage(
  db: Db,
  act: Acting & { by: string },
  action: Pick<Action, 'id' | 'number' | 'title'>,
  { side, words }: Pick<Message, 'side' | 'words'>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('fund_action_message')
      .values({
        organisation_id: act.organisationId,
        action_id: action.id,
        side,
        words,
        written_by: act.by,
      })
      .execute();
    await tellAction(tx, act, 'action.message-written', action, { side });
  });
}

/** Oldest first. */
export async function listMessages(
  db: Db,
  organisationId: string,
  actionId: string,
): Promise<Message[]> {
  const rows = await db
    .selectFrom('fund_action_message')
    .select(['id', 'side', 'words', 'written_by', 'written_at'])
    .where('organisation_id', '=', organisationId)
    .where('action_id', '=', actionId)
    .orderBy('sequence')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    side: row.side as Message['side'],
    words: row.words,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
  }));
}
