import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillActions } from '../bench/many-actions.ts';
import { fillExpenses } from '../bench/many-expenses.ts';
import { fillGroups, openMovement } from '../bench/many-groups.ts';
import { type FilledMoney, fillMoney } from '../bench/money-town.ts';
import { auditLedger, readFundMoney, readGroupMoney } from '../src/rooms/ledger/index.ts';
import { budgetsInTurn, listBudgetsForDesk } from '../src/rooms/spending/budget.store.ts';
import { openTestSite, type TestSite } from './site-client.ts';

const ENTRIES = 200;

/** What the bench of the money measures is a movement as it could be. */
describe('R25 the movement that the bench of the money fills', () => {
  let site: TestSite;
  let filled: FilledMoney;
  beforeAll(async () => {
    site = await openTestSite();
    filled = await fillMoney(site.db, ENTRIES, 'banc.localhost');
  });
  afterAll(() => site.close());

  it('has the entries asked for, and an audit finds nothing wrong', async () => {
    const audit = await auditLedger(site.db, filled.organisationId);
    expect(audit).toMatchObject({ total: 0, wrong: [] });
    expect(audit.entries).toBeGreaterThanOrEqual(ENTRIES);
    expect(audit.entries).toBeLessThan(ENTRIES * 1.1);
  });

  it('what was received is what is left, owed and paid', async () => {
    const { organisationId, groups } = filled;
    const ids = groups.map(({ id }) => id);
    const money = [...(await readGroupMoney(site.db, organisationId, ids)).values()];
    expect(money.some(({ payable }) => payable > 0)).toBe(true);
    for (const { received, available, payable, paid } of money)
      expect(available + payable + paid).toBe(received);
    const { rows } = await site.pool.query<{ id: string }>(
      'select id from fund where organisation_id = $1',
      [organisationId],
    );
    const fund = (await readFundMoney(site.db, organisationId, [rows[0]!.id])).get(rows[0]!.id)!;
    expect(fund.reserved).toBeGreaterThan(0);
  });
});

describe('R20 two thousand budgets before the desk', () => {
  let site: TestSite;
  let organisationId: string;
  beforeAll(async () => {
    site = await openTestSite();
    const movement = await openMovement(site.db, 'banc.localhost');
    organisationId = movement.organisationId;
    const groups = await fillGroups(site.db, movement, 40);
    const given = { actions: 200, endowed: 10_000_000_00 };
    const actions = await fillActions(site.db, movement, groups, given);
    const expenses = { budgets: 2000, envelopes: 0 };
    await fillExpenses(site.db, movement, groups, actions, expenses);
    await sql`analyze spending_budget`.execute(site.db);
  });
  afterAll(() => site.close());

  const plansOf = (filter?: Parameters<typeof budgetsInTurn>[2]) =>
    Promise.all(
      budgetsInTurn(site.db, organisationId, filter).map(async (turn) => {
        const { rows } = await sql<{
          'QUERY PLAN': string;
        }>`explain (costs off) ${turn.limit(50)}`.execute(site.db);
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      }),
    );

  it('each turn of the list is read out of its index, without sorting what is there', async () => {
    const [flagged, toDecide, others] = await plansOf();
    expect(flagged).toContain('spending_budget_flagged');
    expect(toDecide).toContain('spending_budget_to_decide');
    expect(others).toContain('spending_budget_number_once');
    for (const plan of [toDecide, others])
      expect(plan, plan).not.toMatch(/Sort Key: .*(submitted_at|number)|Seq Scan/);
    expect((await plansOf({ state: 'refused' }))[2]).toContain('spending_budget_by_state');
  });

  it('flagged ones on top, then those to decide, the oldest first, then the newest', async () => {
    await site.pool.query(
      `update spending_budget set flagged_at = palabre_now() where organisation_id = $1 and number = 4`,
      [organisationId],
    );
    const first = await listBudgetsForDesk(site.db, organisationId);
    expect(first).toHaveLength(50);
    expect(first.slice(0, 4).map(({ number }) => number)).toEqual([4, 1, 21, 41]);
    await site.pool.query(
      `update spending_budget set state = 'refused' where organisation_id = $1 and state = 'submitted' and number > 21`,
      [organisationId],
    );
    const next = await listBudgetsForDesk(site.db, organisationId);
    expect(next.slice(0, 5).map(({ number }) => number)).toEqual([4, 1, 21, 2000, 1999]);
    const after = next.at(-1)!.number;
    const second = await listBudgetsForDesk(site.db, organisationId, { after });
    expect(second).toHaveLength(50);
    expect(second.every(({ number }) => number < after)).toBe(true);
  });
});
