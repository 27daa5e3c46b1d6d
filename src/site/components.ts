import type { Database } from '../platform/database/database.ts';
import type { Site } from '../platform/http/site.ts';
import type { Room, ServedComponents } from '../platform/room.ts';

/** Which room serves which kind of component; two for one kind is a mistake that no page should have to meet. */
export function openComponents(rooms: readonly Room[], db: Database): Site['openComponents'] {
  const served = new Map<string, ServedComponents>();
  for (const { components = {} } of rooms)
    for (const [kind, one] of Object.entries(components)) {
      if (served.has(kind)) throw new Error(`Components « ${kind} » are served by two rooms.`);
      served.set(kind, one);
    }
  return (organisation) => ({
    componentAddress: (kind, at) => served.get(kind)?.address(at) ?? null,
    countInComponents: async (kind, componentIds) =>
      (await served.get(kind)?.count?.(db, organisation.id, componentIds)) ?? null,
  });
}
