import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsOf } from '../../../tests/make/mails.ts';
import {
  fillEnvelope,
  IBAN,
  type MadePurse,
  makeBudget,
  makeKeptFile,
  makePurse,
  makeRequest,
  must,
} from '../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { auditLedger, readFundMoney, readGroupMoney } from '../ledger/index.ts';
import { findBudgetById } from './budget.store.ts';
import { releaseBudget } from './budget-decision.store.ts';
import { addDocument } from './document.store.ts';
import { listToPay, markPaid, markReturned, openBankDetails } from './payment.store.ts';
import { findRequestById, listRequestActs } from './request.store.ts';
import { approveRequest, bookRequest, turnRequestDown } from './request-decision.store.ts';
import { answerRequest, checkRequestByPeer, sendRequest } from './request-sending.store.ts';
import { deleteRequest, openRequest, saveRequest } from './request-writing.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const actOf = (purse: MadePurse, by: { id: string }) => ({
  organisationId: purse.movement.id,
  by: by.id,
});
const refused = (refusal: string) => ({ ok: false, refusal });
const moneyOf = async ({ movement, fundId, made }: MadePurse) => {
  const audit = await auditLedger(site.db, movement.id);
  expect(audit).toMatchObject({ total: 0, wrong: [] });
  const groupId = made.group.id;
  return {
    fund: (await readFundMoney(site.db, movement.id, [fundId])).get(fundId)!,
    group: (await readGroupMoney(site.db, movement.id, [groupId])).get(groupId)!,
  };
};

describe('R21 R23 what is paid, and by whom', () => {
  it('R23 280 € on an action of 300 €: paid by the fund, the envelope of 40 € stays', async () => {
    const purse = await makePurse(site);
    await fillEnvelope(site, purse, 4_000);
    const budget = await makeBudget(site, purse, { amount: 30_000 });
    const request = await makeRequest(site, purse, {
      budgetId: budget.id,
      amount: 28_000,
      state: 'approved',
    });
    expect(request).toMatchObject({ state: 'to-pay', fundAmount: 28_000, groupAmount: 0 });
    expect(await moneyOf(purse)).toMatchObject({
      fund: { remaining: 472_000, reserved: 0, payable: 28_000, paid: 0 },
      group: { available: 4_000, payable: 0 },
    });
    expect((await findBudgetById(site.db, purse.movement.id, budget.id))!.state).toBe('consumed');
    must(await markPaid(site.db, actOf(purse, purse.desk), request.id, '2026-02-01'));
    expect((await moneyOf(purse)).fund).toMatchObject({ payable: 0, paid: 28_000 });
  });

  it('R21 R23 251,30 € on a budget of 240 €: 11,30 € go to the envelope when the group says so', async () => {
    const purse = await makePurse(site);
    await fillEnvelope(site, purse, 4_000);
    const budget = await makeBudget(site, purse, { amount: 24_000 });
    const asked = { budgetId: budget.id, amount: 25_130, excessToGroup: true };
    const request = await makeRequest(site, purse, { ...asked, state: 'approved' });
    expect(request).toMatchObject({ fundAmount: 24_000, groupAmount: 1_130 });
    expect((await moneyOf(purse)).group).toMatchObject({ available: 2_870, payable: 1_130 });
  });

  it('R23 else the rest is dropped', async () => {
    const purse = await makePurse(site);
    await fillEnvelope(site, purse, 4_000);
    const budget = await makeBudget(site, purse, { amount: 24_000 });
    const asked = { budgetId: budget.id, amount: 25_130, state: 'approved' } as const;
    expect(await makeRequest(site, purse, asked)).toMatchObject({
      fundAmount: 24_000,
      groupAmount: 0,
    });
    expect((await moneyOf(purse)).group.available).toBe(4_000);
  });

  it('R22 an expense of the envelope waits, validated, until it suffices; then a treasurer has it booked', async () => {
    const purse = await makePurse(site);
    await fillEnvelope(site, purse, 10_000);
    const first = await makeRequest(site, purse, { amount: 8_000 });
    const second = await makeRequest(site, purse, { amount: 6_000 });
    const desk = actOf(purse, purse.desk);
    expect(must(await approveRequest(site.db, desk, first)).request.state).toBe('to-pay');
    const waiting = must(await approveRequest(site.db, desk, second)).request;
    expect(waiting).toMatchObject({ state: 'validated', groupAmount: 0 });
    const act = actOf(purse, purse.made.treasurers[0]);
    expect(await bookRequest(site.db, act, waiting)).toEqual(refused('over-balance'));
    await fillEnvelope(site, purse, 4_000);
    const done = await Promise.all([1, 2].map(() => bookRequest(site.db, act, waiting)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await moneyOf(purse)).group).toMatchObject({ available: 0, payable: 14_000 });
  });

  it('W15 two approvals at once: one is booked, and paid once', async () => {
    const purse = await makePurse(site);
    const budget = await makeBudget(site, purse);
    const request = await makeRequest(site, purse, { budgetId: budget.id });
    const desk = actOf(purse, purse.desk);
    const done = await Promise.all([1, 2, 3].map(() => approveRequest(site.db, desk, request)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    const paid = await Promise.all(
      [1, 2, 3].map(() => markPaid(site.db, desk, request.id, '2026-02-01')),
    );
    expect(paid.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await moneyOf(purse)).fund).toMatchObject({ remaining: 476_000, paid: 24_000 });
  });

  it('R22 the bank sends it back: it is to be paid again, and paid once more', async () => {
    const purse = await makePurse(site);
    const budget = await makeBudget(site, purse);
    const { id } = await makeRequest(site, purse, { budgetId: budget.id, state: 'approved' });
    const desk = actOf(purse, purse.desk);
    for (let time = 0; time < 2; time += 1) {
      must(await markPaid(site.db, desk, id, '2026-02-01'));
      must(await markReturned(site.db, desk, id, 'Compte clos'));
      expect(await markReturned(site.db, desk, id, 'Compte clos')).toEqual(refused('not-now'));
      expect((await moneyOf(purse)).fund).toMatchObject({ payable: 24_000, paid: 0 });
    }
    must(await markPaid(site.db, desk, id, '2026-02-03'));
    expect((await moneyOf(purse)).fund).toMatchObject({ payable: 0, paid: 24_000 });
  });

  it('R24 a budget that was released pays nothing', async () => {
    const purse = await makePurse(site);
    const budget = await makeBudget(site, purse);
    const request = await makeRequest(site, purse, { budgetId: budget.id });
    const desk = actOf(purse, purse.desk);
    must(await releaseBudget(site.db, desk, budget.id, 'Trop tard.'));
    expect(await approveRequest(site.db, desk, request)).toEqual(refused('budget-not-validated'));
    expect((await moneyOf(purse)).fund).toMatchObject({ remaining: 500_000, payable: 0 });
  });

  it('part 2.1 what waits to be paid, by the account that pays, and where to', async () => {
    const purse = await makePurse(site);
    await fillEnvelope(site, purse, 10_000);
    const usual = await makeRequest(site, purse, { amount: 1_000, state: 'approved' });
    const campaign = await makeRequest(site, purse, {
      amount: 2_000,
      campaign: true,
      state: 'approved',
    });
    const list = (payer: 'usual' | 'campaign', ids?: string[]) =>
      listToPay(site.db, purse.movement.id, payer, ids);
    expect((await list('usual')).map(({ id }) => id)).toEqual([usual.id]);
    expect((await list('usual', [campaign.id])).map(({ id }) => id)).toEqual([]);
    const [payable] = await list('campaign');
    expect(payable).toMatchObject({ id: campaign.id, amount: 2_000, ibanLast4: '0189' });
    expect(openBankDetails(site.config, payable!)).toMatchObject({ iban: IBAN });
    const stored = await site.pool.query('select bank_sealed from spending_request where id = $1', [
      usual.id,
    ]);
    expect(stored.rows[0].bank_sealed).not.toContain(IBAN);
    // sealed for one request, it opens for no other
    expect(openBankDetails(site.config, { ...payable!, id: usual.id })).toBeNull();
  });
});

describe('W15 who does what', () => {
  it('W15 the first treasurer does not check, nor does who is paid; the desk had no hand in it', async () => {
    const purse = await makePurse(site);
    const { made, desk } = purse;
    const [first, second] = made.treasurers;
    const budget = await makeBudget(site, purse);
    const request = await makeRequest(site, purse, { budgetId: budget.id, state: 'peer-review' });
    expect(await checkRequestByPeer(site.db, actOf(purse, first), request)).toEqual(
      refused('same-person'),
    );
    const check = (version: number) =>
      checkRequestByPeer(site.db, actOf(purse, second), { ...request, version });
    expect(await check(request.version - 1)).toEqual(refused('changed-meanwhile'));
    const checked = must(await check(request.version)).request;
    for (const one of [first, second])
      expect(await approveRequest(site.db, actOf(purse, one), checked)).toEqual(
        refused('own-request'),
      );
    must(await approveRequest(site.db, actOf(purse, desk), checked));
    const acts = await listRequestActs(site.db, purse.movement.id, request.id);
    expect(acts.filter(({ before, after }) => before !== after).map(({ after }) => after)).toEqual([
      'to-pay',
      'finance-review',
      'peer-review',
      'draft',
    ]);
    expect(acts[0]!.byDesk).toBe(true);
  });

  it('W15 changed after it was sent, it is a draft again; after the check, somebody else checks anew', async () => {
    const purse = await makePurse(site);
    const [first, second] = purse.made.treasurers;
    const budget = await makeBudget(site, purse);
    const sent = await makeRequest(site, purse, { budgetId: budget.id, state: 'peer-review' });
    const changed = must(
      await saveRequest(site.db, actOf(purse, second), sent, { title: 'Denrées et gaz' }),
    ).request;
    expect(changed).toMatchObject({ state: 'draft', sentBy: null, charterAt: null });
    must(await deleteRequest(site.db, actOf(purse, first), changed));
    const request = await makeRequest(site, purse, { budgetId: budget.id });
    const desk = actOf(purse, purse.desk);
    const asked = must(
      await turnRequestDown(site.db, desk, request, 'ask-info', 'Le ticket est illisible.'),
    ).request;
    expect(await saveRequest(site.db, actOf(purse, second), asked, { title: 'x' })).toEqual(
      refused('own-check'),
    );
    const mended = must(
      await saveRequest(site.db, actOf(purse, first), asked, { explanation: 'Voici.' }),
    ).request;
    expect(mended.state).toBe('info-needed');
    expect(await answerRequest(site.db, actOf(purse, first), mended, 'Voici')).toEqual(
      refused('own-edit'),
    );
    const answered = must(await answerRequest(site.db, actOf(purse, second), mended, 'Voici'));
    expect(answered.request).toMatchObject({ state: 'finance-review', checkedBy: second.id });
  });

  it('W15 sent by who is paid, or with nobody left to check: refused', async () => {
    const purse = await makePurse(site);
    const [first, second] = purse.made.treasurers;
    await fillEnvelope(site, purse, 24_000);
    const own = await makeRequest(site, purse, { payeeId: first.id, state: 'draft' });
    const send = (by: { id: string }, what: typeof own) =>
      sendRequest(site.db, actOf(purse, by), what);
    expect(await send(first, own)).toEqual(refused('own-payment'));
    expect(await send(second, own)).toEqual(refused('nobody-to-check'));
    const stranger = saveRequest(site.db, actOf(purse, first), own, { payeeId: purse.desk.id });
    expect(await stranger).toEqual(refused('payee-unknown'));
  });
});

describe('R21 W15 what is not sent', () => {
  it('R21 without a receipt, over the receipts, over the envelope: refused in words', async () => {
    const purse = await makePurse(site);
    await fillEnvelope(site, purse, 4_000);
    const act = actOf(purse, purse.made.treasurers[0]);
    const draft = await makeRequest(site, purse, {
      amount: 5_000,
      receipts: 5_000,
      state: 'draft',
    });
    expect(await sendRequest(site.db, act, draft)).toEqual(refused('over-balance'));
    const more = must(await saveRequest(site.db, act, draft, { amount: 5_001 })).request;
    expect(await sendRequest(site.db, act, more)).toEqual({
      ...refused('incomplete'),
      missing: ['over-receipts'],
    });
    const bare = must(await openRequest(site.db, act, { groupId: purse.made.group.id })).request;
    const empty = await sendRequest(site.db, act, bare);
    expect(empty).toMatchObject({ refusal: 'incomplete' });
    expect(empty).toHaveProperty('missing', expect.arrayContaining(['evidence', 'bank', 'honour']));
    for (const amount of [-1, 0.5])
      expect(await saveRequest(site.db, act, bare, { amount })).toMatchObject({
        refusal: 'form',
        fields: { amount: 'amount-wrong' },
      });
  });

  it('W15 the same bill twice, also at once, in two requests: refused', async () => {
    const purse = await makePurse(site);
    await fillEnvelope(site, purse, 50_000);
    const [first] = purse.made.treasurers;
    const act = actOf(purse, first);
    const open = async () =>
      must(await openRequest(site.db, act, { groupId: purse.made.group.id })).request;
    const [one, other] = [await open(), await open()];
    const file = await makeKeptFile(site, purse.movement, first);
    const bill = { kind: 'receipt', title: 'Ticket', amount: 1_000 } as const;
    const done = await Promise.all(
      [one, other].map(({ id }) => addDocument(site.db, act, id, bill, file)),
    );
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done).toContainEqual(refused('same-document'));
    // with the request that bore it, it is free again
    const [kept, left] = done[0]!.ok ? [one, other] : [other, one];
    const now = (await findRequestById(site.db, purse.movement.id, kept.id))!;
    must(await deleteRequest(site.db, act, now));
    must(await addDocument(site.db, act, left.id, bill, file));
  });

  it('R23 one claim alive on a budget', async () => {
    const purse = await makePurse(site);
    const budget = await makeBudget(site, purse);
    const act = actOf(purse, purse.made.treasurers[0]);
    const of = { groupId: purse.made.group.id, budgetId: budget.id };
    const done = await Promise.all([1, 2].map(() => openRequest(site.db, act, of)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done).toContainEqual(refused('already-asked'));
  });

  it('part 2.1 letters to the treasurers at each change, to the desk when it is its turn', async () => {
    const purse = await makePurse(site);
    const { made, desk } = purse;
    const [first, second] = made.treasurers;
    const budget = await makeBudget(site, purse);
    const draft = await makeRequest(site, purse, { budgetId: budget.id, state: 'draft' });
    let request = draft;
    const told = async (act: () => Promise<{ ok: true; request: typeof draft }>) => {
      const mails = await mailsOf(site, async () => {
        request = (await act()).request;
      });
      return mails.map(({ to }) => to).sort();
    };
    expect(
      await told(async () => must(await sendRequest(site.db, actOf(purse, first), request))),
    ).toEqual([second.email]);
    expect(
      await told(async () =>
        must(await checkRequestByPeer(site.db, actOf(purse, second), request)),
      ),
    ).toEqual([desk.email, first.email].sort());
    expect(
      await told(async () => must(await approveRequest(site.db, actOf(purse, desk), request))),
    ).toEqual([first.email, second.email].sort());
  });
});
