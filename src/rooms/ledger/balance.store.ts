import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import {
  type AccountKind,
  type AccountRef,
  accountKey,
  type FundMoney,
  type GroupMoney,
} from './ledger.ts';

/** Cents, in the order of `refs`; an account that nothing ever reached stands at zero. */
export async function readBalances(
  db: Db,
  organisationId: string,
  refs: readonly AccountRef[],
): Promise<number[]> {
  const balances = await readByHolder(
    db,
    organisationId,
    refs.map(({ kind }) => kind),
    refs.flatMap(({ holderId }) => holderId ?? []),
  );
  return refs.map((ref) => balances.get(accountKey(ref)) ?? 0);
}

/** Where the money of funds is. A fund that nothing ever reached has zero everywhere. */
export async function readFundMoney(
  db: Db,
  organisationId: string,
  fundIds: readonly string[],
): Promise<Map<string, FundMoney>> {
  const kinds = ['fund', 'fund-reserved', 'fund-payable'] as const;
  const balances = await readByHolder(db, organisationId, kinds, fundIds);
  const given = await readGiven(db, organisationId, 'fund', fundIds);
  return new Map(
    fundIds.map((holderId) => {
      const [remaining, reserved, payable] = kinds.map(
        (kind) => balances.get(accountKey({ kind, holderId })) ?? 0,
      ) as [number, number, number];
      const endowed = given.get(holderId) ?? 0;
      const paid = endowed - remaining - reserved - payable;
      return [holderId, { endowed, remaining, reserved, payable, paid }];
    }),
  );
}

/** Where the money of groups is. */
export async function readGroupMoney(
  db: Db,
  organisationId: string,
  groupIds: readonly string[],
): Promise<Map<string, GroupMoney>> {
  const balances = await readByHolder(db, organisationId, ['group', 'group-payable'], groupIds);
  const given = await readGiven(db, organisationId, 'group', groupIds);
  return new Map(
    groupIds.map((holderId) => {
      const available = balances.get(accountKey({ kind: 'group', holderId })) ?? 0;
      const payable = balances.get(accountKey({ kind: 'group-payable', holderId })) ?? 0;
      const received = given.get(holderId) ?? 0;
      return [holderId, { received, available, payable, paid: received - available - payable }];
    }),
  );
}

async function readByHolder(
  db: Db,
  organisationId: string,
  kinds: readonly AccountKind[],
  holderIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('ledger_account')
    .select(['kind', 'holder_id', 'balance'])
    .where('organisation_id', '=', organisationId)
    .where('kind', 'in', [...kinds, ''])
    .where(sql<boolean>`(holder_id is null or holder_id = any(${holderIds}::uuid[]))`)
    .execute();
  return new Map(
    rows.map(({ kind, holder_id, balance }) => [
      accountKey({ kind: kind as AccountKind, ...(holder_id !== null && { holderId: holder_id }) }),
      balance,
    ]),
  );
}

/** What came to each holder from outside, less what was taken back: cents. */
async function readGiven(
  db: Db,
  organisationId: string,
  kind: 'fund' | 'group',
  holderIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ holder_id: string; given: number }>`
    with own as (select id, holder_id from ledger_account
      where organisation_id = ${organisationId} and kind = ${kind} and holder_id = any(${holderIds}::uuid[])),
    outside as (select id from ledger_account
      where organisation_id = ${organisationId} and kind in ('own-funds', 'donations', 'solidarity'))
    select holder_id, sum(amount)::bigint as given from (
      select own.holder_id, e.amount from own
        join ledger_entry e on e.organisation_id = ${organisationId} and e.to_account = own.id
        join outside on outside.id = e.from_account
      union all select own.holder_id, -e.amount from own
        join ledger_entry e on e.organisation_id = ${organisationId} and e.from_account = own.id
        join outside on outside.id = e.to_account) moved
    group by holder_id`.execute(db);
  return new Map(rows.map(({ holder_id, given }) => [holder_id, given]));
}

/** What an audit of the ledger finds. */
export interface LedgerAudit {
  accounts: number;
  entries: number;
  /** Sum of all balances: zero in a sound ledger. */
  total: number;
  /** Accounts whose balance is not the sum of their entries. */
  wrong: { id: string; kind: string; balance: number; summed: number }[];
}

/** Adds every entry up again and compares it with the balances that are kept. */
export async function auditLedger(db: Db, organisationId: string): Promise<LedgerAudit> {
  const { rows } = await sql<LedgerAudit['wrong'][number] & { entries: number }>`
    with summed as (
      select account, sum(amount)::bigint as summed, sum(counted)::int as entries from (
        select to_account as account, amount, 1 as counted from ledger_entry where organisation_id = ${organisationId}
        union all select from_account, -amount, 0 from ledger_entry where organisation_id = ${organisationId}) legs
      group by account)
    select a.id, a.kind, a.balance, coalesce(s.summed, 0) as summed, coalesce(s.entries, 0) as entries
    from ledger_account a left join summed s on s.account = a.id
    where a.organisation_id = ${organisationId}
    order by a.opened_at, a.id`.execute(db);
  return {
    accounts: rows.length,
    entries: rows.reduce((sum, { entries }) => sum + entries, 0),
    total: rows.reduce((sum, { balance }) => sum + balance, 0),
    wrong: rows
      .filter(({ balance, summed }) => balance !== summed)
      .map(({ id, kind, balance, summed }) => ({ id, kind, balance, summed })),
  };
}
