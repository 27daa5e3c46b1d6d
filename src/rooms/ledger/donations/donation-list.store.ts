import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
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

function asked(db: Db, organisationId: string, { destination, from, until }: AskedDonations) {
  let query = donations(db, organisationId);
  if (destination) {
    const { kind, holderId } = accountOf(destination);
    query = query.where('ledger_account.kind', '=', kind);
    if (holderId) query = query.where('ledger_account.holder_id', '=', holderId);
  }
  if (from) query = query.where('donation.given_on', '>=', from);
  if (until) query = query.where('donation.given_on', '<=', until);
  return query;
}

/** A page of them, the latest given first; `next`: the last one shown, where more follow. */
export async function listDonations(
  db: Db,
  organisationId: string,
  filter: AskedDonations,
): Promise<{ donations: Donation[]; next: string | null }> {
  let query = asked(db, organisationId, filter)
    .select(columns)
    .orderBy('donation.given_on', 'desc')
    .orderBy('donation.id')
    .limit(PAGE_SIZE + 1);
  if (filter.after) {
    const edge = sql`(select given_on from donation
      where organisation_id = ${organisationId} and id = ${filter.after}::uuid)`;
    query = query.where(
      sql<boolean>`(donation.given_on < ${edge}
        or (donation.given_on = ${edge} and donation.id > ${filter.after}::uuid))`,
    );
  }
  const rows = await query.execute();
  const shown = rows.slice(0, PAGE_SIZE).map(asDonation);
  return { donations: shown, next: rows.length > PAGE_SIZE ? shown.at(-1)!.id : null };
}

/** How many there are and what they amount to, those taken back left out. */
export async function sumDonations(
  db: Db,
  organisationId: string,
  filter: AskedDonations,
): Promise<{ count: number; amount: number }> {
  return asked(db, organisationId, filter)
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<number>`coalesce(sum(donation.amount), 0)::bigint`.as('amount'),
    ])
    .where('donation.taken_back_at', 'is', null)
    .executeTakeFirstOrThrow();
}

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
