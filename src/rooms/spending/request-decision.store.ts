import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { lockFund } from '../funds/index.ts';
import { type Entry, recordEntries } from '../ledger/index.ts';
import type { SpendingAct } from './at-once.store.ts';
import { releaseEntry } from './budget-decision.store.ts';
import { recordBudgetAct, setBudget } from './budget-writing.store.ts';
import { canTake, type Request, type RequestStep, refuseDecider, requestWays } from './request.ts';
import { recordRequestAct, setRequest } from './request-acts.store.ts';
import { REQUEST_LENGTHS } from './request-form.ts';
import { atRequest, type Held, refuse, type Stepped } from './request-sending.store.ts';
import { type Share, shareFundExpense, shareGroupExpense } from './share.ts';

type At = Pick<Request, 'id' | 'version'>;

/** The desk asks for more, or refuses, with words that the group reads. */
export async function turnRequestDown(
  db: Db,
  act: SpendingAct,
  at: At,
  step: 'ask-info' | 'refuse',
  words: string,
): Promise<Stepped> {
  return atRequest(db, act, at, async (tx, before) => {
    const refusal = refuseDesk(before, step, act.by, words);
    if (refusal) return refusal;
    if (words.trim() === '') return refuse('words-missing');
    const after = requestWays[step].to;
    const request = await setRequest(tx, act, at.id, {
      state: after,
      ...(step === 'refuse' && decided(act.by)),
    });
    await recordRequestAct(tx, act, request, { before: before.state, after, words, byDesk: true });
    return { ok: true, request };
  });
}

/**
 * The desk agrees: what is to be paid is booked at once, or, where the envelope of the group does not suffice, the request
 * waits for it, validated. Two who agree at once: one books.
 */
export async function approveRequest(
  db: Db,
  act: SpendingAct,
  at: At,
  words = '',
): Promise<Stepped> {
  return atRequest(db, act, at, async (tx, before, held) => {
    const refusal = refuseDesk(before, 'approve', act.by, words);
    if (refusal) return refusal;
    const told = { words, byDesk: true };
    if (before.source === 'group' && !shareGroupExpense(held.expense)) {
      const request = await setRequest(tx, act, at.id, { state: 'validated', ...decided(act.by) });
      await recordRequestAct(tx, act, request, {
        before: before.state,
        after: 'validated',
        ...told,
      });
      return { ok: true, request };
    }
    return book(tx, act, before, held, { ...told, values: decided(act.by) });
  });
}

/** A treasurer has what was validated booked, now that the envelope suffices. */
export async function bookRequest(db: Db, act: SpendingAct, at: At): Promise<Stepped> {
  return atRequest(db, act, at, async (tx, before, held) => {
    if (!canTake(before, 'book')) return refuse('not-now');
    if (before.payeeId === act.by) return refuse('own-payment');
    return book(tx, act, before, held, { words: '', byDesk: false, values: {} });
  });
}

function refuseDesk(before: Request, step: RequestStep, by: string, words: string): Stepped | null {
  if (!canTake(before, step)) return refuse('not-now');
  const refusal = refuseDecider(before, by);
  if (refusal) return refuse(refusal);
  return [...words].length > REQUEST_LENGTHS.words ? refuse('text-too-long') : null;
}

/**
 * The one place where an expense is booked: the fund's share out of what the budget reserved, the rest where the group
 * said so; what is left of the reservation goes back to the fund, and the budget has served.
 */
async function book(
  tx: Tx,
  act: SpendingAct,
  before: Request,
  held: Held,
  { values, ...told }: { values: object; words: string; byDesk: boolean },
): Promise<Stepped> {
  const { budget, expense, group } = held;
  if (before.source === 'fund') {
    // an expense of the envelope that the desk agreed to stays agreed to (R24 is about claims on a fund)
    const refusal = held.refuseClaim();
    if (refusal) return refuse(refusal);
  }
  const share = before.source === 'fund' ? shareFundExpense(expense) : shareGroupExpense(expense);
  if (!share) return refuse('over-balance');
  if (share.fund + share.group === 0) return refuse('nothing-left');
  const request = await setRequest(tx, act, before.id, {
    state: 'to-pay',
    fund_amount: share.fund,
    group_amount: share.group,
    booked_at: sql<Date>`palabre_now()`,
    ...values,
  });
  await recordRequestAct(tx, act, request, { before: before.state, after: 'to-pay', ...told });
  if (budget) {
    const consumed = await setBudget(tx, act, budget.id, { state: 'consumed' });
    await recordBudgetAct(tx, act, group, consumed, 'consume');
    await lockFund(tx, act.organisationId, budget.fundId);
  }
  const entries = bookingEntries(request, share, budget);
  const booked = await recordEntries(tx, act, entries);
  if (booked.ok) return { ok: true, request };
  return refuse(booked.refusal === 'not-enough' ? 'over-balance' : 'not-now');
}

function bookingEntries(
  { id, groupId }: Request,
  { fund, group }: Share,
  budget: Held['budget'],
): Entry[] {
  const about = { kind: 'spending-request', id };
  const entries: Entry[] = [];
  if (budget && fund > 0)
    entries.push({
      from: { kind: 'fund-reserved', holderId: budget.fundId },
      to: { kind: 'fund-payable', holderId: budget.fundId },
      amount: fund,
      kind: 'spending-booked',
      about,
      once: `spending-booked:${id}:fund`,
    });
  if (budget && budget.amount > fund) entries.push(releaseEntry(budget, budget.amount - fund));
  if (group > 0)
    entries.push({
      from: { kind: 'group', holderId: groupId },
      to: { kind: 'group-payable', holderId: groupId },
      amount: group,
      kind: 'spending-booked',
      about,
      once: `spending-booked:${id}:group`,
    });
  return entries;
}

const decided = (by: string) => ({ decided_by: by, decided_at: sql<Date>`palabre_now()` });
