import { readNow } from '../../platform/database/database.ts';
import { found, notFound } from '../../platform/http/refused.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import { loadComponentOf, loadSpace, seeSpace } from '../consultations/index.routes.ts';
import {
  type Component,
  findComponentById,
  findSpaceById,
  type Space,
  stateOf,
} from '../consultations/index.ts';
import { readNumber } from '../spaces/index.ts';
import type { Writer } from './deposit.store.ts';
import {
  type Document,
  type DocumentKind,
  isDocumentKind,
  mayChange,
  mayDeposit,
  type Reach,
  readableReaches,
} from './document.ts';
import { findDocument } from './document.store.ts';

/** A component of documents, as one visitor stands to it. */
export interface Place {
  space: Space & { isTeam: boolean };
  component: Component & { kind: DocumentKind };
  /** Whether they read all that stands there. */
  isInside: boolean;
  /** What they read of it. */
  reaches: readonly Reach[];
  /** Whether they may add something now. */
  mayDeposit: boolean;
}

/** The component of the address; its space refuses who may not come in. */
export async function loadPlace(visit: Visit<'space' | 'component'>): Promise<Place> {
  const space = await loadSpace(visit);
  const component = await loadComponentOf(visit, space);
  return standIn(visit, space, ofDocuments(component), true);
}

/** The same for who adds something there; to others there is no such page. */
export async function loadToDeposit(
  visit: SignedInVisit<'space' | 'component'>,
): Promise<Place> {
  const place = await loadPlace(visit);
  if (!place.mayDeposit) throw notFound('component');
  return place;
}

export interface SeenDocument {
  document: Document;
  place: Place;
}

/**
 * The document of the address, by its own reach: who is inside its space reads it, its family where it is shared with the
 * network, everybody where it is public. To all others its space answers.
 */
export async function loadDocument(visit: Visit<'document'>): Promise<SeenDocument> {
  const { db, organisation, params } = visit;
  const number = found(readNumber(params.document), 'document');
  const document = found(await findDocument(db, organisation.id, { number }), 'document');
  return found(await seeDocument(visit, document), 'document');
}

/** A document as this visitor sees it; null: it is not there for them. */
export async function seeDocument(visit: Visit, document: Document): Promise<SeenDocument | null> {
  const place = await findPlace(visit, document);
  if (!place || document.withdrawnAt || !place.reaches.includes(document.reach)) return null;
  if (document.isHidden && !seesHidden(visit, document)) return null;
  return { document, place };
}

/** What waits to be read first is there for who wrote it; what a judgement took out of sight is there for nobody. */
const seesHidden = ({ visitor }: Pick<Visit, 'visitor'>, document: Document): boolean =>
  document.isHeld && visitor !== null && document.authorId === visitor.id;

/** The document of the address, for who may change it; to others that page is not there. */
export async function loadToChange(visit: SignedInVisit<'document'>): Promise<SeenDocument> {
  const seen = await loadDocument(visit);
  if (!seen.place.isInside || !mayChange(visit.visitor, seen.document, seen.place.space))
    throw notFound('document');
  return seen;
}

/** Where a document stands; null: its space or its component is not there for this visitor. */
async function findPlace(visit: Visit, { componentId }: Document): Promise<Place | null> {
  const { db, organisation } = visit;
  const component = await findComponentById(db, organisation.id, componentId);
  const space = component && (await findSpaceById(db, organisation.id, component.spaceId));
  if (!space || !component || !isDocumentKind(component.kind)) return null;
  const seen = await seeSpace(visit, space);
  if (component.isHidden && !seen?.isTeam) return null;
  if (seen) return standIn(visit, seen, ofDocuments(component), true);
  return space.openedAt ? standIn(visit, { ...space, isTeam: false }, ofDocuments(component), false) : null;
}

async function standIn(
  { db, visitor }: Visit,
  space: Place['space'],
  component: Place['component'],
  isInside: boolean,
): Promise<Place> {
  const isOpen = stateOf(component, space, await readNow(db)) === 'open';
  return {
    space,
    component,
    isInside,
    reaches: readableReaches({ isInside, isOfFamily: false }),
    mayDeposit:
      visitor !== null &&
      isInside &&
      space.closedAt === null &&
      mayDeposit({ isTeam: space.isTeam, isMember: space.isPrivate, isOpen }),
  };
}

function ofDocuments(component: Component): Place['component'] {
  if (!isDocumentKind(component.kind)) throw notFound('component');
  return component as Place['component'];
}

/** Who writes in a place, as the store checks it once more. */
export const writerIn = (
  { organisation, visitor }: SignedInVisit,
  { space, isInside }: Place,
): Writer => ({
  organisationId: organisation.id,
  by: visitor.id,
  isTeam: space.isTeam,
  isMember: isInside && space.isPrivate,
});
