import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fillEnvelope,
  IBAN,
  type MadePurse,
  makeBudget,
  makePurse,
  makeRequest,
  must,
} from '../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { auditLedger, readFundMoney, readGroupMoney } from '../ledger/index.ts';
import { findBudgetById } from './budget.store.ts';
import { releaseBudget } from './budget-decision.store.ts';
import { listToPay, markPaid, markReturned, openBankDetails } from './payment.store.ts';
import { approveRequest, bookRequest } from './request-decision.store.ts';

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
