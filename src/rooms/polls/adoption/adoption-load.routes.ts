import { found } from '../../../platform/http/refused.ts';
import type { SignedInVisit, Visit } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import {
  loadComponentOf,
  loadSpace,
  loadSpaceForTeam,
  seeSpace,
} from '../../consultations/index.routes.ts';
import {
  type Component,
  findComponentById,
  findSpaceById,
  type Space,
} from '../../consultations/index.ts';
import { type Edition, findVotedEdition } from '../../spaces/index.ts';
import { findAdoption, findAdoptionOf } from './adoption.store.ts';

type Reader = Pick<Visit, 'db' | 'organisation' | 'visitor'>;

/** The space that a vote is of, as this visitor sees it; null: it is not there for them. */
export async function seeSpaceOfVote(visit: Reader, spaceId: string) {
  const space = await findSpaceById(visit.db, visit.organisation.id, spaceId);
  return space ? seeSpace(visit, space) : null;
}

/** What addresses of a space say of one of its votes. */
export async function findAdoptionPlace(
  { db, organisation }: Reader,
  { id }: Pick<Edition, 'id'>,
): Promise<{ space: string; component: string }> {
  const adoption = found(await findAdoptionOf(db, organisation.id, id), 'adoption');
  const component = (await findComponentById(db, organisation.id, adoption.componentId))!;
  const space = found(await findSpaceById(db, organisation.id, component.spaceId), 'space');
  return { space: space.slug, component: component.slug };
}

/** Where what is an edition's page otherwise lies for the vote of a space; null: no such vote, or not for this visitor. */
export async function findSpaceVoteAddress(
  visit: Visit<'edition'>,
  side: 'public' | 'office',
): Promise<string | null> {
  const { db, organisation, params } = visit;
  const edition = await findVotedEdition(db, organisation.id, params.edition);
  if (!edition?.spaceId || !(await seeSpaceOfVote(visit, edition.spaceId))) return null;
  if (!(await findAdoptionOf(db, organisation.id, edition.id))) {
    // a vote of an assembly: its page is that of another room
    const space = (await findSpaceById(db, organisation.id, edition.spaceId))!;
    return urls.space({ space: space.slug });
  }
  const address = side === 'public' ? urls.spaceVote : urls.adminSpaceVote;
  return address(await findAdoptionPlace(visit, edition));
}

/** The vote of the address as everybody who reads the space finds it. */
export async function loadAdoption(visit: Visit<'space' | 'component'>) {
  const space = await loadSpace(visit);
  return { space, ...(await ofVote(visit, await loadComponentOf(visit, space))) };
}

/** The same for those who run that very space; 404 to everybody else. */
export async function loadOfficeAdoption(visit: SignedInVisit<'space' | 'component'>) {
  const space: Space = await loadSpaceForTeam(visit);
  return {
    space,
    ...(await ofVote(visit, await loadComponentOf(visit, { ...space, isTeam: true }))),
  };
}

async function ofVote({ db, organisation }: Reader, component: Component) {
  found(component.kind === 'vote' ? component : null, 'component');
  return { component, adoption: await findAdoption(db, organisation.id, component.id) };
}
