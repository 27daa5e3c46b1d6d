import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import {
  type AccountLine,
  type EntriesFilter,
  type OpenAccount,
  PAGE_SIZE,
  type RecordedEntry,
} from './book.ts';
import { type AccountKind, type EntryKind, isSource } from './ledger.ts';

const entryColumns = sql`e.id, e.sequence, e.kind, e.amount, e.words, e.counted_on, e.at, e.by_person, e.about_kind,
  e.about_id, f.id as from_id, f.kind as from_kind, f.holder_id as from_holder,
  t.id as to_id, t.kind as to_kind, t.holder_id as to_holder, r.sequence as reverses`;
const besides = sql`join ledger_account f on f.organisation_id = e.organisation_id and f.id = e.from_account
  join ledger_account t on t.organisation_id = e.organisation_id and t.id = e.to_account
  left join ledger_entry r on r.organisation_id = e.organisation_id and r.id = e.reverses`;

/** `number`: as people write it. With the number of the entry that took it back, if one did. */
export async function findEntry(
  db: Db,
  organisationId: string,
  number: string,
): Promise<(RecordedEntry & { reversedBy: number | null }) | null> {
  if (!/^[1-9]\d{0,14}$/.test(number)) return null;
  const { rows } = await sql<Row & { reversed_by: number | null }>`select ${entryColumns},
      (select o.sequence from ledger_entry o where o.organisation_id = e.organisation_id and o.reverses = e.id)
        as reversed_by
    from ledger_entry e ${besides}
    where e.organisation_id = ${organisationId} and e.sequence = ${number}::bigint`.execute(db);
  const [row] = rows;
  return row ? { ...asEntry(row), reversedBy: row.reversed_by } : null;
}

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
