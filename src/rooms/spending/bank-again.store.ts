import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { atOnce, type SpendingAct } from './at-once.store.ts';
import { type BankAgainRefusal, refuseConfirming, refuseGiving } from './bank-again.ts';
import { lockRequest } from './request.store.ts';
import type { Request } from './request.ts';
import { recordRequestAct, setRequest } from './request-acts.store.ts';

type Done = { ok: true; request: Request } | { ok: false; refusal: BankAgainRefusal };
type At = Pick<Request, 'id' | 'version'>;

/**
 * The bank would not pay to that account: until one treasurer gives the details again and another confirms them, the
 * request stays out of transfers. In the transaction that notes what the bank did, which holds the request.
 */
export async function askForBank(
  tx: Tx,
  act: { organisationId: string; by: string | null },
  requestId: string,
  words: string,
): Promise<void> {
  const request = await setRequest(tx, act, requestId, {
    bank_asked_at: sql<Date>`palabre_now()`,
    bank_given_by: null,
  });
  await tell(tx, act, request, 'bank-asked', words);
}

/** One treasurer gives them, the same or others: sealed, and for another one to confirm. */
export async function giveBankAgain(
  db: Db,
  act: SpendingAct,
  at: At,
  details: { sealed: string; last4: string },
): Promise<Done> {
  return step(db, act, at, refuseGiving, 'bank-given', {
    bank_sealed: details.sealed,
    iban_last4: details.last4,
    bank_purged_at: null,
    bank_given_by: act.by,
  });
}

/** Another treasurer, who is not the one who is paid, read them: it is to be paid again. */
export async function confirmBankAgain(db: Db, act: SpendingAct, at: At): Promise<Done> {
  const values = { bank_asked_at: null, bank_given_by: null };
  return step(db, act, at, refuseConfirming, 'bank-confirmed', values);
}

async function step(
  db: Db,
  act: SpendingAct,
  at: At,
  refuse: (request: Request, by: string) => BankAgainRefusal | null,
  what: What,
  values: Parameters<typeof setRequest>[3],
): Promise<Done> {
  return atOnce(db, async (tx): Promise<Done> => {
    const before = await lockRequest(tx, act.organisationId, at.id);
    if (!before) return { ok: false, refusal: 'not-asked' };
    if (before.version !== at.version) return { ok: false, refusal: 'changed-meanwhile' };
    const refusal = refuse(before, act.by);
    if (refusal) return { ok: false, refusal };
    const request = await setRequest(tx, act, at.id, values);
    await tell(tx, act, request, what, '');
    return { ok: true, request };
  });
}

type What = 'bank-asked' | 'bank-given' | 'bank-confirmed';

/** In the history, in the journal, and in a letter to the treasurers. */
async function tell(
  tx: Tx,
  act: { organisationId: string; by: string | null },
  request: Request,
  what: What,
  words: string,
): Promise<void> {
  const { organisationId, by } = act;
  const actId = await recordRequestAct(tx, act, request, {
    before: 'to-pay',
    after: 'to-pay',
    changed: [what],
    words,
    byDesk: what === 'bank-asked',
  });
  await recordFact(tx, {
    organisationId,
    kind: `spending-request.${what}`,
    actorId: by,
    subject: { kind: 'spending-request', id: request.id },
    detail: { number: request.number, groupId: request.groupId },
  });
  if (what !== 'bank-confirmed')
    await queueJob(tx, 'write-about-spending', { organisationId, of: 'request', actId });
}
