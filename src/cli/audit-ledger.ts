import type { Database } from '../platform/database/database.ts';
import { auditLedger } from '../rooms/ledger/index.ts';
import { listOrganisations } from '../rooms/organisations/index.ts';
import { formatMoney } from '../ui/format.ts';

/** `palabre audit-ledger`: adds up every entry of each organisation's ledger again and compares it with its balances. */
export async function runAuditLedger(db: Database): Promise<number> {
  let sound = true;
  for (const organisation of await listOrganisations(db)) {
    const { accounts, entries, total, wrong } = await auditLedger(db, organisation.id);
    if (accounts === 0) continue;
    const isSound = total === 0 && wrong.length === 0;
    sound &&= isSound;
    process.stdout.write(
      isSound
        ? `${organisation.name} : comptes justes, ${accounts} comptes, ${entries} écritures\n`
        : `${organisation.name} : comptes faux, somme des soldes ${formatMoney(total)}\n`,
    );
    for (const { id, kind, balance, summed } of wrong)
      process.stdout.write(
        `  ${kind} ${id} : solde ${formatMoney(balance)}, écritures ${formatMoney(summed)}\n`,
      );
  }
  return sound ? 0 : 1;
}
