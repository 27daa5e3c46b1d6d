import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { deleteFile } from '../../platform/files/index.ts';

/** Months after the payment during which a transfer may still be disputed (article L133-24 du code monétaire et financier). */
export const BANK_MONTHS = 13;
/** Days after a refusal, for whoever asks why: nothing was paid. */
const REFUSED_DAYS = 30;

/** Bank details that nobody needs any more go, of every movement, and the bank's paper of what was deleted; gives where the bytes of their papers lie. */
export async function purgeBankDetails(db: Db): Promise<string[]> {
  const { rows } = await sql<{ organisationId: string; id: string }>`
    select organisation_id as "organisationId", id from spending_request
    where (bank_sealed is not null or bank_document_id is not null) and palabre_now() > case
      when deleted_at is not null then deleted_at
      when state = 'paid' then paid_at + make_interval(months => ${BANK_MONTHS}::int)
      when state = 'refused' then decided_at + make_interval(days => ${REFUSED_DAYS}::int) end`.execute(
    db,
  );
  const keys: string[] = [];
  for (const { organisationId, id } of rows)
    keys.push(...(await inTransaction(db, (tx) => forgetBank(tx, organisationId, [id]))));
  return keys;
}

/** Lets go of the details and of the bank's paper; its last four signs stay, as the payment bears them. */
export async function forgetBank(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const held = await tx
    .selectFrom('spending_request')
    .select(['id', 'bank_document_id'])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .forUpdate()
    .execute();
  await tx
    .updateTable('spending_request')
    .set({ bank_sealed: null, bank_document_id: null })
    .set({ bank_purged_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  const keys: string[] = [];
  for (const { bank_document_id } of held) {
    const file = bank_document_id && (await deleteFile(tx, organisationId, bank_document_id));
    if (file) keys.push(file.storageKey);
  }
  return keys;
}
