import { type BankDetails, openBank, sealBank } from '../../platform/bank/sealed-details.ts';
import type { Config } from '../../platform/config.ts';
import { type Db, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { PAYERS, type Payer, type PayerAccount } from './payment.ts';

/** Who acts, in which movement. */
export interface PayingAct {
  organisationId: string;
  by: string;
}

type KeysFolder = Pick<Config, 'keysFolder'>;

const ownerOf = (organisationId: string, kind: Payer) =>
  ({ organisationId, kind: 'payer', id: kind }) as const;

/** Accounts that pay, without what opens them. */
export async function listPayerAccounts(db: Db, organisationId: string): Promise<PayerAccount[]> {
  const rows = await db
    .selectFrom('payer_account')
    .select(['kind', 'name', 'iban_last4', 'version', 'saved_at'])
    .where('organisation_id', '=', organisationId)
    .execute();
  const accounts = rows.map((row) => ({
    kind: row.kind as Payer,
    name: row.name,
    ibanLast4: row.iban_last4,
    version: row.version,
    savedAt: row.saved_at,
  }));
  return PAYERS.flatMap((kind) => accounts.filter((one) => one.kind === kind));
}

/** Whole details of the account that pays; null: none was given, or its key is gone. */
export async function openPayerAccount(
  db: Db,
  { keysFolder }: KeysFolder,
  organisationId: string,
  kind: Payer,
): Promise<BankDetails | null> {
  const row = await db
    .selectFrom('payer_account')
    .select('bank_sealed')
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row ? openBank(keysFolder, ownerOf(organisationId, kind), row.bank_sealed) : null;
}

/** Saves an account, unless somebody did meanwhile; 0 is the version of one that was never saved. */
export async function savePayerAccount(
  db: Db,
  { keysFolder }: KeysFolder,
  { organisationId, by }: PayingAct,
  {
    kind,
    version,
    details,
    ibanLast4,
  }: { kind: Payer; version: number; details: BankDetails; ibanLast4: string },
): Promise<{ ok: true } | { ok: false; refusal: 'changed-meanwhile' }> {
  const values = {
    name: details.holder,
    bank_sealed: sealBank(keysFolder, ownerOf(organisationId, kind), details),
    iban_last4: ibanLast4,
    version: version + 1,
    saved_by: by,
  };
  try {
    return await inTransaction(db, async (tx) => {
      const saved =
        version === 0
          ? await tx
              .insertInto('payer_account')
              .values({ organisation_id: organisationId, kind, ...values })
              .returning('version')
              .executeTakeFirst()
          : await tx
              .updateTable('payer_account')
              .set(values)
              .where('organisation_id', '=', organisationId)
              .where('kind', '=', kind)
              .where('version', '=', version)
              .returning('version')
              .executeTakeFirst();
      if (!saved) return { ok: false as const, refusal: 'changed-meanwhile' as const };
      await recordFact(tx, {
        organisationId,
        kind: 'payment.account-saved',
        actorId: by,
        subject: { kind: 'organisation', id: organisationId },
        detail: { account: kind, ibanLast4 },
      });
      return { ok: true as const };
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'payer_account_pkey') throw error;
    return { ok: false, refusal: 'changed-meanwhile' };
  }
}
