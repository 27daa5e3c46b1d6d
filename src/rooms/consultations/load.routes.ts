import { found, Refused } from '../../platform/http/refused.ts';
import type { RoleRight } from '../../platform/http/roles.ts';
import { mayInSpace } from '../../platform/http/route.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import type { SearchedSpace } from '../../platform/search/searchable.ts';
import { findComponent, listComponentsOf } from './component.store.ts';
import type { Component } from './component.ts';
import {
  findSpace,
  findSpaceById,
  isMemberOf,
  listPolesOf,
  listSpaces,
  listSpacesOfMember,
} from './space.store.ts';
import { hasShowcase, type Space, seesSpace, type Theme } from './space.ts';
import { findTheme } from './theme.store.ts';

/** A space as one visitor sees it. */
export interface SeenSpace extends Space {
  /** Whether the visitor prepares it: they see what is hidden, and what is not open yet. */
  isTeam: boolean;
  /** What it stands among (R141). Left out: nobody looked. */
  family?: Family;
}

/** What stands around a space that this visitor may know of: they see each other in every page. */
interface Family {
  parent: Pick<Space, 'id' | 'slug' | 'title'> | null;
  /** Itself among them where it stands in a parent; of a parent, what stands in it. */
  poles: readonly Space[];
}

/**
 * The space of the address, as far as this visitor may see it; to others it is not there (404). Of a network (R140) everybody
 * knows that it is there: who is not inside is told so (403), and led to its showcase.
 */
export async function loadSpace(visit: Visit<'space'>): Promise<SeenSpace> {
  const { space, seen } = await findAddressed(visit);
  if (!seen && hasShowcase(space)) throw new Refused(403, `inside-only:${space.slug}`);
  return withFamily(visit, found(seen, 'space'));
}

/** The same for who is not inside either: of a network, what its showcase is about. `isInside`: whether the rest is theirs too. */
export async function loadShowcase(
  visit: Visit<'space'>,
): Promise<{ space: SeenSpace; isInside: boolean }> {
  const { space, seen } = await findAddressed(visit);
  const shown = seen ?? (hasShowcase(space) ? { ...space, isTeam: false } : null);
  return { space: await withFamily(visit, found(shown, 'space')), isInside: seen !== null };
}

async function findAddressed(
  visit: Visit<'space'>,
): Promise<{ space: Space; seen: SeenSpace | null }> {
  const { db, organisation, params } = visit;
  const space = found(await findSpace(db, organisation.id, params.space), 'space');
  return { space, seen: await seeSpace(visit, space) };
}

/** The same space with what stands around it. */
export async function withFamily(
  { db, organisation }: Pick<Visit, 'db' | 'organisation'>,
  space: SeenSpace,
): Promise<SeenSpace> {
  const [parent, poles] = await Promise.all([
    space.parentId ? findSpaceById(db, organisation.id, space.parentId) : null,
    listPolesOf(db, organisation.id, space.parentId ?? space.id),
  ]);
  const known = (one: Space) =>
    one.id === space.id || (one.openedAt !== null && (!one.isPrivate || hasShowcase(one)));
  return {
    ...space,
    family: { parent: parent && known(parent) ? parent : null, poles: poles.filter(known) },
  };
}

/**
 * Whether what is shared with the whole network of a space reaches this visitor: who is inside the space itself, its parent or
 * a sibling that is a network (R141).
 */
export async function seesFamily(
  visit: Pick<Visit, 'db' | 'organisation' | 'visitor'>,
  space: Space,
): Promise<boolean> {
  const { db, organisation, visitor } = visit;
  if (!visitor) return false;
  if (await seeSpace(visit, space)) return true;
  const [parent, poles] = await Promise.all([
    space.parentId ? findSpaceById(db, organisation.id, space.parentId) : null,
    listPolesOf(db, organisation.id, space.parentId ?? space.id),
  ]);
  const networks = [...(parent ? [parent] : []), ...poles].filter(hasShowcase);
  const seen = await Promise.all(networks.map((one) => seeSpace(visit, one)));
  return seen.some((one) => one !== null);
}

/** A space as this visitor sees it; null: it is not there for them. Who moderates a private one reads it as a member does. */
export async function seeSpace(
  { db, organisation, visitor }: Pick<Visit, 'db' | 'organisation' | 'visitor'>,
  space: Space,
): Promise<SeenSpace | null> {
  const isTeam = visitor !== null && mayInSpace('space-author', visitor, space.id);
  const isMember =
    space.isPrivate &&
    visitor !== null &&
    !isTeam &&
    (mayInSpace('moderator', visitor, space.id) ||
      (await isMemberOf(db, organisation.id, space.id, visitor.id)));
  return seesSpace(space, { isTeam, isMember }) ? { ...space, isTeam } : null;
}

/** The space of an address of its office, for whoever holds the right in this very one; to others it is not there. */
export async function loadSpaceForTeam(
  { db, organisation, params, visitor }: SignedInVisit<'space'>,
  right: RoleRight = 'space-organiser',
): Promise<Space> {
  const space = found(await findSpace(db, organisation.id, params.space), 'space');
  return found(mayInSpace(right, visitor, space.id) ? space : null, 'space');
}

/** The component of the address, of a space that the visitor sees; a hidden one is there for its team alone. */
export async function loadComponentOf(
  { db, organisation, params }: Visit<'component'>,
  space: Pick<SeenSpace, 'id' | 'isTeam'>,
): Promise<Component> {
  const component = found(
    await findComponent(db, organisation.id, space.id, params.component),
    'component',
  );
  return found(component.isHidden && !space.isTeam ? null : component, 'component');
}

/** The theme of the address, of a space that the visitor sees. */
export async function loadTheme(
  { db, organisation, params }: Visit<'theme'>,
  space: Pick<Space, 'id'>,
): Promise<Theme> {
  return found(await findTheme(db, organisation.id, space.id, params.theme), 'theme');
}

/** A space in a list: whether what stands in it is this visitor's too, or its showcase alone. */
export interface ListedSpace extends SeenSpace {
  isInside: boolean;
}

/** Every space that this visitor may know of, the newest first: networks that they are not inside as well. */
export async function listSeenSpaces({ db, organisation, visitor }: Visit): Promise<ListedSpace[]> {
  const [spaces, joined] = await Promise.all([
    listSpaces(db, organisation.id),
    visitor ? listSpacesOfMember(db, organisation.id, visitor.id) : [],
  ]);
  const isMemberOfSpace = new Set(joined);
  return spaces.flatMap((space) => {
    const isTeam = visitor !== null && mayInSpace('space-author', visitor, space.id);
    const isMember =
      isMemberOfSpace.has(space.id) ||
      (visitor !== null && mayInSpace('moderator', visitor, space.id));
    const isInside = seesSpace(space, { isTeam, isMember });
    return isInside || hasShowcase(space) ? [{ ...space, isTeam, isInside }] : [];
  });
}

/** Every opened space that this visitor may search, with the components that they see in it. */
export async function listSearchedSpaces(visit: Visit): Promise<SearchedSpace[]> {
  const { db, organisation, visitor } = visit;
  const read = async () => {
    const spaces = (await listSeenSpaces(visit)).filter(
      ({ openedAt, isInside }) => openedAt !== null && isInside,
    );
    const ids = spaces.map(({ id }) => id);
    const components = await listComponentsOf(db, organisation.id, ids);
    return spaces.map(({ id, slug, title, isTeam }) => ({
      ...{ id, slug, title },
      components: components.filter((one) => one.spaceId === id && (isTeam || !one.isHidden)),
    }));
  };
  return visitor ? read() : visit.share('searched spaces', read);
}
