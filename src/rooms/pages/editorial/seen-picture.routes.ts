import { holdsRight, mayInSpace } from '../../../platform/http/route.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { seeSpace } from '../../consultations/index.routes.ts';
import { findComponentById, findSpaceById } from '../../consultations/index.ts';
import { findPageOfPicture } from './picture.store.ts';

/**
 * Who a picture of a page is for: whoever may read the page. `reserved`: this visitor among some, so nothing on the way
 * keeps it. null: the file is a picture of no page.
 */
export async function seePagePicture(
  visit: Visit,
  fileId: string,
): Promise<'everybody' | 'reserved' | 'unseen' | null> {
  const { db, organisation, visitor } = visit;
  const page = await findPageOfPicture(db, organisation.id, fileId);
  if (!page) return null;
  const isShown = page.publishedAt !== null;
  if (page.componentId === null)
    return isShown ? 'everybody' : holdsRight('officer', visitor) ? 'reserved' : 'unseen';
  const component = await findComponentById(db, organisation.id, page.componentId);
  const there = component && (await findSpaceById(db, organisation.id, component.spaceId));
  const space = there && (await seeSpace(visit, there));
  if (!space || !component || (component.isHidden && !space.isTeam)) return 'unseen';
  if (!isShown)
    return visitor !== null && mayInSpace('space-author', visitor, space.id)
      ? 'reserved'
      : 'unseen';
  return space.isPrivate || !space.openedAt || component.isHidden ? 'reserved' : 'everybody';
}
