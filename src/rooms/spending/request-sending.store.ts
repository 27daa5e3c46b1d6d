import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { listTreasurers, lockGroup } from '../groups/index.ts';
import { readBalances } from '../ledger/index.ts';
import { atOnce, type SpendingAct } from './at-once.store.ts';
import { lockBudget } from './budget.store.ts';
import { maximumLeft } from './budget.ts';
import { lockGrounds } from './ground.store.ts';
import { sumReceipts } from './proof.ts';
import {
  findRequestById,
  listDocuments,
  listEditorsSinceAsked,
  lockRequest,
} from './request.store.ts';
import {
  type ClaimRefusal,
  canTake,
  isFinanceable,
  type PersonRefusal,
  type Request,
  refuseAnswer,
  refuseChecker,
  refuseClaim,
  refuseSender,
} from './request.ts';
import { recordRequestAct, setRequest } from './request-acts.store.ts';
import { listMissing, type Missing, REQUEST_LENGTHS } from './request-form.ts';
import { excessOf, type FundExpense, shareFundExpense } from './share.ts';

export type StepRefusal =
  | PersonRefusal
  | ClaimRefusal
  | 'not-now'
  | 'changed-meanwhile'
  | 'incomplete'
  | 'over-balance'
  | 'nothing-left'
  | 'words-missing'
  | 'text-too-long';

export type Stepped =
  | { ok: true; request: Request }
  | { ok: false; refusal: StepRefusal; missing?: readonly Missing[] };

export const refuse = (refusal: StepRefusal): Stepped => ({ ok: false, refusal });

type At = Pick<Request, 'id' | 'version'>;

/** First treasurer: it is complete, its money is there, and somebody else can check it (part 2.1). */
export async function sendRequest(db: Db, act: SpendingAct, at: At): Promise<Stepped> {
  return atRequest(db, act, at, async (tx, before, held) => {
    if (!canTake(before, 'send')) return refuse('not-now');
    const missing = listMissing(before, held.documents);
    if (missing.length > 0) return { ok: false, refusal: 'incomplete', missing };
    const unfunded = held.refuseClaim() ?? held.refuseMoney();
    if (unfunded) return refuse(unfunded);
    const { organisationId, by } = act;
    const treasurers = await listTreasurers(tx, organisationId, before.groupId);
    const refusal = refuseSender(before, by, treasurers);
    if (refusal) return refuse(refusal);
    const request = await setRequest(tx, act, at.id, {
      state: 'peer-review',
      sent_by: by,
      sent_at: sql<Date>`palabre_now()`,
    });
    await recordRequestAct(tx, act, request, { before: 'draft', after: 'peer-review' });
    return { ok: true, request };
  });
}

/**
 * A treasurer takes back what nobody checked yet, or sends it back with words on what is to be corrected: a draft again,
 * to be sworn anew.
 */
export async function takeRequestBack(
  db: Db,
  act: SpendingAct,
  at: At,
  words = '',
): Promise<Stepped> {
  return atRequest(db, act, at, async (tx, before) => {
    if (!canTake(before, 'take-back')) return refuse('not-now');
    if ([...words].length > REQUEST_LENGTHS.words) return refuse('text-too-long');
    const nobody = { sent_by: null, sent_at: null, charter_at: null, honour_at: null };
    const request = await setRequest(tx, act, at.id, { state: 'draft', ...nobody });
    await recordRequestAct(tx, act, request, { before: before.state, after: 'draft', words });
    return { ok: true, request };
  });
}

/** Second treasurer: what they saw, as they saw it (`version`), goes to the desk. */
export async function checkRequestByPeer(db: Db, act: SpendingAct, at: At): Promise<Stepped> {
  return atRequest(db, act, at, async (tx, before, held) => {
    if (!canTake(before, 'check')) return refuse('not-now');
    const refusal = refuseChecker(before, act.by) ?? held.refuseClaim();
    if (refusal) return refuse(refusal);
    const request = await setRequest(tx, act, at.id, {
      state: 'finance-review',
      checked_by: act.by,
      checked_at: sql<Date>`palabre_now()`,
    });
    await recordRequestAct(tx, act, request, { before: before.state, after: 'finance-review' });
    return { ok: true, request };
  });
}

/** The group answers the desk; what was changed meanwhile is checked anew by who did not change it. */
export async function answerRequest(
  db: Db,
  act: SpendingAct,
  at: At,
  words: string,
): Promise<Stepped> {
  return atRequest(db, act, at, async (tx, before, held) => {
    if (!canTake(before, 'answer')) return refuse('not-now');
    if ([...words].length > REQUEST_LENGTHS.words) return refuse('text-too-long');
    const missing = listMissing(before, held.documents);
    if (missing.length > 0) return { ok: false, refusal: 'incomplete', missing };
    const editors = await listEditorsSinceAsked(tx, act.organisationId, at.id);
    if (editors.length === 0 && words.trim() === '') return refuse('words-missing');
    const refusal = refuseAnswer(before, act.by, editors);
    if (refusal) return refuse(refusal);
    const checkedNow = { checked_by: act.by, checked_at: sql<Date>`palabre_now()` };
    const request = await setRequest(tx, act, at.id, {
      state: 'finance-review',
      ...(editors.length > 0 && checkedNow),
    });
    await recordRequestAct(tx, act, request, {
      before: before.state,
      after: 'finance-review',
      words,
    });
    return { ok: true, request };
  });
}

/** What is read under the locks of a request. */
export interface Held {
  group: { id: string; slug: string; name: string };
  documents: Awaited<ReturnType<typeof listDocuments>>;
  /** Of a claim on a fund. */
  budget: Awaited<ReturnType<typeof lockBudget>>;
  /** What its share is made of; of an expense of the envelope only amount, receipts and balance count. */
  expense: FundExpense;
  refuseClaim(): ClaimRefusal | null;
  refuseMoney(): 'over-balance' | 'nothing-left' | null;
}

/** Runs with the group, the action, the budget and the request held, in this order. */
export async function atRequest(
  db: Db,
  { organisationId }: SpendingAct,
  { id, version }: { id: string; version: number | null },
  work: (tx: Tx, request: Request, held: Held) => Promise<Stepped>,
): Promise<Stepped> {
  return atOnce(db, async (tx): Promise<Stepped> => {
    const seen = await findRequestById(tx, organisationId, id);
    const group = seen && (await lockGroup(tx, organisationId, seen.groupId));
    if (!group) return refuse('not-now');
    // what a budget is of never changes; what it became is read again under its lock
    const budget = seen.budgetId ? await holdBudget(tx, organisationId, seen.budgetId) : null;
    const request = await lockRequest(tx, organisationId, id);
    if (!request) return refuse('not-now');
    if (version !== null && request.version !== version) return refuse('changed-meanwhile');
    const documents = await listDocuments(tx, organisationId, id);
    const envelope = { kind: 'group', holderId: group.id } as const;
    const [balance] = await readBalances(tx, organisationId, [envelope]);
    const expense: FundExpense = {
      amount: request.amount,
      receipts: sumReceipts(documents, request.timing),
      validated: budget?.budget.amount ?? 0,
      left: budget ? maximumLeft(budget.ground) : 0,
      excessToGroup: request.excessToGroup,
      balance: balance!,
    };
    return work(tx, request, {
      group,
      documents,
      budget: budget?.budget ?? null,
      expense,
      refuseClaim() {
        if (request.source === 'group') return isFinanceable(group) ? null : 'not-certified';
        if (!budget) return 'budget-not-validated';
        return refuseClaim({ isCertified: group.certifiedAt !== null, budget: budget.budget });
      },
      refuseMoney() {
        if (request.source === 'group')
          return expense.amount > expense.balance ? 'over-balance' : null;
        if (request.excessToGroup && excessOf(expense) > expense.balance) return 'over-balance';
        const { fund, group: own } = shareFundExpense(expense);
        return fund + own > 0 ? null : 'nothing-left';
      },
    });
  });
}

async function holdBudget(tx: Tx, organisationId: string, budgetId: string) {
  const budget = await tx
    .selectFrom('spending_budget')
    .select(['group_id', 'action_id'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', budgetId)
    .executeTakeFirstOrThrow();
  const of = { groupId: budget.group_id, actionId: budget.action_id };
  const grounds = (await lockGrounds(tx, organisationId, of))!;
  const held = (await lockBudget(tx, organisationId, budgetId))!;
  // budgets of the same group and action are held by the group's lock
  return { budget: held, ground: grounds.ground };
}
