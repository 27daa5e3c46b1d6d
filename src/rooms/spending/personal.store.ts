import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';
import { forgetBank } from './bank-purge.store.ts';

export const SPENDING_COLUMNS: Readonly<Record<string, Fate>> = {
  'spending_request.bank_given_by': 'unnamed',
  'spending_request.contact_email': 'removed',
  'spending_request.contact_name': 'removed',
  'spending_request.contact_phone': 'removed',
  'spending_request.payee_id': 'unnamed',
};

export const spendingRows = {
  // who wrote a request and who is paid by it are two people: how to reach one and where the other is paid stay apart
  requests: ownRows(
    ({
      organisationId,
      id,
      email,
    }) => sql`select number, title, category, timing, state, amount, fund_amount, group_amount, explanation, spent_on,
      case when created_by = ${id} or lower(contact_email) = lower(${email}) then contact_name end as contact_name,
      case when created_by = ${id} or lower(contact_email) = lower(${email}) then contact_phone end as contact_phone,
      case when created_by = ${id} or lower(contact_email) = lower(${email}) then contact_email end as contact_email,
      case when payee_id = ${id} or payee_id is null then iban_last4 end as iban_last4,
      coalesce(payee_id = ${id}, false) as paid_to_me, created_at, paid_at
    from spending_request where organisation_id = ${organisationId} and deleted_at is null
      and (payee_id = ${id} or created_by = ${id}) order by number`,
  ),
  documents: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select r.number as request, d.kind, d.title, d.amount, d.added_at
    from spending_document d
    join spending_request r on r.organisation_id = d.organisation_id and r.id = d.request_id
    where d.organisation_id = ${organisationId} and d.added_by = ${id} and d.removed_at is null
    order by d.added_at, d.id`,
  ),
};

/** The paper of their own bank. */
export async function listOwnBankPapers(db: Db, { organisationId, id }: Owner): Promise<string[]> {
  const rows = await db
    .selectFrom('spending_request')
    .select('bank_document_id')
    .where('organisation_id', '=', organisationId)
    .where('payee_id', '=', id)
    .where('bank_document_id', 'is not', null)
    .execute();
  return rows.flatMap(({ bank_document_id }) => bank_document_id ?? []);
}

/**
 * How to reach them goes, and where they are paid; but of what is booked and not paid yet: they are owed it, and it goes
 * once it is paid and the bank's time is over.
 */
export async function eraseSpender(
  tx: Tx,
  { organisationId, id, email }: Owner,
): Promise<readonly string[]> {
  await tx
    .updateTable('spending_request')
    .set({ contact_name: '', contact_phone: '', contact_email: '' })
    .where('organisation_id', '=', organisationId)
    .where(
      sql<boolean>`(created_by = ${id} or payee_id = ${id} or lower(contact_email) = lower(${email}))`,
    )
    .execute();
  const theirs = await tx
    .selectFrom('spending_request')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('payee_id', '=', id)
    .where('state', '<>', 'to-pay')
    .where(sql<boolean>`(bank_sealed is not null or bank_document_id is not null)`)
    .execute();
  return forgetBank(
    tx,
    organisationId,
    theirs.map((row) => row.id),
  );
}
