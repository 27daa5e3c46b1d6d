import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { atOnce, type SpendingAct, takeNumber } from './at-once.store.ts';
import { findBudgetById, listBudgetLines, lockBudget } from './budget.store.ts';
import {
  type Budget,
  type BudgetActKind,
  type BudgetRefusal,
  type BudgetStep,
  budgetWays,
  checkBudget,
  isBudgetOpen,
  refuseGround,
  refuseSubmission,
  sumLines,
  type WrittenBudget,
} from './budget.ts';
import { type Grounds, lockGrounds } from './ground.store.ts';

export type BudgetDone = { ok: true; budget: Budget } | { ok: false; refusal: BudgetRefusal };

/** A new draft of a group for a fundable action (R20). The caller has checked who asks. */
export async function openBudget(
  db: Db,
  act: SpendingAct,
  of: { groupId: string; actionId: string },
): Promise<BudgetDone> {
  const { organisationId, by } = act;
  return atOnce(db, async (tx): Promise<BudgetDone> => {
    const grounds = await lockGrounds(tx, organisationId, of);
    if (!grounds) return { ok: false, refusal: 'not-fundable' };
    const refusal = refuseGround(grounds.ground);
    if (refusal) return { ok: false, refusal };
    // under the lock of the group: `spending_budget_alive_once` says the same
    const alive = await tx
      .selectFrom('spending_budget')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('group_id', '=', of.groupId)
      .where('action_id', '=', of.actionId)
      .where('state', 'in', ['draft', 'submitted', 'info-needed', 'validated'])
      .executeTakeFirst();
    if (alive) return { ok: false, refusal: 'another-alive' };
    const { id } = await tx
      .insertInto('spending_budget')
      .values({
        organisation_id: organisationId,
        number: await takeNumber(tx, organisationId, 'spending_budget'),
        fund_id: grounds.fund.id,
        action_id: of.actionId,
        group_id: of.groupId,
        written_by: by,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { ok: true, budget: (await findBudgetById(tx, organisationId, id))! };
  });
}

/** Keeps what is written, unless somebody wrote meanwhile (`version`). */
export async function saveBudget(
  db: Db,
  act: SpendingAct,
  { id, version }: Pick<Budget, 'id' | 'version'>,
  written: WrittenBudget,
): Promise<BudgetDone> {
  const refusal = checkBudget(written);
  if (refusal) return { ok: false, refusal };
  return atOnce(db, async (tx): Promise<BudgetDone> => {
    const before = await lockBudget(tx, act.organisationId, id);
    if (!before || !isBudgetOpen(before)) return { ok: false, refusal: 'not-now' };
    if (before.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
    const lines = await listBudgetLines(tx, act.organisationId, id);
    const same =
      before.explanation === written.explanation &&
      JSON.stringify(lines) ===
        JSON.stringify(written.lines.map(({ label, amount }) => ({ label, amount })));
    if (same) return { ok: true, budget: before };
    await tx
      .deleteFrom('spending_budget_line')
      .where('organisation_id', '=', act.organisationId)
      .where('budget_id', '=', id)
      .execute();
    if (written.lines.length > 0)
      await tx
        .insertInto('spending_budget_line')
        .values(
          written.lines.map(({ label, amount }, position) => ({
            organisation_id: act.organisationId,
            budget_id: id,
            position,
            label,
            amount,
          })),
        )
        .execute();
    const budget = await setBudget(tx, act, id, {
      explanation: written.explanation,
      amount: sumLines(written.lines),
      written_by: act.by,
      written_at: sql<Date>`palabre_now()`,
    });
    return { ok: true, budget };
  });
}

/** Hands it in, for the first time or again (R20): as whoever does saw it. */
export async function submitBudget(
  db: Db,
  act: SpendingAct,
  { id, version }: Pick<Budget, 'id' | 'version'>,
): Promise<BudgetDone> {
  return atBudget(db, act, id, async (tx, before, grounds): Promise<BudgetDone> => {
    const refusal = refuseSubmission(before, grounds.ground);
    if (refusal) return { ok: false, refusal };
    if (before.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
    const budget = await setBudget(tx, act, id, {
      state: 'submitted',
      submitted_at: sql<Date>`palabre_now()`,
      written_by: act.by,
    });
    await recordBudgetAct(tx, act, grounds.group, budget, 'submit');
    return { ok: true, budget };
  });
}

/** A draft that was never handed in goes without a trace. */
export async function discardBudget(
  db: Db,
  act: SpendingAct,
  id: string,
): Promise<{ ok: true } | { ok: false; refusal: 'not-now' }> {
  return atOnce(db, async (tx) => {
    const before = await lockBudget(tx, act.organisationId, id);
    if (before?.state !== 'draft') return { ok: false, refusal: 'not-now' };
    await tx
      .deleteFrom('spending_budget')
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .execute();
    return { ok: true };
  });
}

/** Runs with the group, the action and the budget held, in this order. */
export async function atBudget(
  db: Db,
  act: { organisationId: string },
  id: string,
  work: (tx: Tx, budget: Budget, grounds: Grounds) => Promise<BudgetDone>,
): Promise<BudgetDone> {
  return atOnce(db, async (tx): Promise<BudgetDone> => {
    const seen = await findBudgetById(tx, act.organisationId, id);
    const grounds = seen && (await lockGrounds(tx, act.organisationId, seen));
    const budget = grounds && (await lockBudget(tx, act.organisationId, id));
    return budget ? work(tx, budget, grounds) : { ok: false, refusal: 'not-now' };
  });
}

/** Of rows that are held already. */
export async function setBudget(
  tx: Tx,
  { organisationId }: { organisationId: string },
  id: string,
  values: Partial<{
    state: Budget['state'];
    explanation: string;
    amount: number;
    flagged_at: Date | ReturnType<typeof sql<Date>> | null;
    written_by: string;
    written_at: ReturnType<typeof sql<Date>>;
    submitted_at: ReturnType<typeof sql<Date>>;
    decided_by: string;
    decided_at: ReturnType<typeof sql<Date>>;
  }>,
): Promise<Budget> {
  await tx
    .updateTable('spending_budget')
    .set({ ...values, version: sql<number>`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
  return (await findBudgetById(tx, organisationId, id))!;
}

/** Its history, the fact, and the letter that tells it: in the writer's transaction. */
export async function recordBudgetAct(
  tx: Tx,
  act: { organisationId: string; by: string | null },
  group: { id: string; slug: string; name: string },
  budget: Budget,
  step: BudgetStep,
  words = '',
): Promise<void> {
  const kind: BudgetActKind = budgetWays[step].kind;
  const { organisationId, by } = act;
  const { id: actId } = await tx
    .insertInto('spending_budget_act')
    .values({
      organisation_id: organisationId,
      budget_id: budget.id,
      kind,
      words: words.trim(),
      by_person: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordFact(tx, {
    organisationId,
    kind: `spending-budget.${kind}`,
    actorId: by,
    subject: { kind: 'spending-budget', id: budget.id },
    detail: { number: budget.number, group: group.slug, name: group.name, amount: budget.amount },
  });
  await queueJob(tx, 'write-about-spending', { organisationId, of: 'budget', actId });
}
