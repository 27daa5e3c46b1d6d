import { found } from '../../platform/http/refused.ts';
import type { RoleRight } from '../../platform/http/roles.ts';
import { mayInSpace } from '../../platform/http/route.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import type { SearchedSpace } from '../../platform/search/searchable.ts';
import { findComponent, listComponentsOf } from './component.store.ts';
import type { Component } from './component.ts';
import { findSpace, isMemberOf, listSpaces, listSpacesOfMember } from './space.store.ts';
import { type Space, seesSpace, type Theme } from './space.ts';
import { findTheme } from './theme.store.ts';

/** A space as one visitor sees it. */
export interface SeenSpace extends Space {
  /** Whether the visitor prepares it: they see what is hidden, and what is not open yet. */
  isTeam: boolean;
}

/** The space of the address, as far as this visitor may see it; to others it is not there (404). */
export async function loadSpace({
  db,
  organisation,
  params,
  visitor,
}: Visit<'space'>): Promise<SeenSpace> {
  const space = found(await findSpace(db, organisation.id, params.space), 'space');
  return found(await seeSpace({ db, organisation, visitor }, space), 'space');
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

/** Every space that this visitor may see, the newest first. */
export async function listSeenSpaces({ db, organisation, visitor }: Visit): Promise<SeenSpace[]> {
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
    return seesSpace(space, { isTeam, isMember }) ? [{ ...space, isTeam }] : [];
  });
}

/** Every opened space that this visitor may search, with the components that they see in it. */
export async function listSearchedSpaces(visit: Visit): Promise<SearchedSpace[]> {
  const { db, organisation, visitor } = visit;
  const read = async () => {
    const spaces = (await listSeenSpaces(visit)).filter(({ openedAt }) => openedAt !== null);
    const ids = spaces.map(({ id }) => id);
    const components = await listComponentsOf(db, organisation.id, ids);
    return spaces.map(({ id, slug, title, isTeam }) => ({
      ...{ id, slug, title },
      components: components.filter((one) => one.spaceId === id && (isTeam || !one.isHidden)),
    }));
  };
  return visitor ? read() : visit.share('searched spaces', read);
}
