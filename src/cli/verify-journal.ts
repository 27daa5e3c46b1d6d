import type { Database } from '../platform/database/database.ts';
import { chainFacts, verifyJournal } from '../platform/journal/journal.ts';
import { listOrganisations } from '../rooms/organisations/index.ts';

/** `palabre verify-journal`: walks each organisation's hash chain again. */
export async function runVerifyJournal(db: Database): Promise<number> {
  let sound = true;
  for (const organisation of await listOrganisations(db)) {
    await chainFacts(db, organisation.id);
    const verdict = await verifyJournal(db, organisation.id);
    sound &&= verdict.ok;
    process.stdout.write(
      verdict.ok
        ? `${organisation.name} : journal intact, ${verdict.facts} faits\n`
        : `${organisation.name} : rupture au fait ${verdict.sequence} (${verdict.reason})\n`,
    );
  }
  return sound ? 0 : 1;
}
