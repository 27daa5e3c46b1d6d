import { readNow } from '../../platform/database/database.ts';
import type { Contribution } from '../../platform/http/contribution.ts';
import { found, notFound, Refused } from '../../platform/http/refused.ts';
import { mayInSpace } from '../../platform/http/route.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { loadComponentOf, loadSpace, seeSpace } from '../consultations/index.routes.ts';
import {
  type Component,
  type ComponentKind,
  findComponentById,
  findSpaceById,
  type Space,
  stateOf as stateOfComponent,
} from '../consultations/index.ts';
import { readNumber } from '../spaces/index.ts';
import { findRequest } from './request.store.ts';
import { type Helping, type HelpRequest, seesRequest } from './request.ts';
import { listOwnHelp } from './volunteer.store.ts';

/** Where something stands, as one visitor sees it. */
export interface Placed {
  space: Space & { isTeam: boolean };
  component: Component;
}

/** The component of the address, of this kind, in a space that the visitor reads. */
export async function loadPlaced(
  visit: Visit<'space' | 'component'>,
  kind: ComponentKind,
): Promise<Placed> {
  const space = await loadSpace(visit);
  const component = await loadComponentOf(visit, space);
  if (component.kind !== kind) throw notFound('component');
  return { space, component };
}

/** Where something of a component stands; null: in what this visitor does not see. */
export async function findPlacedOf(visit: Visit, componentId: string): Promise<Placed | null> {
  const { db, organisation } = visit;
  const component = await findComponentById(db, organisation.id, componentId);
  const there = component && (await findSpaceById(db, organisation.id, component.spaceId));
  const space = there && (await seeSpace(visit, there));
  return space && component && (space.isTeam || !component.isHidden) ? { space, component } : null;
}

/** The same, answered as the space answers who does not read it. */
export async function loadPlacedOf(visit: Visit, componentId: string): Promise<Placed> {
  const { db, organisation } = visit;
  const component = found(await findComponentById(db, organisation.id, componentId), 'component');
  const { slug } = found(await findSpaceById(db, organisation.id, component.spaceId), 'space');
  const space = await loadSpace({ ...visit, params: { space: slug } });
  if (component.isHidden && !space.isTeam) throw notFound('component');
  return { space, component };
}

/** What the visitor is in a component of requests: of its team (who moderates it is), or somebody who helps. */
export async function findHelping(
  { db, organisation, visitor }: Visit,
  { space, component }: Placed,
): Promise<Helping> {
  const at = { organisationId: organisation.id, componentId: component.id };
  const own = await listOwnHelp(db, at, visitor?.id ?? null);
  return {
    personId: visitor?.id ?? null,
    isTeam: space.isTeam || mayJudge(visitor, space),
    helps: own.flatMap(({ category, isConfirmed }) => (isConfirmed ? category : [])),
  };
}

/** Who judges there reads what waits to be read first. */
export const mayJudge = (visitor: Visit['visitor'], space: Pick<Space, 'id'>): boolean =>
  visitor !== null && mayInSpace('moderator', visitor, space.id);

export interface PlacedRequest extends Placed {
  request: HelpRequest;
  helping: Helping;
}

/** The request of the address, hidden or not, for whoever may see it; to others it is not there. */
export async function loadAnyRequest(visit: Visit<'request'>): Promise<PlacedRequest> {
  const number = found(readNumber(visit.params.request), 'request');
  const request = found(
    await findRequest(visit.db, visit.organisation.id, { number }),
    'help-request',
  );
  const placed = await loadPlacedOf(visit, request.componentId);
  const helping = await findHelping(visit, placed);
  const sees =
    seesRequest(request, helping) || (request.heldAt && mayJudge(visit.visitor, placed.space));
  return found(sees ? { ...placed, request, helping } : null, 'help-request');
}

/** The same, in sight. */
export async function loadRequest(visit: Visit<'request'>): Promise<PlacedRequest> {
  const placed = await loadAnyRequest(visit);
  if (placed.request.hiddenAt) throw new Refused(410, 'hidden');
  return placed;
}

/** What may be said under it: its answers, as long as nobody closed it. */
export async function termsOf(
  { db }: Visit,
  { component, space, request }: Omit<PlacedRequest, 'helping'>,
): Promise<NonNullable<Contribution['comments']>> {
  const state = stateOfComponent(component, space, await readNow(db));
  return {
    isOpen: state === 'open' && request.closedAt === null,
    aligned: false,
    depth: 2,
    rated: true,
  };
}
