import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeMovement, makeMovement } from '../../../tests/make/group.ts';
import { account, endowFund, entry, giveToGroup, record } from '../../../tests/make/ledger.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { violatedConstraint } from '../../platform/database/database.ts';
import {
  auditLedger,
  readBalances,
  readFundMoney,
  readGroupMoney,
  recordEntries,
  reverseEntry,
} from './index.ts';

let site: TestSite;
let movement: MadeMovement;
const fund = randomUUID();
const group = randomUUID();
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
});
afterAll(() => site.close());

const act = () => ({ organisationId: movement.id, by: null });
const refusedBy = (text: string, values: unknown[]) =>
  site.pool.query(text, values).then(
    () => null,
    (error: unknown) => violatedConstraint(error) ?? String(error),
  );

describe('the money of a fund and of a group', () => {
  it('R1 R23 a claim of 280 € on the fund leaves the 40 € of the group alone', async () => {
    await endowFund(site, movement, 1000_00, fund);
    await giveToGroup(site, movement, 40_00, group);
    const own = (kind: 'fund' | 'fund-reserved' | 'fund-payable') => account(kind, fund);
    await record(
      site,
      movement,
      entry('budget-reserved', own('fund'), own('fund-reserved'), 300_00),
    );
    await record(
      site,
      movement,
      entry('spending-booked', own('fund-reserved'), own('fund-payable'), 280_00),
      entry('budget-released', own('fund-reserved'), own('fund'), 20_00),
    );
    const claim = { about: { kind: 'spending', id: randomUUID() }, once: 'paid:1' };
    const paid = entry('spending-paid', own('fund-payable'), account('expenses'), 280_00, claim);
    await record(site, movement, paid);
    expect(await recordEntries(site.db, act(), [paid])).toEqual({
      ok: false,
      refusal: 'already-done',
    });
    expect((await readFundMoney(site.db, movement.id, [fund])).get(fund)).toEqual({
      endowed: 1000_00,
      remaining: 720_00,
      reserved: 0,
      payable: 0,
      paid: 280_00,
    });
    expect((await readGroupMoney(site.db, movement.id, [group])).get(group)).toEqual({
      received: 40_00,
      available: 40_00,
      payable: 0,
      paid: 0,
    });
  });

  it('R25 balances are told in the order asked, zero where nothing ever came', async () => {
    const refs = [account('expenses'), account('group', randomUUID()), account('group', group)];
    expect(await readBalances(site.db, movement.id, refs)).toEqual([280_00, 0, 40_00]);
    expect(await readBalances(site.db, site.organisationId, refs)).toEqual([0, 0, 0]);
    expect(await readBalances(site.db, movement.id, [])).toEqual([]);
  });

  it('R26 a refusal leaves the caller’s transaction sound, and opens no account', async () => {
    const other = randomUUID();
    await site.db.transaction().execute(async (tx) => {
      const tooMuch = entry(
        'budget-reserved',
        account('fund', other),
        account('fund-reserved', other),
        1,
      );
      expect(await recordEntries(tx, act(), [tooMuch])).toEqual({
        ok: false,
        refusal: 'not-enough',
      });
      expect(await readBalances(tx, movement.id, [account('fund', other)])).toEqual([0]);
    });
    const opened = await site.pool.query('select 1 from ledger_account where holder_id = $1', [
      other,
    ]);
    expect(opened.rowCount).toBe(0);
  });
});

describe('an entry is taken back by another', () => {
  it('R25 whole, once, and never a reversal', async () => {
    const lucky = randomUUID();
    const [id] = await record(
      site,
      movement,
      entry('donation', account('donations'), account('group', lucky), 15_00),
    );
    const back = await reverseEntry(site.db, act(), id!, 'Saisi deux fois');
    if (!back.ok) throw new Error(back.refusal);
    expect((await readGroupMoney(site.db, movement.id, [lucky])).get(lucky)?.received).toBe(0);
    expect(await reverseEntry(site.db, act(), id!, '')).toMatchObject({ refusal: 'already-done' });
    expect(await reverseEntry(site.db, act(), back.id, '')).toMatchObject({
      refusal: 'is-a-reversal',
    });
    expect(await reverseEntry(site.db, act(), randomUUID(), '')).toMatchObject({
      refusal: 'entry-gone',
    });
  });

  it('R25 not when its money went on, nor from another movement', async () => {
    const lucky = randomUUID();
    const [id] = await record(
      site,
      movement,
      entry('donation', account('donations'), account('group', lucky), 15_00),
      entry('spending-booked', account('group', lucky), account('group-payable', lucky), 1),
    );
    expect(await reverseEntry(site.db, act(), id!, '')).toMatchObject({ refusal: 'not-enough' });
    const stranger = await makeMovement(site);
    expect(
      await reverseEntry(site.db, { organisationId: stranger.id, by: null }, id!, ''),
    ).toMatchObject({ refusal: 'entry-gone' });
  });

  it('R25 the audit adds everything up again', async () => {
    const audit = await auditLedger(site.db, movement.id);
    expect(audit).toMatchObject({ total: 0, wrong: [] });
    expect(audit.entries).toBeGreaterThan(6);
  });
});

describe('the database holds it against any hand', () => {
  it('R25 no balance is written, no account begins with money or goes away', async () => {
    const here = [movement.id];
    expect(
      await refusedBy(
        'update ledger_account set balance = balance + 1 where organisation_id = $1',
        here,
      ),
    ).toBe('ledger_account_kept');
    expect(await refusedBy('delete from ledger_account where organisation_id = $1', here)).toBe(
      'ledger_account_kept',
    );
    expect(
      await refusedBy(
        `insert into ledger_account (organisation_id, kind, holder_id, balance) values ($1, 'group', gen_random_uuid(), 5)`,
        here,
      ),
    ).toBe('ledger_account_kept');
  });

  it('R25 no entry is rewritten or removed, none is of zero or less, none below a floor', async () => {
    const here = [movement.id];
    for (const act of ['update ledger_entry set amount = 1', 'delete from ledger_entry'])
      expect(await refusedBy(`${act} where organisation_id = $1`, here)).not.toBeNull();
    expect(await refusedBy('truncate ledger_entry cascade', [])).not.toBeNull();
    const insert = (amount: number, from = 'donations', organisation = movement.id) =>
      refusedBy(
        `insert into ledger_entry (organisation_id, from_account, to_account, amount, kind, counted_on)
         select $4, f.id, t.id, $2, 'donation', '2026-11-23' from ledger_account f, ledger_account t
         where f.organisation_id = $1 and f.kind = $3 and t.organisation_id = $1 and t.kind = 'expenses'`,
        [movement.id, amount, from, organisation],
      );
    expect(await insert(0)).toBe('ledger_entry_positive');
    expect(await insert(-5)).toBe('ledger_entry_positive');
    expect(await insert(5, 'fund-reserved')).toBe('ledger_account_above_floor');
    // accounts of one movement, an entry of another
    const stranger = await makeMovement(site);
    expect(await insert(5, 'donations', stranger.id)).toMatch(/^ledger_entry_organisation_id_/);
    expect(await auditLedger(site.db, movement.id)).toMatchObject({ total: 0, wrong: [] });
  });
});
