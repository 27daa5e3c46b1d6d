import { readNow } from '../../platform/database/database.ts';
import { found, notFound, Refused } from '../../platform/http/refused.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import {
  listSearchedSpaces,
  loadComponentOf,
  loadShowcase,
  loadSpace,
  type SeenSpace,
  seeSpace,
  seesFamily,
  withFamily,
} from '../consultations/index.routes.ts';
import {
  type Component,
  findComponentById,
  findSpaceById,
  hasShowcase,
  stateOf,
} from '../consultations/index.ts';
import { readNumber } from '../spaces/index.ts';
import type { Writer } from './deposit.store.ts';
import { findDocument } from './document.store.ts';
import {
  type Document,
  type DocumentKind,
  type DocumentType,
  isDocumentKind,
  mayChange,
  mayDeposit,
  type Reach,
  readableReaches,
  TYPES_OF,
} from './document.ts';

/** A component of documents, as one visitor stands to it. */
export interface Place {
  space: SeenSpace;
  component: Component & { kind: DocumentKind };
  /** Whether they read all that stands there. */
  isInside: boolean;
  /** What they read of it. */
  reaches: readonly Reach[];
  /** Whether they may add something now. */
  mayDeposit: boolean;
}

/** The component of the address, for who reads something of it: inside, in its family, or everybody where a network shows it. */
export async function loadPlace(visit: Visit<'space' | 'component'>): Promise<Place> {
  const { space, isInside } = await loadShowcase(visit);
  const component = await loadComponentOf(visit, space);
  return standIn(visit, space, ofDocuments(component), isInside);
}

/** The component of the address, for who is inside; its space refuses all others. */
async function loadInside(visit: Visit<'space' | 'component'>): Promise<Place> {
  const space = await loadSpace(visit);
  return standIn(visit, space, ofDocuments(await loadComponentOf(visit, space)), true);
}

/** The same for who adds something there; to others there is no such page. */
export async function loadToDeposit(visit: SignedInVisit<'space' | 'component'>): Promise<Place> {
  const place = await loadInside(visit);
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
  const place = found(await findPlace(visit, document), 'document');
  if (!place.reaches.includes(document.reach) && hasShowcase(place.space))
    throw new Refused(403, `inside-only:${place.space.slug}`);
  return found(seeIn(visit, document, place), 'document');
}

/** A document as this visitor sees it; null: it is not there for them. */
export async function seeDocument(visit: Visit, document: Document): Promise<SeenDocument | null> {
  const place = await findPlace(visit, document);
  return place && seeIn(visit, document, place);
}

function seeIn(
  { visitor }: Pick<Visit, 'visitor'>,
  document: Document,
  place: Place,
): SeenDocument | null {
  if (document.withdrawnAt || !place.reaches.includes(document.reach)) return null;
  // what waits to be read first is there for who wrote it; what a judgement took out of sight is there for nobody
  const isOwn = document.isHeld && visitor !== null && document.authorId === visitor.id;
  return document.isHidden && !isOwn ? null : { document, place };
}

/** The document of the address, for who may change it; to others that page is not there. */
export async function loadToChange(visit: SignedInVisit<'document'>): Promise<SeenDocument> {
  const seen = await loadDocument(visit);
  if (!seen.place.isInside || !mayChange(visit.visitor, seen.document, seen.place.space))
    throw notFound('document');
  return seen;
}

/** Where a document stands; null: its space or its component is not there for this visitor. */
export async function findPlace(
  visit: Visit,
  { componentId }: Pick<Document, 'componentId'>,
): Promise<Place | null> {
  const { db, organisation } = visit;
  const component = await findComponentById(db, organisation.id, componentId);
  const space = component && (await findSpaceById(db, organisation.id, component.spaceId));
  if (!space || !component || !isDocumentKind(component.kind)) return null;
  const seen = await seeSpace(visit, space);
  if (component.isHidden && !seen?.isTeam) return null;
  // a private space that shows nothing of itself shows no document either
  if (!seen && !hasShowcase(space)) return null;
  const around = await withFamily(visit, seen ?? { ...space, isTeam: false });
  return standIn(visit, around, ofDocuments(component), seen !== null);
}

async function standIn(
  visit: Visit,
  space: SeenSpace,
  component: Place['component'],
  isInside: boolean,
): Promise<Place> {
  const { db, visitor } = visit;
  const isOpen = stateOf(component, space, await readNow(db)) === 'open';
  const isOfFamily = !isInside && (await seesFamily(visit, space));
  return {
    space,
    component,
    isInside,
    reaches: readableReaches({ isInside, isOfFamily }),
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

/** Whether there are other networks to share something with (R141). */
export const hasFamily = ({ family }: SeenSpace): boolean =>
  Boolean(family && (family.parent || family.poles.length > 0));

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

/** Components where this visitor may add a document of a type, space by space, in order. */
export async function listTargets(visit: Visit, type: DocumentType): Promise<Place[]> {
  if (!visit.visitor) return [];
  const spaces = await listSearchedSpaces(visit);
  const found = await Promise.all(
    spaces.flatMap(({ components }) =>
      components
        .filter(({ kind }) => isDocumentKind(kind) && TYPES_OF[kind].includes(type))
        .map(({ id }) => findPlace(visit, { componentId: id })),
    ),
  );
  return found.filter((place): place is Place => place !== null && takes(place, type));
}

/** Whether this visitor may add a document of a type there now. */
export const takes = (place: Place, type: DocumentType): boolean =>
  place.mayDeposit && (type !== 'statutes' || place.space.isTeam);
