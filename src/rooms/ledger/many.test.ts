import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeMovement, makeMovement } from '../../../tests/make/group.ts';
import { account, entry, record } from '../../../tests/make/ledger.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { listHolders, listPage } from './account-book.store.ts';
import { balanceBefore, listEntries, pageOfAccount, pageOfEntries } from './book.store.ts';
import { linesOf } from './donations/account-lines.store.ts';
import {
  pageOfDonations,
  sumDonations,
  sumOfAll,
  sumOfDonations,
} from './donations/donation-list.store.ts';
import { auditLedger, enterDonation, readFundMoney, readGroupMoney } from './index.ts';

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
  const { id: by } = await makePerson(site, { organisation: movement, roles: ['finance'] });
  await sql`with file as (
      insert into donation_import (organisation_id, file_name, sha256, lines, amount, imported_by)
      select organisation_id, 'dons.csv', 'a', count(*), sum(amount), ${by}::uuid from ledger_entry
      where organisation_id = ${movement.id} and kind = 'donation' group by organisation_id returning *)
    insert into donation (organisation_id, given_on, amount, account_id, import_id, entered_by)
    select e.organisation_id, e.counted_on, e.amount, e.to_account, file.id, file.imported_by from file
      join ledger_entry e on e.organisation_id = file.organisation_id and e.kind = 'donation'`.execute(
    site.db,
  );
  await enterDonation(
    site.db,
    { organisationId: movement.id, by },
    { reference: '', givenOn: '2026-05-02', amount: 500, destination: { kind: 'solidarity' } },
  );
  await sql`update donation set taken_back_at = palabre_now() where organisation_id = ${movement.id}
    and account_id = (select account_id from donation where organisation_id = ${movement.id} and amount = 100
      limit 1)`.execute(site.db);
  await sql`vacuum analyze ledger_entry, ledger_account, donation`.execute(site.db);
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
    // nothing goes out of it: two entries are no sooner read than sorted
    const ofAccount = await planOf(pageOfAccount(movement.id, group, null, 51));
    expect(ofAccount).toContain('Index Scan using ledger_entry_in on');
    expect(ofAccount).not.toContain('Seq Scan');
    const plans = {
      ledger_entry_by_day: await planOf(pageOfEntries(movement.id, ALL, 51)),
      ' ledger_entry_by_day': await planOf(
        pageOfEntries(movement.id, { ...ALL, after: first }, 51),
      ),
      ledger_account_by_balance: await planOf(
        listPage(movement.id, 'group', { among: null, after: group }, 51),
      ),
    };
    for (const [index, plan] of Object.entries(plans)) {
      expect(plan).toContain(index.trim());
      expect(plan, plan).not.toMatch(/-> +Sort|Seq Scan/);
    }
  });

  it('filters of entries, sums along an account and donations have their index', async () => {
    const { rows } = await site.pool.query<{ id: string }>(
      "select id from ledger_account where organisation_id = $1 and kind = 'donations'",
      [movement.id],
    );
    const among = groups.slice(0, 5);
    const toGroup = { kind: 'group', id: groups[7]!, slug: '', name: '', address: '' } as const;
    const every = { destination: null, from: '', until: '', after: null };
    const ofGroup = pageOfDonations(site.db, movement.id, { ...every, destination: toGroup });
    const plans = {
      ledger_entry_by_kind: await planOf(
        pageOfEntries(movement.id, { ...ALL, kind: 'fund-endowed' }, 51),
      ),
      ledger_entry_out_by_day: await planOf(pageOfEntries(movement.id, { ...ALL, among }, 51)),
      ledger_entry_in_by_day: await planOf(pageOfEntries(movement.id, { ...ALL, among }, 51)),
      'Index Only Scan using ledger_entry_out ': await planOf(
        balanceBefore(movement.id, rows[0]!.id, 11_000),
      ),
      'Only Scan using donation_amounts': await planOf(
        sumOfDonations(movement.id, { ...every, from: '2026-02-01', until: '2026-02-08' }),
      ),
      'using ledger_entry_in on': await planOf(
        linesOf(movement.id, { kinds: ['group', 'group-payable'], holderId: groups[7]! }, null),
      ),
      'using ledger_entry_out on': await planOf(
        linesOf(movement.id, { kinds: ['solidarity'] }, 9000),
      ),
      donation_by_hand: await planOf(sumOfAll(movement.id)),
      donation_taken_back: await planOf(sumOfAll(movement.id)),
      donation_of_account: await planOf(sql`${ofGroup}`),
      donation_in_order: await planOf(sql`${pageOfDonations(site.db, movement.id, every)}`),
    };
    for (const [index, plan] of Object.entries(plans)) expect(plan, plan).toContain(index);
  });

  it('entries of some holders, page after page: theirs, each once, the latest first', async () => {
    const among = [groups[3]!, groups[2999]!, fund];
    const seen: { countedOn: string; sequence: number; holders: (string | null)[] }[] = [];
    for (let after: string | null = null; ; ) {
      const { entries, next } = await listEntries(
        site.db,
        movement.id,
        { ...ALL, among, after },
        5,
      );
      seen.push(
        ...entries.map(({ countedOn, sequence, from, to }) => ({
          countedOn,
          sequence,
          holders: [from.holderId, to.holderId],
        })),
      );
      if (!next) break;
      after = next;
    }
    expect(seen).toHaveLength(12);
    expect(new Set(seen.map(({ sequence }) => sequence)).size).toBe(12);
    for (const { holders } of seen) expect(among).toContain(holders.find((one) => one));
    const days = seen.map(({ countedOn }) => countedOn);
    expect(days).toEqual([...days].sort().reverse());
  });

  it('what an account held after an entry is the same from either end of its history', async () => {
    const { rows } = await site.pool.query<{ sequence: number; held: number }>(
      `select e.sequence, (sum(-e.amount) over (order by e.sequence))::bigint as held from ledger_entry e
        where e.organisation_id = $1 and e.kind = 'donation' order by e.sequence`,
      [movement.id],
    );
    const [{ id }] = (
      await site.pool.query<{ id: string }>(
        "select id from ledger_account where organisation_id = $1 and kind = 'donations'",
        [movement.id],
      )
    ).rows as [{ id: string }];
    for (const at of [1, 50, 5999, 6001, 11_950, 11_999]) {
      const found = await balanceBefore(movement.id, id, rows[at]!.sequence).execute(site.db);
      expect(found.rows[0]!.held).toBe(rows[at - 1]!.held);
    }
    const now = await balanceBefore(movement.id, id, null).execute(site.db);
    expect(now.rows[0]!.held).toBe(rows.at(-1)!.held);
  });

  it('the total of all donations is that of all their days', async () => {
    const every = { destination: null, from: '', until: '', after: null };
    const days = { ...every, from: '2000-01-01' };
    const total = await sumDonations(site.db, movement.id, every);
    expect(total).toEqual(await sumDonations(site.db, movement.id, days));
    expect(total.count).toBe(11_997);
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
      accounts: 3004,
      entries: 12_005,
      total: 0,
      wrong: [],
    });
  });
});
