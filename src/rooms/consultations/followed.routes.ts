import type { FollowedThing, Visit } from '../../platform/http/visit.ts';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { findComponentById } from './component.store.ts';
import { type SeenSpace, seeSpace } from './load.routes.ts';
import { findSpaceById } from './space.store.ts';
import { findThemeAnywhere } from './theme.store.ts';

/** What may be followed of a space: itself, its themes, its components, by whoever reads them. */
export const followedOfSpaces: NonNullable<Room['followed']> = {
  async space(visit, id) {
    const space = await findSeen(visit, id);
    return space && { title: space.title, href: urls.space({ space: space.slug }) };
  },

  async theme(visit, id) {
    const theme = await findThemeAnywhere(visit.db, visit.organisation.id, id);
    const space = theme && (await findSeen(visit, theme.spaceId));
    if (!theme || !space) return null;
    return { title: theme.title, href: urls.theme({ space: space.slug, theme: theme.slug }) };
  },

  async component(visit, id): Promise<FollowedThing | null> {
    const component = await findComponentById(visit.db, visit.organisation.id, id);
    const space = component && (await findSeen(visit, component.spaceId));
    if (!component || !space || (component.isHidden && !space.isTeam)) return null;
    const at = { space: space.slug, component: component.slug };
    const href = visit.componentAddress(component.kind, at);
    return href ? { title: component.title, href } : null;
  },
};

async function findSeen(visit: Visit, spaceId: string): Promise<SeenSpace | null> {
  const space = await findSpaceById(visit.db, visit.organisation.id, spaceId);
  return space && seeSpace(visit, space);
}
