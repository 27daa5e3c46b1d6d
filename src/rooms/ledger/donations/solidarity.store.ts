import { randomUUID } from 'node:crypto';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { recordEntries } from '../ledger.store.ts';
import type { Holder } from './destination.ts';
import { accountOf, type DonationAct } from './donation.store.ts';

/** Gives from the solidarity fund to a group or a fund; never more than it holds. */
export async function giveSolidarity(
  db: Db,
  act: DonationAct,
  given: { to: Holder; amount: number; reason: string },
): Promise<{ ok: true } | { ok: false; refusal: 'not-enough' }> {
  const { to, amount, reason } = given;
  return inTransaction(db, async (tx) => {
    const id = randomUUID();
    const recorded = await recordEntries(tx, act, [
      {
        from: { kind: 'solidarity' },
        to: accountOf(to),
        amount,
        kind: 'solidarity-given',
        about: { kind: 'solidarity-gift', id },
        words: reason,
      },
    ]);
    if (!recorded.ok) {
      if (recorded.refusal === 'not-enough') return { ok: false, refusal: 'not-enough' };
      throw new Error(`A gift that the ledger refuses: ${recorded.refusal}`);
    }
    await recordFact(tx, {
      organisationId: act.organisationId,
      kind: 'solidarity.given',
      actorId: act.by,
      subject: { kind: 'solidarity-gift', id },
      detail: { name: to.name, amount, words: reason },
    });
    return { ok: true };
  });
}
