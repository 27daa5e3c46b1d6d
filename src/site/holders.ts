import type { Config } from '../platform/config.ts';
import type { Database } from '../platform/database/database.ts';
import type {
  HolderAnswers,
  HolderKind,
  MoneyHolder,
  NamedHolder,
} from '../platform/http/holders.ts';
import type { VisitedOrganisation } from '../platform/http/visit.ts';
import type { Room } from '../platform/room.ts';
import { openFundActions } from './fund-actions.ts';

const KINDS: readonly HolderKind[] = ['fund', 'group'];

/** What rooms tell those above them: the ledger, who holds its accounts and what waits for its desk; funds, their actions. */
export const openHolders =
  (rooms: readonly Room[], db: Database, config: Config) =>
  (organisation: VisitedOrganisation): HolderAnswers => ({
    ...openFundActions(rooms, config, organisation),
    async nameHolders(holders) {
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
    async seekHolders(words) {
      const sought = rooms.flatMap(({ seekHolders }) =>
        KINDS.map((kind) => seekHolders?.[kind]?.(db, organisation.id, words)),
      );
      return (await Promise.all(sought)).flatMap((ids) => ids ?? []);
    },
    findHolders: (called) => findHoldersAmong(rooms, db, organisation.id, called),
    async findEntrySubjects(about) {
      const found = rooms.map((room) => room.findEntrySubjects?.(db, organisation.id, about));
      return (await Promise.all(found)).flatMap((links) => links ?? []);
    },
    async listFinanceTasks() {
      const listed = rooms.map((room) => room.listFinanceTasks?.(db, organisation.id));
      return (await Promise.all(listed)).flatMap((tasks) => tasks ?? []);
    },
  });

/** What of all rooms holds shared money and is called so. */
export async function findHoldersAmong(
  rooms: readonly Room[],
  db: Database,
  organisationId: string,
  called: readonly string[],
): Promise<MoneyHolder[]> {
  const found = rooms.map((room) => room.findHolders?.(db, organisationId, called));
  return (await Promise.all(found)).flatMap((holders) => holders ?? []);
}
