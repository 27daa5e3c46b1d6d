import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fillEnvelope,
  type MadePurse,
  makeBudget,
  makeFundable,
  makePurse,
  makeRequest,
} from '../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { auditLedger, readFundMoney, readGroupMoney } from '../ledger/index.ts';
import { listBudgetsOfGroup } from './budget.store.ts';
import { decideBudget, releaseBudget, validateBudget } from './budget-decision.store.ts';
import { markPaid, markReturned } from './payment.store.ts';
import { listRequestsOfGroup } from './request.store.ts';
import { approveRequest, bookRequest, turnRequestDown } from './request-decision.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const ENDOWED = 60_000;
const GIVEN = 9_000;

/** What may be tried, on which budget or request (modulo how many there are), for how much. */
const deed = fc.record({
  what: fc.constantFrom(
    'budget',
    'validate',
    'refuse-budget',
    'release',
    'claim',
    'own',
    'approve',
    'refuse',
    'book',
    'pay',
    'return',
  ),
  which: fc.nat({ max: 5 }),
  amount: fc.integer({ min: 1, max: 32_000 }),
  excess: fc.boolean(),
});
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

async function doIt(purse: MadePurse, { what, which, amount, excess }: Deed): Promise<unknown> {
  const { db } = site;
  const { movement, made, desk } = purse;
  const organisationId = movement.id;
  const byDesk = { organisationId, by: desk.id };
  const budgets = await listBudgetsOfGroup(db, organisationId, made.group.id);
  const requests = await listRequestsOfGroup(db, organisationId, made.group.id);
  const budget = budgets[which % (budgets.length || 1)];
  const request = requests[which % (requests.length || 1)];
  if (what === 'budget') {
    const actionId = await makeFundable(site, purse, { title: `Action ${which}` });
    return makeBudget(site, purse, {
      actionId,
      amount: Math.min(amount, 30_000),
      state: 'submitted',
    });
  }
  if (what === 'own') return makeRequest(site, purse, { amount });
  if (what === 'claim' && budget?.state === 'validated')
    return makeRequest(site, purse, { budgetId: budget.id, amount, excessToGroup: excess });
  if (budget && what === 'validate') return validateBudget(db, byDesk, budget.id);
  if (budget && what === 'refuse-budget')
    return decideBudget(db, byDesk, budget.id, 'refuse', 'Non');
  if (budget && what === 'release') return releaseBudget(db, byDesk, budget.id, 'Rendu');
  if (!request) return null;
  if (what === 'approve') return approveRequest(db, byDesk, request);
  if (what === 'refuse') return turnRequestDown(db, byDesk, request, 'refuse', 'Non');
  if (what === 'book')
    return bookRequest(db, { organisationId, by: made.treasurers[0].id }, request);
  if (what === 'pay') return markPaid(db, byDesk, request.id, '2026-02-01');
  if (what === 'return') return markReturned(db, byDesk, request.id, 'Rejeté');
  return null;
}

/** Where every cent is, out of the rows of this room, against the ledger. */
async function compare({ movement, fundId, made }: MadePurse): Promise<void> {
  const { db } = site;
  expect(await auditLedger(db, movement.id)).toMatchObject({ total: 0, wrong: [] });
  const budgets = await listBudgetsOfGroup(db, movement.id, made.group.id);
  const requests = await listRequestsOfGroup(db, movement.id, made.group.id);
  const sum = (amounts: number[]) => amounts.reduce((all, one) => all + one, 0);
  const booked = requests.filter(({ bookedAt }) => bookedAt !== null);
  const owed = booked.filter(({ state }) => state === 'to-pay');
  const paid = booked.filter(({ state }) => state === 'paid');
  const reserved = sum(
    budgets.filter(({ state }) => state === 'validated').map(({ amount }) => amount),
  );
  const ofFund = (some: typeof booked) => sum(some.map(({ fundAmount }) => fundAmount));
  const ofGroup = (some: typeof booked) => sum(some.map(({ groupAmount }) => groupAmount));
  const fund = (await readFundMoney(db, movement.id, [fundId])).get(fundId)!;
  expect(fund).toEqual({
    endowed: ENDOWED,
    remaining: ENDOWED - reserved - ofFund(booked),
    reserved,
    payable: ofFund(owed),
    paid: ofFund(paid),
  });
  const groupId = made.group.id;
  const group = (await readGroupMoney(db, movement.id, [groupId])).get(groupId)!;
  expect(group).toMatchObject({
    available: GIVEN - ofGroup(booked),
    payable: ofGroup(owed),
    paid: ofGroup(paid),
  });
  for (const one of booked) {
    expect(one.fundAmount + one.groupAmount).toBeLessThanOrEqual(one.amount);
    const budget = budgets.find(({ id }) => id === one.budgetId);
    expect(one.fundAmount).toBeLessThanOrEqual(budget?.amount ?? 0);
  }
}

describe('R25 random histories of budgets and requests', () => {
  it('R20 R21 R23 R25 whatever is tried, two at a time, every cent is where the rows say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(deed, deed), { minLength: 6, maxLength: 10 }),
        async (deeds) => {
          const purse = await makePurse(site, { endowed: ENDOWED });
          await fillEnvelope(site, purse, GIVEN);
          await makeBudget(site, purse, { amount: 20_000, state: 'submitted' });
          for (const pair of deeds) {
            // what cannot be is refused, in a refusal or by a maker that says so: never in an error of the database
            const done = await Promise.allSettled(pair.map((one) => doIt(purse, one)));
            for (const one of done)
              if (one.status === 'rejected')
                expect(String(one.reason)).toMatch(/^Error: [a-z]+(-[a-z]+)*$/);
          }
          await compare(purse);
        },
      ),
      { numRuns: 4, endOnFailure: true },
    );
  }, 120_000);
});
