import type { Database } from '../platform/database/database.ts';
import type { Site } from '../platform/http/site.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Room, ServedComponents, SpaceCounts } from '../platform/room.ts';

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

/** What rooms show, count and know of spaces, for rooms that know none of them. */
export const openSpaces =
  (rooms: readonly Room[]) =>
  (visit: Visit): ReturnType<Site['openSpaces']> => {
    const { organisation } = visit;
    return {
      async listThemeParts(at) {
        const parts = await Promise.all(rooms.map((room) => room.themeParts?.(visit, at)));
        return parts.flatMap((part) => part ?? []);
      },
      async listShowcaseParts(space) {
        const parts = await Promise.all(rooms.map((room) => room.showcaseParts?.(visit, space)));
        return parts.flatMap((part) => part ?? []);
      },
      async findArticle(kind, id) {
        for (const { articles } of rooms)
          if (articles && Object.hasOwn(articles, kind)) return articles[kind]!(visit, id);
        return null;
      },
      async findReplies(article) {
        const parts = await Promise.all(rooms.map((room) => room.findReplies?.(visit, article)));
        const found = parts.flatMap((part) => part ?? []);
        return {
          topics: found.flatMap(({ topics }) => topics),
          begin: found.flatMap(({ begin }) => begin),
        };
      },
      async noteParticipation(tx, spaceId, personId) {
        for (const room of rooms)
          await room.noteParticipation?.(tx, organisation.id, spaceId, personId);
      },
      async countInSpace(space) {
        const counted = rooms.map((room) => room.countInSpace?.(visit.db, organisation.id, space));
        const sums: SpaceCounts = { proposals: 0, supports: 0, comments: 0 };
        for (const counts of await Promise.all(counted))
          for (const [name, count] of Object.entries(counts ?? {}))
            sums[name as keyof SpaceCounts] += count;
        return sums;
      },
      async listSpaceReaders(db, spaceId, personIds) {
        const room = rooms.find(({ spaceReaders }) => spaceReaders);
        return (await room?.spaceReaders?.(db, organisation.id, spaceId, personIds)) ?? [];
      },
    };
  };
