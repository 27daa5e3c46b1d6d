import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { tellAction } from './action.store.ts';
import type { Action } from './action.ts';
import { type CallRefusal, refuseToCall } from './call.ts';
import { type GroupAct, holdAction } from './commitment.store.ts';
import { findCommitment } from './commitment-list.store.ts';

/** Notes that a group wrote to those near it; the second of the day is refused (R19). The caller writes the mails. */
export async function recordCall(
  db: Db,
  act: GroupAct,
  { words, groups }: { words: string; groups: number },
): Promise<{ ok: true; action: Action } | { ok: false; refusal: CallRefusal }> {
  return inTransaction(db, async (tx) => {
    const held = await holdAction(tx, act);
    if (!held) return { ok: false, refusal: 'gone' };
    const commitment = await findCommitment(tx, act.organisationId, act.actionId, act.groupId);
    const refusal = refuseToCall({
      manages: held.manages,
      isCommitted: commitment !== null,
      proposes: held.action.groupId === act.groupId,
      state: held.action.state,
    });
    if (refusal) return { ok: false, refusal };
    if (groups === 0) return { ok: false, refusal: 'nobody-near' };
    const { rows } = await sql`
      insert into fund_action_call (organisation_id, action_id, group_id, on_day, words, groups, sent_by)
      values (${act.organisationId}, ${act.actionId}, ${act.groupId},
        (palabre_now() at time zone 'Europe/Paris')::date, ${words}, ${groups}, ${act.by})
      on conflict on constraint fund_action_call_once_a_day do nothing returning 1`.execute(tx);
    if (rows.length === 0) return { ok: false, refusal: 'sent-today' };
    await tellAction(tx, act, 'action.called', held.action, { group: held.group.name, groups });
    return { ok: true, action: held.action };
  });
}

/** Whether the group wrote today already. */
export async function hasCalledToday(
  db: Db,
  organisationId: string,
  actionId: string,
  groupId: string,
): Promise<boolean> {
  const { rows } = await sql`select 1 from fund_action_call
    where organisation_id = ${organisationId} and action_id = ${actionId}::uuid and group_id = ${groupId}::uuid
      and on_day = (palabre_now() at time zone 'Europe/Paris')::date`.execute(db);
  return rows.length > 0;
}
