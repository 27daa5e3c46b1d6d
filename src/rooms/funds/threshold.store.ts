import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { readFundMoney } from '../ledger/index.ts';
import { lockFund } from './fund.store.ts';
import type { Fund } from './fund.ts';
import { type FundAct, tellFund } from './fund-writing.store.ts';
import type { ThresholdChange } from './threshold.ts';

/** What the room of the actions does about a threshold that changes, inside the same transaction (decision 080). */
export interface ThresholdHooks {
  /** Holds the actions that are not fundable yet, before the fund is held: the order of locks of those who commit. */
  hold(tx: Tx): Promise<void>;
  /** Makes those fundable that reach the threshold now. */
  release(tx: Tx): Promise<void>;
}

export type Changed = { ok: true } | { ok: false; refusal: 'changed-meanwhile' | 'unchanged' };

/**
 * Changes the threshold of a fund, unless somebody changed it meanwhile. Lowered, actions that meanwhile have enough
 * commitments become fundable in this very transaction; raised, those that are fundable stay so (R18).
 */
export async function changeThreshold(
  db: Db,
  act: FundAct,
  { id, version }: Pick<Fund, 'id' | 'version'>,
  { threshold, reason }: { threshold: number; reason: string },
  hooks: ThresholdHooks,
): Promise<Changed> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    await hooks.hold(tx);
    const fund = await lockFund(tx, organisationId, id);
    if (fund?.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
    if (fund.threshold === threshold) return { ok: false, refusal: 'unchanged' };
    const money = (await readFundMoney(tx, organisationId, [id])).get(id)!;
    await tx
      .updateTable('fund')
      .set({ threshold, version: version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await tx
      .insertInto('fund_threshold_change')
      .values({
        organisation_id: organisationId,
        fund_id: id,
        before: fund.threshold,
        after: threshold,
        reason,
        remaining: money.remaining,
        endowed: money.endowed,
        changed_by: by,
      })
      .execute();
    await tellFund(tx, act, 'fund.threshold-changed', fund, {
      before: fund.threshold,
      after: threshold,
      reason,
      remaining: money.remaining,
    });
    await hooks.release(tx);
    return { ok: true };
  });
}

/** The newest first. */
export async function listThresholdChanges(
  db: Db,
  organisationId: string,
  fundId: string,
): Promise<ThresholdChange[]> {
  const rows = await db
    .selectFrom('fund_threshold_change')
    .select(['id', 'before', 'after', 'reason', 'remaining', 'endowed', 'changed_by', 'changed_at'])
    .where('organisation_id', '=', organisationId)
    .where('fund_id', '=', fundId)
    .orderBy('sequence', 'desc')
    .execute();
  return rows.map(({ changed_by, changed_at, ...row }) => ({
    ...row,
    changedBy: changed_by,
    changedAt: changed_at,
  }));
}
