import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { type HolderAccounts, kindsOf, type OpenAccount, PAGE_SIZE } from './book.ts';
import { type AccountKind, type HolderKind, isSource } from './ledger.ts';

/** What all accounts of a kind hold together, cents: above zero also where the money came from. */
export async function sumByKind(
  db: Db,
  organisationId: string,
): Promise<Map<AccountKind, { total: number; accounts: number }>> {
  const { rows } = await sql<{ kind: AccountKind; total: number; accounts: number }>`
    select kind, abs(sum(balance))::bigint as total, count(*)::int as accounts
    from ledger_account where organisation_id = ${organisationId} group by kind`.execute(db);
  return new Map(rows.map(({ kind, total, accounts }) => [kind, { total, accounts }]));
}

const asOpen = (row: {
  id: string;
  kind: string;
  holder_id: string | null;
  balance: number;
  opened_at: Date;
}): OpenAccount => {
  const kind = row.kind as AccountKind;
  const balance = isSource(kind) ? 0 - row.balance : row.balance;
  return { id: row.id, kind, holderId: row.holder_id, balance, openedAt: row.opened_at };
};

const columns = ['id', 'kind', 'holder_id', 'balance', 'opened_at'] as const;

/** `id`: a uuid. */
export async function findAccount(
  db: Db,
  organisationId: string,
  id: string,
): Promise<OpenAccount | null> {
  const row = await db
    .selectFrom('ledger_account')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? asOpen(row) : null;
}

/** Those of the organisation itself. */
export async function listOwnAccounts(db: Db, organisationId: string): Promise<OpenAccount[]> {
  const rows = await db
    .selectFrom('ledger_account')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('kind', 'in', kindsOf(null))
    .execute();
  const order = kindsOf(null);
  return rows.map(asOpen).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Holders by what they have free, the most first; `next`: the account after which the next page begins. */
export async function listHolders(
  db: Db,
  organisationId: string,
  {
    holder,
    among,
    after,
  }: { holder: HolderKind; among: readonly string[] | null; after: string | null },
  limit = PAGE_SIZE,
): Promise<{ holders: HolderAccounts[]; next: string | null }> {
  const { rows } = await listPage(organisationId, holder, { among, after }, limit + 1).execute(db);
  const shown = rows.slice(0, limit);
  const others = await db
    .selectFrom('ledger_account')
    .select(['id', 'kind', 'holder_id', 'balance'])
    .where('organisation_id', '=', organisationId)
    .where('kind', 'in', [`${holder}-reserved`, `${holder}-payable`])
    .where(sql<boolean>`holder_id = any(${shown.map((one) => one.holder_id)}::uuid[])`)
    .execute();
  const holders = shown.map((one): HolderAccounts => {
    const own = [{ ...one, kind: holder as string }, ...others].filter(
      ({ holder_id }) => holder_id === one.holder_id,
    );
    return {
      holderId: one.holder_id,
      accounts: Object.fromEntries(own.map(({ kind, id, balance }) => [kind, { id, balance }])),
    };
  });
  return { holders, next: rows.length > limit ? shown.at(-1)!.id : null };
}

/** The page of free accounts that `ledger_account_by_balance` gives in its order. */
export function listPage(
  organisationId: string,
  kind: HolderKind,
  { among, after }: { among: readonly string[] | null; after: string | null },
  limit: number,
): RawBuilder<{ id: string; holder_id: string; balance: number }> {
  const beyond = after
    ? sql`and (-balance, holder_id) > (select -a.balance, a.holder_id from ledger_account a
        where a.organisation_id = ${organisationId} and a.id = ${after}::uuid)`
    : sql``;
  const only = among ? sql`and holder_id = any(${[...among]}::uuid[])` : sql``;
  return sql`select id, holder_id, balance from ledger_account
    where organisation_id = ${organisationId} and kind = ${kind} ${only} ${beyond}
    order by -balance, holder_id limit ${limit}`;
}
