import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FilledMoney, fillMoney } from '../bench/money-town.ts';
import { auditLedger, readFundMoney, readGroupMoney } from '../src/rooms/ledger/index.ts';
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
