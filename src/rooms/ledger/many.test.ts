import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeMovement, makeMovement } from '../../../tests/make/group.ts';
import { account, entry, record } from '../../../tests/make/ledger.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { listHolders, listPage, pageOfAccount, pageOfEntries } from './book.store.ts';
import { auditLedger, readFundMoney, readGroupMoney } from './index.ts';

/** R25: a movement of three thousand groups, twelve thousand entries. */

let site: TestSite;
let movement: MadeMovement;
const groups = Array.from({ length: 3000 }, () => randomUUID());
const fund = randomUUID();
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
  for (let round = 0; round < 4; round += 1)
    await record(
      site,
      movement,
      entry('fund-endowed', account('own-funds'), account('fund', fund), 100),
      ...groups.map((group, at) =>
        entry('donation', account('donations'), account('group', group), 100 + (at % 700), {
          countedOn: `2026-0${round + 1}-${String((at % 27) + 1).padStart(2, '0')}`,
        }),
      ),
    );
  await sql`analyze ledger_entry, ledger_account`.execute(site.db);
});
afterAll(() => site.close());

async function planOf(query: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${query}`.execute(
    site.db,
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const ALL = { kind: null, from: null, to: null, after: null, among: null } as const;

describe('R25 thousands of accounts and entries', () => {
  it('each list reads its page out of its index, without sorting what is there', async () => {
    const { rows } = await site.pool.query<{ account: string; entry: string }>(
      `select a.id as account, e.id as entry from ledger_account a, ledger_entry e
        where a.organisation_id = $1 and e.organisation_id = $1 and a.holder_id = $2 limit 1`,
      [movement.id, groups[7]],
    );
    const { account: group, entry: first } = rows[0]!;
    const plans = {
      ledger_entry_by_day: await planOf(pageOfEntries(movement.id, ALL, 51)),
      ' ledger_entry_by_day': await planOf(
        pageOfEntries(movement.id, { ...ALL, after: first }, 51),
      ),
      ledger_entry_in: await planOf(pageOfAccount(movement.id, group, null, 51)),
      ledger_entry_out: await planOf(pageOfAccount(movement.id, group, 900, 51)),
      ledger_account_by_balance: await planOf(
        listPage(movement.id, 'group', { among: null, after: group }, 51),
      ),
    };
    for (const [index, plan] of Object.entries(plans)) {
      expect(plan).toContain(index.trim());
      expect(plan, plan).not.toMatch(/-> +Sort|Seq Scan/);
    }
  });

  it('every holder comes once, the fullest first, page after page', async () => {
    const seen: string[] = [];
    const balances: number[] = [];
    let after: string | null = null;
    do {
      const found = await listHolders(site.db, movement.id, {
        holder: 'group',
        among: null,
        after,
      });
      seen.push(...found.holders.map(({ holderId }) => holderId));
      balances.push(...found.holders.map(({ accounts }) => accounts.group!.balance));
      after = found.next;
    } while (after);
    expect([...seen].sort()).toEqual([...groups].sort());
    expect(balances).toEqual([...balances].sort((a, b) => b - a));
  });

  it('money of three thousand groups is read at once, and the audit finds it whole', async () => {
    const money = await readGroupMoney(site.db, movement.id, groups);
    expect(money.get(groups[1]!)).toEqual({ received: 404, available: 404, payable: 0, paid: 0 });
    expect((await readFundMoney(site.db, movement.id, [fund])).get(fund)?.endowed).toBe(400);
    expect(await auditLedger(site.db, movement.id)).toEqual({
      accounts: 3003,
      entries: 12_004,
      total: 0,
      wrong: [],
    });
  });
});
