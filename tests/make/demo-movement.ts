import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../../src/platform/database/database.ts';
import { auditLedger, readFundMoney } from '../../src/rooms/ledger/index.ts';
import { findOrganisationBySlug } from '../../src/rooms/organisations/index.ts';
import { countOpenLines } from '../../src/rooms/payments/index.ts';

/** SC2 as the demo tells it: actions in every state, one at its threshold, one a group away, budgets that are decided. */
export async function expectShared(db: Database): Promise<void> {
  const { id } = (await findOrganisationBySlug(db, 'elan-commun'))!;
  const { rows } = await sql<{
    state: string;
    most: number;
  }>`select state, max(commitments)::int as most
    from fund_action where organisation_id = ${id} group by state`.execute(db);
  const states = new Map(rows.map(({ state, most }) => [state, most]));
  expect([...states.keys()].sort()).toEqual([
    'changes-requested',
    'draft',
    'fundable',
    'published',
    'refused',
    'submitted',
  ]);
  expect([states.get('fundable'), states.get('published')]).toEqual([5, 4]);
  const told = await sql<{ reports: number; pictures: number; withdrawn: number }>`select
    (select count(*)::int from fund_action_report where organisation_id = ${id}) as reports,
    (select count(*)::int from fund_action_report_picture where organisation_id = ${id}) as pictures,
    (select count(withdrawn_at)::int from fund_commitment where organisation_id = ${id}) as withdrawn`.execute(
    db,
  );
  expect(told.rows[0]).toEqual({ reports: 3, pictures: 3, withdrawn: 1 });
  const budgets = await sql<{ state: string }>`select state from spending_budget
    where organisation_id = ${id} order by number`.execute(db);
  expect(budgets.rows.map(({ state }) => state).sort()).toEqual([
    'info-needed',
    'submitted',
    'validated',
  ]);
  const fund = await sql<{ id: string }>`select id from fund where organisation_id = ${id}`.execute(
    db,
  );
  const money = await readFundMoney(db, id, [fund.rows[0]!.id]);
  expect(money.get(fund.rows[0]!.id)).toMatchObject({
    endowed: 20_000_00,
    reserved: 240_00,
    remaining: 19_760_00,
  });
  // the bank said that the batch is paid, and took fees that nobody told apart yet
  const said = await sql<{ format: string; amount: number; state: string | null }>`
    select s.format, l.amount, p.state from bank_statement s
      join bank_statement_line l on l.organisation_id = s.organisation_id and l.statement_id = s.id
      left join payment p on p.organisation_id = l.organisation_id and p.id = l.payment_id
    where s.organisation_id = ${id} and l.aside = '' order by l.position`.execute(db);
  expect(said.rows).toEqual([
    { format: 'camt.053', amount: -86_40, state: 'paid' },
    { format: 'camt.053', amount: -4_20, state: null },
  ]);
  expect(await countOpenLines(db, id)).toBe(1);
  expect(await auditLedger(db, id)).toMatchObject({ total: 0, wrong: [] });
}
