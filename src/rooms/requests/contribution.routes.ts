import type { Contribution } from '../../platform/http/contribution.ts';
import { ROLES_OF } from '../../platform/http/roles.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import { listHoldersInSpace } from '../identity/index.ts';
import {
  findHelping,
  findPlacedOf,
  mayJudge,
  type PlacedRequest,
  termsOf,
} from './placed.routes.ts';
import { findRequest } from './request.store.ts';
import { seesRequest } from './request.ts';
import { requestSegment } from './request-words.page.ts';
import { listHelpersOf } from './volunteer.store.ts';

const TEAM = [...ROLES_OF['space-author'], ...ROLES_OF.moderator];

/** A request as rooms that attach to it may know it, where this visitor may see it. */
export async function findContribution(visit: Visit, id: string): Promise<Contribution | null> {
  if (!isUuid(id)) return null;
  const request = await findRequest(visit.db, visit.organisation.id, { id });
  const placed = request && (await findPlacedOf(visit, request.componentId));
  if (!request || !placed) return null;
  const sees =
    seesRequest(request, await findHelping(visit, placed)) ||
    (request.heldAt && mayJudge(visit.visitor, placed.space));
  return sees ? asContribution(visit, { ...placed, request }) : null;
}

/** The same of a request that the visitor sees, read already. */
export async function asContribution(
  visit: Visit,
  placed: Omit<PlacedRequest, 'helping'>,
): Promise<Contribution> {
  const { request, space, component } = placed;
  return {
    kind: 'request',
    id: request.id,
    title: request.title,
    text: request.question,
    isHidden: request.hiddenAt !== null,
    href: urls.helpRequest({
      request: request.hiddenAt ? request.number : requestSegment(request),
    }),
    authorId: request.askedBy,
    spaceId: space.id,
    componentId: component.id,
    lang: request.lang,
    comments: await termsOf(visit, placed),
    ...(!request.sharedAt && {
      // what is said in confidence is told to nobody who may not read what it is about
      keepReaders: async (db, personIds) => {
        const organisationId = visit.organisation.id;
        const helpers = await listHelpersOf(
          db,
          { organisationId, componentId: component.id },
          request.category,
        );
        const team = await listHoldersInSpace(db, organisationId, space.id, TEAM, personIds);
        const readers = new Set([request.askedBy, ...helpers, ...team]);
        return personIds.filter((one) => readers.has(one));
      },
    }),
  };
}
