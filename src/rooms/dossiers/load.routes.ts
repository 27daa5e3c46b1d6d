import { found, notFound } from '../../platform/http/refused.ts';
import { mayInSpace } from '../../platform/http/route.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import {
  loadComponentOf,
  loadSpace,
  type SeenSpace,
  seeSpace,
} from '../consultations/index.routes.ts';
import { type Component, findComponentById, findSpaceById } from '../consultations/index.ts';
import { readNumber } from '../spaces/index.ts';
import { findDossier } from './dossier.store.ts';
import { type Dossier, isIn, type Standing, seesDossier } from './dossier.ts';
import type { DossierAct } from './dossier-writing.store.ts';
import { findStanding } from './member.store.ts';

export interface Place {
  space: SeenSpace;
  component: Component;
  /** Whether the visitor judges what is reported there: they see every dossier. */
  isModerator: boolean;
}

export interface SeenDossier extends Place {
  dossier: Dossier;
  standing: Standing;
}

const judges = ({ visitor }: Pick<Visit, 'visitor'>, spaceId: string): boolean =>
  visitor !== null && mayInSpace('moderator', visitor, spaceId);

/** Where dossiers are, for who is inside the space: 403 to others, and no such component where it is of another kind. */
export async function loadPlace(visit: Visit<'space' | 'component'>): Promise<Place> {
  const space = await loadSpace(visit);
  const component = await loadComponentOf(visit, space);
  if (component.kind !== 'dossiers') throw notFound('component');
  return { space, component, isModerator: judges(visit, space.id) };
}

/** The dossier of the address, as far as this visitor may see it; to others it is not there (404). */
export async function loadDossier(
  visit: SignedInVisit<'space' | 'component' | 'dossier'>,
): Promise<SeenDossier> {
  const { db, organisation, params, visitor } = visit;
  const place = await loadPlace(visit);
  const number = found(readNumber(params.dossier), 'dossier');
  const by = { componentId: place.component.id, number };
  const dossier = found(await findDossier(db, organisation.id, by), 'dossier');
  const standing = await findStanding(db, organisation.id, dossier.id, visitor.id);
  found(seesDossier(dossier, standing, place.isModerator) || null, 'dossier');
  return { ...place, dossier, standing };
}

/** The same for who is in it, or leads it, and works on it: to others such an address is not there. */
export async function loadOwnDossier(
  visit: SignedInVisit<'space' | 'component' | 'dossier'>,
  as: 'member' | 'lead' = 'member',
): Promise<SeenDossier> {
  const seen = await loadDossier(visit);
  const may = as === 'lead' ? seen.standing === 'lead' : isIn(seen.standing);
  if (!may || seen.dossier.isHidden) throw notFound('dossier');
  return seen;
}

/** A dossier found by its id alone, as this visitor sees it; null: it is not there for them. */
export async function seeDossier(visit: Visit, id: string): Promise<SeenDossier | null> {
  const { db, organisation, visitor } = visit;
  const dossier = visitor && (await findDossier(db, organisation.id, { id }));
  const component = dossier && (await findComponentById(db, organisation.id, dossier.componentId));
  const there = component && (await findSpaceById(db, organisation.id, component.spaceId));
  const space = there && (await seeSpace(visit, there));
  if (!visitor || !dossier || !component || !space) return null;
  if (component.isHidden && !space.isTeam) return null;
  const standing = await findStanding(db, organisation.id, dossier.id, visitor.id);
  const isModerator = judges(visit, space.id);
  return seesDossier(dossier, standing, isModerator)
    ? { space, component, dossier, standing, isModerator }
    : null;
}

export const actOf = ({ organisation, visitor }: SignedInVisit): DossierAct => ({
  organisationId: organisation.id,
  by: visitor.id,
});
