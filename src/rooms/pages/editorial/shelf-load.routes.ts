import { found } from '../../../platform/http/refused.ts';
import { mayInSpace } from '../../../platform/http/route.ts';
import type { SignedInVisit, Visit } from '../../../platform/http/visit.ts';
import {
  loadComponentOf,
  loadSpace,
  loadSpaceForTeam,
  showBeside,
} from '../../consultations/index.routes.ts';
import { findPage } from './editorial.store.ts';
import type { EditorialPage } from './editorial.ts';
import { OWN_SHELF, type Shelf, shelfOf } from './shelf.ts';

/** The shelf of the address, for those who write there; to others it is not there (404). */
export async function loadShelf(visit: SignedInVisit): Promise<Shelf> {
  if (!('space' in visit.params)) return OWN_SHELF;
  const of = visit as unknown as SignedInVisit<'space' | 'component'>;
  const space = await loadSpaceForTeam(of, 'space-author');
  const component = await loadComponentOf(of, { ...space, isTeam: true });
  found(component.kind === 'pages' ? component : null, 'component');
  return shelfOf(space, component);
}

/** The page of the address, published or not, on its shelf. */
export async function loadPage(
  visit: SignedInVisit<'page'>,
): Promise<{ shelf: Shelf; page: EditorialPage }> {
  const { db, organisation, params } = visit;
  const shelf = await loadShelf(visit);
  const page = await findPage(db, organisation.id, params.page, shelf.componentId);
  return { shelf, page: found(page, 'page') };
}

/** A component's pages as this visitor may read them: of a space they do not see, nothing is there. */
export async function loadSeenShelf(visit: Visit<'space' | 'component'>) {
  const space = await loadSpace(visit);
  const component = await loadComponentOf(visit, space);
  found(component.kind === 'pages' ? component : null, 'component');
  const { visitor } = visit;
  return {
    shelf: shelfOf(space, component),
    space,
    component,
    mayWrite: visitor !== null && mayInSpace('space-author', visitor, space.id),
    beside: await showBeside(visit, space, component),
  };
}
