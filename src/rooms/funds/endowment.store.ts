import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordEntries } from '../ledger/index.ts';
import { lockFund } from './fund.store.ts';
import { type FundAct, tellFund } from './fund-writing.store.ts';

/** An amount as whoever keeps the accounts gives it or takes it back. */
export interface Endowment {
  /** Cents, above zero. */
  amount: number;
  /** Why: what decided it. */
  words: string;
  /** `YYYY-MM-DD` that it is counted on. */
  countedOn: string;
  /** Of the form: sent twice, it counts once. */
  once: string;
}

/** Money of the movement goes to a fund, or comes back from what remains of it; never from what is promised or owed. */
export async function moveEndowment(
  db: Db,
  act: FundAct,
  fundId: string,
  way: 'endowed' | 'lowered',
  { amount, words, countedOn, once }: Endowment,
): Promise<{ ok: true } | { ok: false; refusal: 'not-enough' | 'already-done' }> {
  return inTransaction(db, async (tx) => {
    const fund = (await lockFund(tx, act.organisationId, fundId))!;
    const own = { kind: 'own-funds' } as const;
    const its = { kind: 'fund', holderId: fundId } as const;
    const recorded = await recordEntries(tx, act, [
      {
        ...(way === 'endowed' ? { from: own, to: its } : { from: its, to: own }),
        amount,
        kind: `fund-${way}`,
        about: { kind: 'fund', id: fundId },
        words,
        countedOn,
        once: `fund-${way}:${fundId}:${once}`,
      },
    ]);
    if (recorded.ok) {
      await tellFund(tx, act, `fund.${way}`, fund, { amount, words });
      return { ok: true };
    }
    if (recorded.refusal === 'not-enough' || recorded.refusal === 'already-done')
      return { ok: false, refusal: recorded.refusal };
    throw new Error(`an endowment was checked: ${recorded.refusal}`);
  });
}
