import type { ContributionKind } from '../platform/http/contribution.ts';
import type { ContributionAnswers } from '../platform/http/site.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Room } from '../platform/room.ts';

/** What people publish, in whatever room: found and hidden by rooms that know none of them. */
export const openContributions =
  (rooms: readonly Room[]) =>
  (visit: Visit): ContributionAnswers => {
    const of = (kind: string) => {
      for (const { contributions } of rooms)
        if (contributions && Object.hasOwn(contributions, kind))
          return contributions[kind as ContributionKind];
      return undefined;
    };
    return {
      findContribution: async (kind, id) => (await of(kind)?.find(visit, id)) ?? null,
      async listProfileParts(personId) {
        // what a stranger may read: nothing of a private space, whoever looks
        const stranger = { ...visit, visitor: null };
        const parts = await Promise.all(
          rooms.map((room) => room.profileParts?.(stranger, personId)),
        );
        return parts.flatMap((part) => part ?? []);
      },
      async hideContribution(tx, kind, id, isHidden) {
        const { id: organisationId } = visit.organisation;
        await of(kind)?.hide(tx, organisationId, id, isHidden);
        for (const room of rooms)
          await room.hideUnder?.(tx, organisationId, { kind, id }, isHidden);
      },
      async releaseContribution(tx, kind, id) {
        if (!(await of(kind)?.release?.(visit, tx, id))) return false;
        for (const room of rooms)
          await room.hideUnder?.(tx, visit.organisation.id, { kind, id }, false);
        return true;
      },
      async withholdContributions(tx, texts) {
        const { id: organisationId } = visit.organisation;
        for (const [kind, some] of Map.groupBy(texts, (text) => text.kind)) {
          const ids = some.map(({ targetId }) => targetId);
          await of(kind)?.withhold?.(tx, organisationId, ids);
          for (const id of ids)
            for (const room of rooms)
              await room.hideUnder?.(tx, organisationId, { kind, id }, true);
        }
      },
      async refuseContributions(tx, kind, ids) {
        await of(kind)?.refuse?.(tx, visit.organisation.id, ids);
      },
    };
  };
