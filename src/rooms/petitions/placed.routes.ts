import { dayInParis } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import type { Contribution } from '../../platform/http/contribution.ts';
import { found, notFound, Refused } from '../../platform/http/refused.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import { loadComponentOf, loadSpace, seeSpace } from '../consultations/index.routes.ts';
import {
  type Component,
  findComponentById,
  findSpaceById,
  type Space,
} from '../consultations/index.ts';
import { readNumber } from '../spaces/index.ts';
import { findPetition } from './petition.store.ts';
import { type Petition, type PetitionState, stateOf } from './petition.ts';
import { petitionSegment } from './petition-words.page.ts';

export interface Placed {
  space: Space & { isTeam: boolean };
  component: Component;
}

/** The component of the address, in a space that the visitor reads. */
export async function loadPlaced(visit: Visit<'space' | 'component'>): Promise<Placed> {
  const space = await loadSpace(visit);
  const component = await loadComponentOf(visit, space);
  if (component.kind !== 'mobilisations') throw notFound('component');
  return { space, component };
}

/** The same, for the team of this very space; to others there is nothing to prepare. */
export async function loadPlacedForTeam(
  visit: SignedInVisit<'space' | 'component'>,
): Promise<Placed> {
  const placed = await loadPlaced(visit);
  if (!placed.space.isTeam) throw notFound('component');
  return placed;
}

export interface SeenPetition extends Placed {
  petition: Petition;
  state: PetitionState;
  /** Whether the visitor reads the space; where it is public, others read this page alone of it. */
  isInside: boolean;
}

/** A mobilisation as one visitor sees it; null: it is not there for them. A draft is its team's. */
async function seePetition(visit: Visit, petition: Petition): Promise<SeenPetition | null> {
  const { db, organisation } = visit;
  const component = await findComponentById(db, organisation.id, petition.componentId);
  const there = component && (await findSpaceById(db, organisation.id, component.spaceId));
  if (!there || !component) return null;
  const seen = await seeSpace(visit, there);
  const isTeam = seen?.isTeam ?? false;
  const state = stateOf(petition, dayInParis(await readNow(db)));
  if ((component.isHidden || state === 'draft') && !isTeam) return null;
  const isPublic = petition.reach === 'public' && there.openedAt !== null;
  if (!seen && !isPublic) return null;
  return { petition, state, component, space: { ...there, isTeam }, isInside: seen !== null };
}

/** The mobilisation of the address, hidden or not, as far as this visitor may know of it. */
export async function loadAnyPetition(visit: Visit<'petition'>): Promise<SeenPetition> {
  const { db, organisation } = visit;
  const number = found(readNumber(visit.params.petition), 'petition');
  const petition = found(await findPetition(db, organisation.id, { number }), 'petition');
  return found(await seePetition(visit, petition), 'petition');
}

/** The same, in sight. */
export async function loadPetition(visit: Visit<'petition'>): Promise<SeenPetition> {
  const seen = await loadAnyPetition(visit);
  if (seen.petition.hiddenAt) throw new Refused(410, 'hidden');
  return seen;
}

/** The same, for the team of its space. */
export async function loadPetitionForTeam(visit: SignedInVisit<'petition'>): Promise<SeenPetition> {
  const seen = await loadPetition(visit);
  if (!seen.space.isTeam) throw notFound('petition');
  return seen;
}

/** Who may sign: everybody, or who reads its space. */
export const maySign = ({ petition, state, isInside }: SeenPetition): boolean =>
  state === 'open' && (petition.reach === 'public' || isInside);

/** A mobilisation as rooms that attach to it may know it. Nothing is said under it. */
export async function findContribution(visit: Visit, id: string): Promise<Contribution | null> {
  if (!isUuid(id)) return null;
  const petition = await findPetition(visit.db, visit.organisation.id, { id });
  const seen = petition && (await seePetition(visit, petition));
  if (!seen || seen.state === 'draft') return null;
  return {
    kind: 'petition',
    id,
    title: seen.petition.title,
    text: seen.petition.body,
    isHidden: seen.petition.hiddenAt !== null,
    href: urls.petition({
      petition: seen.petition.hiddenAt ? seen.petition.number : petitionSegment(seen.petition),
    }),
    authorId: seen.petition.madeBy,
    spaceId: seen.space.id,
    componentId: seen.component.id,
    lang: seen.petition.lang,
    comments: null,
  };
}
