import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type Fund, isFundOpen, lockFund } from '../funds/index.ts';
import {
  findMembership,
  type Group,
  groupRightOf,
  isCertified,
  lockGroup,
} from '../groups/index.ts';
import { changeRow, lockAction, recordAct, tellAction } from './action.store.ts';
import type { Action } from './action.ts';
import {
  type CommitRefusal,
  reachesThreshold,
  refuseToCommit,
  refuseToWithdraw,
  type WrittenCommitment,
} from './commitment.ts';
import { findCommitment } from './commitment-list.store.ts';

/** Somebody acts for a group about an action. */
export interface GroupAct {
  organisationId: string;
  by: string;
  groupId: string;
  actionId: string;
}

export type Committed =
  | { ok: true; action: Action; group: Group; becameFundable: boolean }
  | { ok: false; refusal: CommitRefusal };

/**
 * Commits a group to an action (R14, R15). At the threshold of the fund the action becomes fundable, in this very
 * transaction, once (R17): whoever commits holds the group, the action and the fund, in this order.
 */
export async function commitGroup(
  db: Db,
  act: GroupAct,
  written: WrittenCommitment,
): Promise<Committed> {
  return inTransaction(db, async (tx): Promise<Committed> => {
    const held = await holdAction(tx, act);
    if (!held) return { ok: false, refusal: 'gone' };
    const { group, manages, fund } = held;
    const refusal = refuseToCommit({
      manages,
      isCertified: isCertified(group),
      isCommitted:
        (await findCommitment(tx, act.organisationId, act.actionId, act.groupId)) !== null,
      state: held.action.state,
      isFundOpen: isFundOpen(fund),
    });
    if (refusal) return { ok: false, refusal };
    await tx
      .insertInto('fund_commitment')
      .values({
        organisation_id: act.organisationId,
        action_id: act.actionId,
        group_id: act.groupId,
        adaptation: written.adaptation,
        planned_from: written.plannedFrom,
        planned_to: written.plannedTo,
        committed_by: act.by,
      })
      .execute();
    const action = await countCommitments(tx, act, held.action, fund);
    await tellAction(tx, act, 'action.committed', action, { group: group.name });
    const becameFundable = await becomeFundable(tx, act, action, fund);
    return { ok: true, action, group, becameFundable };
  });
}

/** Other words or another period for a commitment that holds; with another end, the group is reminded anew. */
export async function changeCommitment(
  db: Db,
  act: GroupAct,
  written: WrittenCommitment,
): Promise<{ ok: true } | { ok: false; refusal: CommitRefusal }> {
  return inTransaction(db, async (tx) => {
    const held = await holdAction(tx, act);
    if (!held) return { ok: false, refusal: 'gone' };
    if (!held.manages) return { ok: false, refusal: 'not-yours' };
    const { numUpdatedRows } = await tx
      .updateTable('fund_commitment')
      .set({
        adaptation: written.adaptation,
        planned_from: written.plannedFrom,
        planned_to: written.plannedTo,
        reminded_at: sql<Date | null>`case when planned_to is not distinct from ${written.plannedTo}::date
          then reminded_at end`,
      })
      .where('organisation_id', '=', act.organisationId)
      .where('action_id', '=', act.actionId)
      .where('group_id', '=', act.groupId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return { ok: false, refusal: 'not-committed' };
    await tellAction(tx, act, 'action.commitment-changed', held.action, { group: held.group.name });
    return { ok: true };
  });
}

/** Takes a commitment back: the count drops, what is fundable stays so (R27). The row and the fact keep that it was. */
export async function withdrawCommitment(
  db: Db,
  act: GroupAct,
): Promise<{ ok: true; action: Action } | { ok: false; refusal: CommitRefusal }> {
  return inTransaction(db, async (tx) => {
    const held = await holdAction(tx, act);
    if (!held) return { ok: false, refusal: 'gone' };
    const commitment = await findCommitment(tx, act.organisationId, act.actionId, act.groupId);
    const refusal = refuseToWithdraw({ manages: held.manages, commitment });
    if (refusal) return { ok: false, refusal };
    await tx
      .updateTable('fund_commitment')
      .set({ withdrawn_at: sql<Date>`palabre_now()`, withdrawn_by: act.by })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', commitment!.id)
      .execute();
    const action = await countCommitments(tx, act, held.action, held.fund);
    await tellAction(tx, act, 'action.commitment-withdrawn', action, {
      group: held.group.name,
      state: action.state,
    });
    return { ok: true, action };
  });
}

/**
 * Those of a fund that reach its threshold now, in the transaction that changed it, are fundable (R18); never backwards.
 * `holdActions` came before the fund was held.
 */
export async function releaseActions(
  tx: Tx,
  act: { organisationId: string; by: string | null },
  fund: Pick<Fund, 'id' | 'threshold' | 'countProposer'>,
): Promise<Action[]> {
  const released: Action[] = [];
  for (const id of await holdActions(tx, act.organisationId, fund.id)) {
    const action = await countCommitments(tx, act, { id }, fund);
    if (await becomeFundable(tx, act, action, fund)) released.push(action);
  }
  return released;
}

/** Locks the published actions of a fund, in the order of their ids. */
export async function holdActions(
  tx: Tx,
  organisationId: string,
  fundId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from fund_action
    where organisation_id = ${organisationId} and fund_id = ${fundId}::uuid and state = 'published'
    order by id for update`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Group, action, fund: held in the order of the house, with what whoever acts is in the group. */
export async function holdAction(tx: Tx, { organisationId, by, groupId, actionId }: GroupAct) {
  const group = await lockGroup(tx, organisationId, groupId);
  const action = await lockAction(tx, organisationId, actionId);
  const fund = action && (await lockFund(tx, organisationId, action.fundId));
  if (!group || !fund) return null;
  const { manages } = groupRightOf(await findMembership(tx, organisationId, groupId, by));
  return { group, action, fund, manages };
}

/** Counted anew under the lock of its row: the group that proposes counts where the fund says so. */
async function countCommitments(
  tx: Tx,
  { organisationId }: { organisationId: string },
  { id }: Pick<Action, 'id'>,
  { countProposer }: Pick<Fund, 'countProposer'>,
): Promise<Action> {
  return changeRow(tx, organisationId, id, {
    commitments: sql<number>`(select count(*)::int from fund_commitment c
      where c.organisation_id = ${organisationId} and c.action_id = ${id} and c.withdrawn_at is null
        and (${countProposer} or c.group_id <> fund_action.group_id))`,
  });
}

async function becomeFundable(
  tx: Tx,
  act: { organisationId: string; by: string | null },
  action: Action,
  { threshold }: Pick<Fund, 'threshold'>,
): Promise<boolean> {
  if (!reachesThreshold(action, threshold)) return false;
  await changeRow(tx, act.organisationId, action.id, {
    state: 'fundable',
    fundable_at: sql<Date>`palabre_now()`,
  });
  // nobody decided it: a number was reached
  await recordAct(tx, { ...act, by: null }, action, 'fundable');
  return true;
}
