import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { lockFund } from '../funds/index.ts';
import { type Entry, recordEntries } from '../ledger/index.ts';
import type { SpendingAct } from './at-once.store.ts';
import {
  type Budget,
  type BudgetStep,
  budgetWays,
  canStep,
  refuseDecision,
  refuseValidation,
} from './budget.ts';
import { atBudget, type BudgetDone, recordBudgetAct, setBudget } from './budget-writing.store.ts';

/**
 * The desk validates a budget: what it asks is reserved on the fund, or it is refused because the fund has no more (R20,
 * R26). Two who validate at once: one does.
 */
export async function validateBudget(
  db: Db,
  act: SpendingAct,
  id: string,
  words = '',
): Promise<BudgetDone> {
  const { organisationId, by } = act;
  return atBudget(db, act, id, async (tx, before, { group, ground }): Promise<BudgetDone> => {
    const refusal = refuseValidation(before, ground, by);
    if (refusal) return { ok: false, refusal };
    const budget = await setBudget(tx, act, id, { state: 'validated', ...decided(by) });
    await recordBudgetAct(tx, act, group, budget, 'validate', words);
    await lockFund(tx, organisationId, budget.fundId);
    const { fundId: holderId } = budget;
    const reserved = await recordEntries(tx, act, [
      {
        from: { kind: 'fund', holderId },
        to: { kind: 'fund-reserved', holderId },
        amount: budget.amount,
        kind: 'budget-reserved',
        about: { kind: 'spending-budget', id },
        once: `budget-reserved:${id}`,
      },
    ]);
    if (reserved.ok) return { ok: true, budget };
    return { ok: false, refusal: reserved.refusal === 'not-enough' ? 'fund-exhausted' : 'not-now' };
  });
}

/** The desk asks something, refuses, or keeps a flagged budget: no money moves. */
export async function decideBudget(
  db: Db,
  act: SpendingAct,
  id: string,
  step: 'ask-info' | 'refuse' | 'keep',
  words: string,
): Promise<BudgetDone> {
  return atBudget(db, act, id, async (tx, before, { group }): Promise<BudgetDone> => {
    const refusal = refuseDecision(before, step, act.by, words);
    if (refusal) return { ok: false, refusal };
    const budget = await setBudget(tx, act, id, {
      state: budgetWays[step].to,
      ...(step === 'keep' && { flagged_at: null }),
      ...(step === 'refuse' && decided(act.by)),
    });
    await recordBudgetAct(tx, act, group, budget, step, words);
    return { ok: true, budget: { ...budget, isKept: step === 'keep' || budget.isKept } };
  });
}

/** The desk gives what is reserved back to the fund: the group lost its certification (R24), or gave the action up. */
export async function releaseBudget(
  db: Db,
  act: SpendingAct,
  id: string,
  words: string,
): Promise<BudgetDone> {
  const { organisationId } = act;
  return atBudget(db, act, id, async (tx, before, { group }): Promise<BudgetDone> => {
    const refusal = refuseDecision(before, 'release', act.by, words);
    if (refusal) return { ok: false, refusal };
    const budget = await setBudget(tx, act, id, { state: 'released', flagged_at: null });
    await recordBudgetAct(tx, act, group, budget, 'release', words);
    await lockFund(tx, organisationId, budget.fundId);
    const released = await recordEntries(tx, act, [releaseEntry(budget, budget.amount)]);
    return released.ok ? { ok: true, budget } : { ok: false, refusal: 'not-now' };
  });
}

/** What is left of a reservation goes back to the fund: once for a budget, whoever does it. */
export const releaseEntry = ({ id, fundId }: Budget, amount: number): Entry => ({
  from: { kind: 'fund-reserved', holderId: fundId },
  to: { kind: 'fund', holderId: fundId },
  amount,
  kind: 'budget-released',
  about: { kind: 'spending-budget', id },
  once: `budget-released:${id}`,
});

/**
 * A group lost its certification at `since`: its validated budgets wait for a person of the desk (R24). Called again for
 * the same loss, it does nothing, not even to budgets that the desk kept meanwhile.
 */
export async function flagBudgets(
  db: Db,
  organisationId: string,
  groupId: string,
  since: Date,
): Promise<number> {
  const rows = await db
    .selectFrom('spending_budget')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('group_id', '=', groupId)
    .where('state', '=', 'validated')
    .where('flagged_at', 'is', null)
    .orderBy('number')
    .execute();
  let flagged = 0;
  const act = { organisationId, by: null };
  for (const { id } of rows) {
    const done = await atBudget(db, act, id, async (tx, before, grounds): Promise<BudgetDone> => {
      const told = await tx
        .selectFrom('spending_budget_act')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('budget_id', '=', id)
        .where('kind', '=', 'flagged' satisfies (typeof budgetWays)[BudgetStep]['kind'])
        .where('at', '>=', since)
        .executeTakeFirst();
      // it may be certified again by now
      if (told || grounds.ground.isCertified || !canStep(before, 'flag'))
        return { ok: false, refusal: 'not-now' };
      const budget = await setBudget(tx, act, id, { flagged_at: sql<Date>`palabre_now()` });
      await recordBudgetAct(tx, act, grounds.group, budget, 'flag');
      return { ok: true, budget };
    });
    if (done.ok) flagged += 1;
  }
  return flagged;
}

const decided = (by: string) => ({ decided_by: by, decided_at: sql<Date>`palabre_now()` });
