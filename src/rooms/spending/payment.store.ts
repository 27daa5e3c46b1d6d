import { sql } from 'kysely';
import { type BankDetails, openBank } from '../../platform/bank/sealed-details.ts';
import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/database/database.ts';
import { type Entry, recordEntries } from '../ledger/index.ts';
import { atOnce } from './at-once.store.ts';
import { findBudgetById } from './budget.store.ts';
import { lockRequest } from './request.store.ts';
import { canTake, type Request } from './request.ts';
import { recordRequestAct, setRequest } from './request-acts.store.ts';

/** Whose account pays: expenses of an election are paid by another one. */
export type Payer = 'usual' | 'campaign';

/** A request that waits for its payment: what a transfer is made of. */
export interface Payable {
  id: string;
  organisationId: string;
  number: number;
  title: string;
  groupId: string;
  campaign: boolean;
  payeeId: string | null;
  decidedBy: string | null;
  /** Cents, booked: the fund's share and the group's. */
  amount: number;
  fundAmount: number;
  groupAmount: number;
  ibanLast4: string;
  /** Opened by `openBankDetails` alone; null: purged. */
  bankSealed: string | null;
  bookedAt: Date;
}

/** Those to pay from an account, in order of number; of `ids` only, where they are given. */
export async function listToPay(
  db: Db,
  organisationId: string,
  payer: Payer,
  ids?: readonly string[],
): Promise<Payable[]> {
  let query = toPay(db, organisationId, payer)
    .select(['id', 'number', 'title', 'group_id', 'campaign', 'payee_id', 'decided_by'])
    .select(['fund_amount', 'group_amount', 'iban_last4', 'bank_sealed', 'booked_at']);
  if (ids) query = query.where(sql<boolean>`id = any(${[...ids]}::uuid[])`);
  const rows = await query.orderBy('number').execute();
  return rows.map((row) => ({
    id: row.id,
    organisationId,
    number: row.number,
    title: row.title,
    groupId: row.group_id,
    campaign: row.campaign,
    payeeId: row.payee_id,
    decidedBy: row.decided_by,
    amount: row.fund_amount + row.group_amount,
    fundAmount: row.fund_amount,
    groupAmount: row.group_amount,
    ibanLast4: row.iban_last4,
    bankSealed: row.bank_sealed,
    bookedAt: row.booked_at!,
  }));
}

/** How many are to be paid from an account, besides those whose transfer is under way. */
export async function countToPay(
  db: Db,
  organisationId: string,
  payer: Payer,
  besides: readonly string[],
): Promise<number> {
  const { count } = await toPay(db, organisationId, payer)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(sql<boolean>`id <> all(${[...besides]}::uuid[])`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Details asked again are awaited. */
const toPay = (db: Db, organisationId: string, payer: Payer) =>
  db
    .selectFrom('spending_request')
    .where('organisation_id', '=', organisationId)
    .where('deleted_at', 'is', null)
    .where('state', '=', 'to-pay')
    .where('bank_asked_at', 'is', null)
    .where('campaign', '=', payer === 'campaign');

/** Who is paid, and where; null: nothing is given, it was purged, or the key is gone. */
export function openBankDetails(
  config: Pick<Config, 'keysFolder'>,
  { organisationId, id, bankSealed }: Pick<Payable, 'organisationId' | 'id' | 'bankSealed'>,
): BankDetails | null {
  if (bankSealed === null) return null;
  return openBank(config.keysFolder, { organisationId, kind: 'request', id }, bankSealed);
}

/** The sealed details of any request, for whoever writes them. */
export async function findSealedBank(
  db: Db,
  organisationId: string,
  id: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('spending_request')
    .select('bank_sealed')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.bank_sealed ?? null;
}

interface PayingAct {
  organisationId: string;
  /** null: a process did it, on what the bank says. */
  by: string | null;
}

type Paid = { ok: true; request: Request } | { ok: false; refusal: 'not-now' | 'own-payment' };

/** It was paid on that day (`YYYY-MM-DD`): asked twice, once. Nobody of the desk marks their own payment. */
export async function markPaid(
  db: Db,
  act: PayingAct,
  requestId: string,
  day: string,
): Promise<Paid> {
  return atOnce(db, async (tx): Promise<Paid> => {
    const before = await lockRequest(tx, act.organisationId, requestId);
    if (!before || !canTake(before, 'pay')) return { ok: false, refusal: 'not-now' };
    if (before.payeeId !== null && before.payeeId === act.by)
      return { ok: false, refusal: 'own-payment' };
    const request = await setRequest(tx, act, requestId, {
      state: 'paid',
      paid_at: sql<Date>`palabre_now()`,
    });
    const told = { before: before.state, after: request.state, words: '', byDesk: true };
    await recordRequestAct(tx, act, request, told);
    const done = await recordEntries(tx, act, await payEntries(tx, act, request, 'paid', day));
    return done.ok ? { ok: true, request } : { ok: false, refusal: 'not-now' };
  });
}

/** The bank sent the money back: it is to be paid again, for that reason. */
export async function markReturned(
  db: Db,
  act: PayingAct,
  requestId: string,
  reason: string,
  day?: string,
): Promise<Paid> {
  return atOnce(db, async (tx): Promise<Paid> => {
    const before = await lockRequest(tx, act.organisationId, requestId);
    if (!before || !canTake(before, 'return')) return { ok: false, refusal: 'not-now' };
    const request = await setRequest(tx, act, requestId, { state: 'to-pay', paid_at: null });
    const told = { before: before.state, after: request.state, words: reason, byDesk: true };
    await recordRequestAct(tx, act, request, told);
    const done = await recordEntries(tx, act, await payEntries(tx, act, request, 'returned', day));
    return done.ok ? { ok: true, request } : { ok: false, refusal: 'not-now' };
  });
}

/** Each payment once, the second one after a return too: they are counted under the lock of the request. */
async function payEntries(
  db: Db,
  { organisationId }: PayingAct,
  { id, groupId, budgetId, fundAmount, groupAmount }: Request,
  what: 'paid' | 'returned',
  day?: string,
): Promise<Entry[]> {
  const { count } = await db
    .selectFrom('spending_act')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('request_id', '=', id)
    .where('after', '=', 'paid')
    .where('before', '<>', 'paid')
    .executeTakeFirstOrThrow();
  const budget = budgetId ? await findBudgetById(db, organisationId, budgetId) : null;
  const shares = [
    ...(budget
      ? [{ kind: 'fund-payable', holderId: budget.fundId, amount: fundAmount } as const]
      : []),
    { kind: 'group-payable', holderId: groupId, amount: groupAmount } as const,
  ];
  return shares
    .filter(({ amount }) => amount > 0)
    .map(({ amount, ...payable }) => {
      const [from, to] =
        what === 'paid'
          ? [payable, { kind: 'expenses' } as const]
          : [{ kind: 'expenses' } as const, payable];
      return {
        from,
        to,
        amount,
        kind: what === 'paid' ? 'spending-paid' : 'payment-returned',
        about: { kind: 'spending-request', id },
        ...(day && { countedOn: day }),
        once: `spending-${what}:${id}:${count}:${payable.kind}`,
      };
    });
}
