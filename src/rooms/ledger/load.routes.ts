import type { NamedHolder } from '../../platform/http/holders.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { RecordedEntry, SeenAccount } from './book.ts';
import { HOLDERS } from './ledger.ts';

/** Who holds these accounts, by id. */
export function nameAccountHolders(
  visit: Pick<Visit, 'nameHolders'>,
  accounts: readonly Pick<SeenAccount, 'kind' | 'holderId'>[],
): Promise<ReadonlyMap<string, NamedHolder>> {
  return visit.nameHolders(
    accounts.flatMap(({ kind, holderId }) => {
      const holder = HOLDERS[kind];
      return holder && holderId ? [{ kind: holder, id: holderId }] : [];
    }),
  );
}

/** Who holds the accounts that entries go between. */
export const nameEntryHolders = (
  visit: Pick<Visit, 'nameHolders'>,
  entries: readonly RecordedEntry[],
) =>
  nameAccountHolders(
    visit,
    entries.flatMap(({ from, to }) => [from, to]),
  );
