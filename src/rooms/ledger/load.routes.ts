import { found } from '../../platform/http/refused.ts';
import type { Route } from '../../platform/http/route.ts';
import type { NamedHolder, Visit } from '../../platform/http/visit.ts';
import type { RecordedEntry, SeenAccount } from './book.ts';
import { HOLDERS } from './ledger.ts';

/** Shared money is that of a movement: elsewhere these addresses are not there. */
export const inMovements = (routes: readonly Route[]): Route[] =>
  routes.map((route) => ({
    ...route,
    handle(visit) {
      found(visit.organisation.kind === 'movement' ? visit.organisation : null, 'finances');
      return route.handle(visit);
    },
  }));

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
