import type { Database } from '../platform/database/database.ts';
import type { Site } from '../platform/http/app.ts';
import type { HolderKind, NamedHolder } from '../platform/http/visit.ts';
import type { Room } from '../platform/room.ts';

const KINDS: readonly HolderKind[] = ['fund', 'group'];

/** What rooms tell the ledger, which knows none of them: who holds its accounts, and what waits for its desk. */
export function openHolders(
  rooms: readonly Room[],
  db: Database,
): Pick<Site, 'nameHolders' | 'seekHolders' | 'listFinanceTasks'> {
  return {
    async nameHolders(organisation, holders) {
      const named = new Map<string, NamedHolder>();
      for (const kind of KINDS) {
        const ids = [...new Set(holders.filter((one) => one.kind === kind).map(({ id }) => id))];
        if (ids.length === 0) continue;
        for (const { nameHolders } of rooms)
          for (const [id, one] of (await nameHolders?.[kind]?.(db, organisation.id, ids)) ?? [])
            named.set(id, one);
      }
      return named;
    },
    async seekHolders(organisation, words) {
      const sought = rooms.flatMap(({ seekHolders }) =>
        KINDS.map((kind) => seekHolders?.[kind]?.(db, organisation.id, words)),
      );
      return (await Promise.all(sought)).flatMap((ids) => ids ?? []);
    },
    async listFinanceTasks(organisation) {
      const listed = rooms.map((room) => room.listFinanceTasks?.(db, organisation.id));
      return (await Promise.all(listed)).flatMap((tasks) => tasks ?? []);
    },
  };
}
