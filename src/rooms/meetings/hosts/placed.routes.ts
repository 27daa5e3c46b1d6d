import { readNow } from '../../../platform/database/database.ts';
import type { Contribution } from '../../../platform/http/contribution.ts';
import { found, notFound } from '../../../platform/http/refused.ts';
import type { SignedInVisit, Visit } from '../../../platform/http/visit.ts';
import { seeSpace } from '../../consultations/index.routes.ts';
import {
  type Component,
  findComponentById,
  findSpaceById,
  type Space,
  stateOf,
} from '../../consultations/index.ts';
import { hostsMeeting, type Meeting } from '../meeting.ts';

/** Where an event of a space stands, as one visitor sees it. */
export interface Placed {
  space: Space & { isTeam: boolean };
  component: Component;
}

/** The office's own stands nowhere. null: in a space that this visitor does not see. */
export async function findPlaced(
  visit: Visit,
  { componentId }: Pick<Meeting, 'componentId'>,
): Promise<Placed | 'office' | null> {
  if (componentId === null) return 'office';
  const { db, organisation } = visit;
  const component = await findComponentById(db, organisation.id, componentId);
  const there = component && (await findSpaceById(db, organisation.id, component.spaceId));
  const space = there && (await seeSpace(visit, there));
  return space && component && (space.isTeam || !component.isHidden) ? { space, component } : null;
}

/** The same, where what is not seen is not there (404); null: the office's own. */
export async function loadPlaced(
  visit: Visit,
  meeting: Pick<Meeting, 'componentId'>,
): Promise<Placed | null> {
  const placed = found(await findPlaced(visit, meeting), 'meeting');
  return placed === 'office' ? null : placed;
}

/** What may be said under it: as the component settles it, as long as that is open (R99, R127). */
export async function termsOf(
  { db }: Visit,
  placed: Placed | null,
): Promise<Contribution['comments']> {
  if (!placed) return { isOpen: true, aligned: false, depth: 3, rated: true };
  const { comments } = placed.component.settings;
  const isOpen = stateOf(placed.component, placed.space, await readNow(db)) === 'open';
  return comments && { ...comments, isOpen };
}

/** Whether this visitor runs it: its host, or the team of its space. */
export const mayRun = (visit: Pick<Visit, 'visitor'>, meeting: Meeting, placed: Placed): boolean =>
  hostsMeeting(visit.visitor, meeting) || placed.space.isTeam;

/** What a host's address asks for: an event of a space that this visitor runs; to others it is not there. */
export async function loadRun(
  visit: SignedInVisit,
  meeting: Meeting,
): Promise<{ meeting: Meeting; placed: Placed }> {
  const placed = await loadPlaced(visit, meeting);
  if (!placed || !mayRun(visit, meeting, placed)) throw notFound('meeting');
  return { meeting, placed };
}
