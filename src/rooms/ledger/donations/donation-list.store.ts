import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { isHeldBy } from './account-lines.store.ts';
import { accountOf } from './donation.store.ts';
import type { Donation } from './donation.ts';
import { type AskedDonations, PAGE_SIZE } from './donation-list.ts';

function donations(db: Db, organisationId: string) {
  return db
    .selectFrom('donation')
    .innerJoin('ledger_account', (join) =>
      join
        .onRef('ledger_account.organisation_id', '=', 'donation.organisation_id')
        .onRef('ledger_account.id', '=', 'donation.account_id'),
    )
    .where('donation.organisation_id', '=', organisationId);
}

const columns = [
  'donation.id',
  'donation.reference',
  'donation.given_on',
  'donation.amount',
  'donation.import_id',
  'donation.entered_at',
  'donation.taken_back_at',
  'ledger_account.kind',
  'ledger_account.holder_id',
] as const;

/** What a filter asks of the rows of `donation`, that its indexes find. */
function asked(organisationId: string, { destination, from, until }: AskedDonations) {
  const { kind, holderId = null } = destination ? accountOf(destination) : {};
  return sql<boolean>`donation.organisation_id = ${organisationId}
    ${
      kind
        ? sql`and donation.account_id = (select id from ledger_account where organisation_id = ${organisationId}
          and kind = ${kind} and ${isHeldBy(holderId)})`
        : sql``
    }
    ${from ? sql`and donation.given_on >= ${from}::date` : sql``}
    ${until ? sql`and donation.given_on <= ${until}::date` : sql``}`;
}

/** A page of them, the latest given first; `next`: the last one shown, where more follow. */
export async function listDonations(
  db: Db,
  organisationId: string,
  filter: AskedDonations,
): Promise<{ donations: Donation[]; next: string | null }> {
  const rows = await pageOfDonations(db, organisationId, filter).execute();
  const shown = rows.slice(0, PAGE_SIZE).map(asDonation);
  return { donations: shown, next: rows.length > PAGE_SIZE ? shown.at(-1)!.id : null };
}

/** The page that `donation_in_order`, or `donation_of_account`, gives in its order. */
export function pageOfDonations(db: Db, organisationId: string, filter: AskedDonations) {
  const query = donations(db, organisationId)
    .where(asked(organisationId, filter))
    .select(columns)
    .orderBy('donation.given_on', 'desc')
    .orderBy('donation.id')
    .limit(PAGE_SIZE + 1);
  if (!filter.after) return query;
  const edge = sql`(select given_on from donation
    where organisation_id = ${organisationId} and id = ${filter.after}::uuid)`;
  // the day first, where the index begins
  return query.where(
    sql<boolean>`donation.given_on <= ${edge}
      and (donation.given_on < ${edge} or donation.id > ${filter.after}::uuid)`,
  );
}

/** How many there are and what they amount to, those taken back left out. */
export async function sumDonations(
  db: Db,
  organisationId: string,
  filter: AskedDonations,
): Promise<{ count: number; amount: number }> {
  const isEverything = !filter.destination && !filter.from && !filter.until;
  const sum = isEverything ? sumOfAll(organisationId) : sumOfDonations(organisationId, filter);
  const { rows } = await sum.execute(db);
  return rows[0]!;
}

type Sum = RawBuilder<{ count: number; amount: number }>;

export const sumOfDonations = (organisationId: string, filter: AskedDonations): Sum =>
  sql`select count(*)::int as count, coalesce(sum(donation.amount), 0)::bigint as amount from donation
    where ${asked(organisationId, filter)} and donation.taken_back_at is null`;

/** Files say what they brought: read are what was entered by hand, and what was taken back of files. */
export const sumOfAll = (organisationId: string): Sum =>
  sql`select coalesce(sum(lines), 0)::int as count, coalesce(sum(amount), 0)::bigint as amount from (
    select lines, amount from donation_import where organisation_id = ${organisationId}
    union all select 1, amount from donation
      where organisation_id = ${organisationId} and import_id is null and taken_back_at is null
    union all select -1, -amount from donation
      where organisation_id = ${organisationId} and import_id is not null and taken_back_at is not null) one`;

export async function findDonation(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Donation | null> {
  if (!isUuid(id)) return null;
  const row = await donations(db, organisationId)
    .select(columns)
    .where('donation.id', '=', id)
    .executeTakeFirst();
  return row ? asDonation(row) : null;
}

function asDonation(row: {
  id: string;
  reference: string;
  given_on: string;
  amount: number;
  import_id: string | null;
  entered_at: Date;
  taken_back_at: Date | null;
  kind: string;
  holder_id: string | null;
}): Donation {
  return {
    id: row.id,
    reference: row.reference,
    givenOn: row.given_on,
    amount: row.amount,
    account: { kind: row.kind as Donation['account']['kind'], holderId: row.holder_id },
    enteredAt: row.entered_at,
    isImported: row.import_id !== null,
    takenBackAt: row.taken_back_at,
  };
}
