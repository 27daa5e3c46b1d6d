import { found, notFound } from '../../platform/http/refused.ts';
import { mayInSpace } from '../../platform/http/route.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import { loadComponentOf, loadSpace, type SeenSpace } from '../consultations/index.routes.ts';
import type { Component } from '../consultations/index.ts';
import { findMeeting, type Meeting } from '../meetings/index.ts';
import { findAssembly, listItems } from './assembly.store.ts';
import type { Assembly, Item } from './assembly.ts';
import type { AssemblyVote } from './vote.ts';
import { listVotes } from './vote-rows.store.ts';

export interface Placed {
  space: SeenSpace;
  component: Component;
  /** Whether the visitor runs assemblies here. */
  mayRun: boolean;
}

export interface LoadedAssembly extends Placed {
  assembly: Assembly;
  meeting: Meeting;
}

/** The component of the address, of a space that the visitor is inside of. */
export async function loadAssemblies(visit: Visit<'space' | 'component'>): Promise<Placed> {
  const space = await loadSpace(visit);
  const component = await loadComponentOf(visit, space);
  if (component.kind !== 'assemblies') throw notFound('component');
  const { visitor } = visit;
  const mayRun = visitor !== null && mayInSpace('space-organiser', visitor, space.id);
  return { space, component, mayRun };
}

/** The same for who runs assemblies in this very space; to others it is not there. */
export async function loadToRun(visit: SignedInVisit<'space' | 'component'>): Promise<Placed> {
  const placed = await loadAssemblies(visit);
  return found(placed.mayRun ? placed : null, 'assembly');
}

/** The assembly of the address; one that is being prepared is there for who runs it. */
export async function loadAssembly(
  visit: Visit<'space' | 'component' | 'assembly'>,
): Promise<LoadedAssembly> {
  const placed = await loadAssemblies(visit);
  const { db, organisation, params } = visit;
  const assembly = found(
    await findAssembly(db, organisation.id, placed.component.id, params.assembly),
    'assembly',
  );
  if (!assembly.convenedAt && !placed.mayRun) throw notFound('assembly');
  const meeting = (await findMeeting(db, organisation.id, { id: assembly.meetingId }))!;
  return { ...placed, assembly, meeting };
}

export async function loadRunAssembly(
  visit: SignedInVisit<'space' | 'component' | 'assembly'>,
): Promise<LoadedAssembly> {
  const loaded = await loadAssembly(visit);
  return found(loaded.mayRun ? loaded : null, 'assembly');
}

/** A point of the agenda of the address. */
export async function loadItem(
  { db, organisation, params }: Visit<'item'>,
  assembly: Pick<Assembly, 'id'>,
): Promise<Item> {
  const items = await listItems(db, organisation.id, assembly.id);
  return found(
    items.find(({ id }) => id === params.item),
    'item',
  );
}

/** A vote of the address, with what is voted on. */
export async function loadVote(
  { db, organisation, params }: Visit<'vote'>,
  assembly: Pick<Assembly, 'id'>,
): Promise<{ vote: AssemblyVote; item: Item }> {
  const [votes, items] = await Promise.all([
    listVotes(db, organisation.id, assembly.id),
    listItems(db, organisation.id, assembly.id),
  ]);
  const vote = found(
    votes.find(({ id }) => id === params.vote),
    'vote',
  );
  return { vote, item: items.find(({ id }) => id === vote.itemId)! };
}

export const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

/** What the addresses of an assembly say. */
export const atOf = ({ space, component, assembly }: LoadedAssembly) => ({
  space: space.slug,
  component: component.slug,
  assembly: assembly.slug,
});
