import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeMovement, makeMovement } from '../../../tests/make/group.ts';
import { account, entry } from '../../../tests/make/ledger.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import {
  auditLedger,
  type Entry,
  readFundMoney,
  readGroupMoney,
  recordEntries,
  reverseEntry,
} from './index.ts';

/** R25: random histories of operations that happen at the same time, on real PostgreSQL. */

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** What rooms do with money, each on one of two funds or one of two groups. */
const ACTS: Record<string, (holder: string, amount: number) => Entry[]> = {
  endow: (f, a) => [entry('fund-endowed', account('own-funds'), account('fund', f), a)],
  lower: (f, a) => [entry('fund-lowered', account('fund', f), account('own-funds'), a)],
  donate: (g, a) => [entry('donation', account('donations'), account('group', g), a)],
  takeBack: (g, a) => [entry('donation-taken-back', account('group', g), account('donations'), a)],
  solidarity: (g, a) => [
    entry('donation', account('donations'), account('solidarity'), a),
    entry('solidarity-given', account('solidarity'), account('group', g), Math.ceil(a / 2)),
  ],
  reserve: (f, a) => [entry('budget-reserved', account('fund', f), account('fund-reserved', f), a)],
  release: (f, a) => [entry('budget-released', account('fund-reserved', f), account('fund', f), a)],
  book: (f, a) => [
    entry('spending-booked', account('fund-reserved', f), account('fund-payable', f), a),
    entry('budget-released', account('fund-reserved', f), account('fund', f), 1),
  ],
  bookGroup: (g, a) => [
    entry('spending-booked', account('group', g), account('group-payable', g), a),
  ],
  undo: (f, a) => [
    entry('booking-undone', account('fund-payable', f), account('fund-reserved', f), a),
  ],
  pay: (f, a) => [entry('spending-paid', account('fund-payable', f), account('expenses'), a)],
  payGroup: (g, a) => [entry('spending-paid', account('group-payable', g), account('expenses'), a)],
  bounce: (f, a) => [entry('payment-returned', account('expenses'), account('fund-payable', f), a)],
};

const operation = fc.record({
  act: fc.constantFrom(...Object.keys(ACTS)),
  holder: fc.integer({ min: 0, max: 1 }),
  amount: fc.integer({ min: 1, max: 400 }),
  /** Some are asked for twice by two people. */
  once: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
  /** Takes back one of those already recorded, instead. */
  reverses: fc.option(fc.nat(), { nil: undefined, freq: 8 }),
});

describe('R25 whatever happens at the same time', () => {
  it('no account leaves its floor, all balances are zero together, each is the sum of its entries, nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 12, maxLength: 60 }), async (history) => {
        const movement = await makeMovement(site);
        const act = { organisationId: movement.id, by: null };
        const holders = [randomUUID(), randomUUID()];
        await recordEntries(site.db, act, [
          ...ACTS.endow!(holders[0]!, 500),
          ...ACTS.donate!(holders[0]!, 500),
        ]);
        const ids: string[] = [];
        const refusals: string[] = [];
        await Promise.all(
          history.map(async ({ act: name, holder, amount, once, reverses }) => {
            const target = reverses === undefined ? undefined : ids[reverses % (ids.length || 1)];
            const entries = ACTS[name]!(holders[holder]!, amount).map((one, at) =>
              once === undefined ? one : { ...one, once: `${once}:${at}` },
            );
            const done = target
              ? await reverseEntry(site.db, act, target, 'erreur')
              : await recordEntries(site.db, act, entries);
            if (!done.ok) refusals.push(done.refusal);
            else if ('ids' in done) ids.push(...done.ids);
          }),
        );
        expect(refusals.filter((word) => !['not-enough', 'already-done'].includes(word))).toEqual(
          [],
        );
        await expectSound(movement, holders);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('transactions that write twice each, in opposite orders, never wait for each other for ever', async () => {
    const movement = await makeMovement(site);
    const act = { organisationId: movement.id, by: null };
    const holders = [randomUUID(), randomUUID()];
    const both = Array.from({ length: 24 }, (_, at) =>
      site.db.transaction().execute(async (tx) => {
        for (const holder of at % 2 ? holders : holders.toReversed())
          expect((await recordEntries(tx, act, ACTS.endow!(holder, 10))).ok).toBe(true);
      }),
    );
    await Promise.all(both);
    const money = await readFundMoney(site.db, movement.id, holders);
    expect([...money.values()].map(({ remaining }) => remaining)).toEqual([240, 240]);
    await expectSound(movement, holders);
  });

  it('R26 forty people reserve the last of a fund at the same time: what was there, and not a cent more', async () => {
    const movement = await makeMovement(site);
    const act = { organisationId: movement.id, by: null };
    const fund = randomUUID();
    await recordEntries(site.db, act, ACTS.endow!(fund, 1000_00));
    const done = await Promise.all(
      Array.from({ length: 40 }, () => recordEntries(site.db, act, ACTS.reserve!(fund, 300_00))),
    );
    expect(done.filter(({ ok }) => ok)).toHaveLength(3);
    expect((await readFundMoney(site.db, movement.id, [fund])).get(fund)).toEqual({
      endowed: 1000_00,
      remaining: 100_00,
      reserved: 900_00,
      payable: 0,
      paid: 0,
    });
  });
});

async function expectSound(movement: MadeMovement, holders: readonly string[]): Promise<void> {
  const audit = await auditLedger(site.db, movement.id);
  expect(audit).toMatchObject({ total: 0, wrong: [] });
  const { rows } = await site.pool.query<{ below: number; twice: number }>(
    `select (select count(*)::int from ledger_account where organisation_id = $1 and
        case when kind in ('own-funds', 'donations') then balance > 0 else balance < 0 end) as below,
      (select count(once)::int - count(distinct once)::int from ledger_entry where organisation_id = $1) as twice`,
    [movement.id],
  );
  expect(rows[0]).toEqual({ below: 0, twice: 0 });
  // what holders are told adds up by itself
  for (const money of (await readFundMoney(site.db, movement.id, holders)).values())
    expect(money.endowed).toBe(money.remaining + money.reserved + money.payable + money.paid);
  for (const money of (await readGroupMoney(site.db, movement.id, holders)).values())
    expect(money.received).toBe(money.available + money.payable + money.paid);
}
