import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import {
  type AccountLine,
  type EntriesFilter,
  type HolderAccounts,
  kindsOf,
  type OpenAccount,
  PAGE_SIZE,
  type RecordedEntry,
} from './book.ts';
import { type AccountKind, type EntryKind, type HolderKind, isSource } from './ledger.ts';

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

const entryColumns = sql`e.id, e.sequence, e.kind, e.amount, e.words, e.counted_on, e.at, e.by_person, e.about_kind,
  e.about_id, f.id as from_id, f.kind as from_kind, f.holder_id as from_holder,
  t.id as to_id, t.kind as to_kind, t.holder_id as to_holder, r.sequence as reverses`;
const besides = sql`join ledger_account f on f.organisation_id = e.organisation_id and f.id = e.from_account
  join ledger_account t on t.organisation_id = e.organisation_id and t.id = e.to_account
  left join ledger_entry r on r.organisation_id = e.organisation_id and r.id = e.reverses`;

/** Entries by the day they are counted on, the latest first. `among`: ids of holders that one of both sides is of. */
export async function listEntries(
  db: Db,
  organisationId: string,
  filter: Asked,
  limit = PAGE_SIZE,
): Promise<{ entries: RecordedEntry[]; next: string | null }> {
  const { rows } = await sql<Row>`select ${entryColumns} from
      (${pageOfEntries(organisationId, filter, limit + 1)}) e ${besides}
    order by e.counted_on desc, e.sequence desc`.execute(db);
  const entries = rows.slice(0, limit).map(asEntry);
  return { entries, next: rows.length > limit ? entries.at(-1)!.id : null };
}

type Asked = Omit<EntriesFilter, 'words'> & { among: readonly string[] | null };

/** The page of entries that `ledger_entry_by_day`, or `…_by_kind`, gives in its order. */
export function pageOfEntries(
  organisationId: string,
  { among, ...filter }: Asked,
  limit: number,
): RawBuilder<unknown> {
  const asked = filtered(organisationId, filter);
  const order = sql`order by counted_on desc, sequence desc limit ${limit}`;
  if (!among) return sql`select * from ledger_entry where ${asked} ${order}`;
  // the last ones of each account, and of those the last ones: whoever has few entries is found as soon as who has many
  const side = (
    column: string,
  ) => sql`select one.counted_on, one.sequence from ledger_account a, lateral (
      select counted_on, sequence from ledger_entry where ${asked} and ${sql.ref(column)} = a.id ${order}) one
    where a.organisation_id = ${organisationId} and a.holder_id = any(${[...among]}::uuid[])`;
  return sql`select * from ledger_entry where organisation_id = ${organisationId} and sequence = any(array(
      select sequence from (${side('from_account')} union ${side('to_account')}) of_holders ${order})) ${order}`;
}

function filtered(
  organisationId: string,
  { kind, from, to, after }: Omit<Asked, 'among'>,
): RawBuilder<unknown> {
  return sql`organisation_id = ${organisationId}
    ${kind ? sql`and kind = ${kind}` : sql``}
    ${from ? sql`and counted_on >= ${from}::date` : sql``}
    ${to ? sql`and counted_on <= ${to}::date` : sql``}
    ${
      after
        ? sql`and (counted_on, sequence) < (select o.counted_on, o.sequence from ledger_entry o
          where o.organisation_id = ${organisationId} and o.id = ${after}::uuid)`
        : sql``
    }`;
}

/** Entries of one account in order of recording, the latest first, each with what the account held after it. */
export async function listEntriesOf(
  db: Db,
  organisationId: string,
  account: OpenAccount,
  before: number | null,
  limit = PAGE_SIZE,
): Promise<{ entries: AccountLine[]; next: number | null }> {
  const sign = isSource(account.kind) ? -1 : 1;
  // one statement: what is recorded meanwhile is in the balance and in the page, or in neither
  const { rows } = await sql<Row & { held: number }>`select ${entryColumns},
      (${balanceBefore(organisationId, account.id, before)}) as held
    from (${pageOfAccount(organisationId, account.id, before, limit + 1)}) e ${besides}
    order by e.sequence desc`.execute(db);
  let after = rows[0]?.held ?? 0;
  const entries = rows.slice(0, limit).map((row): AccountLine => {
    const entry = asEntry(row);
    const line = { ...entry, after: sign * after || 0 };
    after -= entry.to.id === account.id ? entry.amount : -entry.amount;
    return line;
  });
  return { entries, next: rows.length > limit ? entries.at(-1)!.sequence : null };
}

/** Both sides of an account, each from the index of its own. */
export function pageOfAccount(
  organisationId: string,
  accountId: string,
  before: number | null,
  limit: number,
): RawBuilder<unknown> {
  const side = (column: string) => sql`(select * from ledger_entry
    where organisation_id = ${organisationId} and ${sql.ref(column)} = ${accountId}::uuid
      ${before === null ? sql`` : sql`and sequence < ${before}`}
    order by sequence desc limit ${limit})`;
  return sql`select * from (${side('from_account')} union all ${side('to_account')}) both_sides
    order by sequence desc limit ${limit}`;
}

/**
 * What the account held before the entry of this number: what is kept, less what came since, or, of an old one, the sum of
 * what came before; null: now.
 */
export function balanceBefore(
  organisationId: string,
  accountId: string,
  before: number | null,
): RawBuilder<{ held: number }> {
  const kept = sql`(select balance from ledger_account
    where organisation_id = ${organisationId} and id = ${accountId}::uuid)`;
  if (before === null) return sql`select ${kept} as held`;
  const own = sql`ledger_entry where organisation_id = ${organisationId}`;
  const side = (column: string, until: RawBuilder<unknown>) =>
    sql`coalesce((select sum(amount) from ${own} and ${sql.ref(column)} = ${accountId}::uuid and ${until}), 0)`;
  const moved = (until: RawBuilder<unknown>) =>
    sql`(${side('to_account', until)} - ${side('from_account', until)})`;
  return sql`select (case when ${before} < (select (min(sequence) + max(sequence)) / 2 from ${own})
    then ${moved(sql`sequence < ${before}`)} else ${kept} - ${moved(sql`sequence >= ${before}`)} end)::bigint as held`;
}

/** Entries counted in a year, in order of recording: some hundreds after another. */
export async function listEntriesOfYear(
  db: Db,
  organisationId: string,
  year: number,
  after: number,
  limit: number,
): Promise<RecordedEntry[]> {
  const { rows } = await sql<Row>`select ${entryColumns} from ledger_entry e ${besides}
    where e.organisation_id = ${organisationId} and e.sequence > ${after}
      and e.counted_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    order by e.sequence limit ${limit}`.execute(db);
  return rows.map(asEntry);
}

/** Years that entries are counted in, the latest first. */
export async function listYears(db: Db, organisationId: string): Promise<number[]> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select extract(year from min(counted_on))::int as first, extract(year from max(counted_on))::int as last
    from ledger_entry where organisation_id = ${organisationId}`.execute(db);
  const { first, last } = rows[0]!;
  if (first === null || last === null) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => last - at);
}

interface Row {
  id: string;
  sequence: number;
  kind: EntryKind;
  amount: number;
  words: string;
  counted_on: string;
  at: Date;
  by_person: string | null;
  about_kind: string | null;
  about_id: string | null;
  from_id: string;
  from_kind: AccountKind;
  from_holder: string | null;
  to_id: string;
  to_kind: AccountKind;
  to_holder: string | null;
  reverses: number | null;
}

const asEntry = (row: Row): RecordedEntry => ({
  id: row.id,
  sequence: row.sequence,
  kind: row.kind,
  from: { id: row.from_id, kind: row.from_kind, holderId: row.from_holder },
  to: { id: row.to_id, kind: row.to_kind, holderId: row.to_holder },
  amount: row.amount,
  words: row.words,
  countedOn: row.counted_on,
  at: row.at,
  by: row.by_person,
  about: row.about_kind && row.about_id ? { kind: row.about_kind, id: row.about_id } : null,
  reverses: row.reverses,
});
