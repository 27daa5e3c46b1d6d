import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { type LedgerSettings, USUAL_NUMBERS } from './settings.ts';

/** What was decided, or what is usual. */
export async function findLedgerSettings(db: Db, organisationId: string): Promise<LedgerSettings> {
  const row = await db
    .selectFrom('ledger_settings')
    .select(['numbers', 'siren', 'donation_min', 'donation_max', 'version'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return {
    numbers: { ...USUAL_NUMBERS, ...(row?.numbers as Partial<LedgerSettings['numbers']>) },
    siren: row?.siren ?? '',
    donationMin: row?.donation_min ?? 1_00,
    donationMax: row?.donation_max ?? 4_600_00,
    version: row?.version ?? 0,
  };
}

/** Saves them unless somebody did meanwhile: `version` is the one that was read. */
export async function saveLedgerSettings(
  db: Db,
  act: { organisationId: string; by: string },
  { version, numbers, siren, donationMin, donationMax }: LedgerSettings,
): Promise<{ ok: true } | { ok: false; refusal: 'changed-meanwhile' }> {
  const written = {
    numbers: JSON.stringify(numbers),
    siren,
    donation_min: donationMin,
    donation_max: donationMax,
    version: version + 1,
    saved_by: act.by,
  };
  return inTransaction(db, async (tx) => {
    const row = await tx
      .insertInto('ledger_settings')
      .values({ organisation_id: act.organisationId, ...written })
      .onConflict((conflict) =>
        conflict
          .column('organisation_id')
          .doUpdateSet({ ...written, saved_at: sql`palabre_now()` })
          .where('ledger_settings.version', '=', version),
      )
      .returning('version')
      .executeTakeFirst();
    if (row?.version !== version + 1) return { ok: false, refusal: 'changed-meanwhile' };
    await recordFact(tx, {
      organisationId: act.organisationId,
      kind: 'ledger.settings-saved',
      actorId: act.by,
      subject: { kind: 'ledger-settings', id: null },
      detail: { siren, donationMin, donationMax },
    });
    return { ok: true };
  });
}
