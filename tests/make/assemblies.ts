import { randomUUID } from 'node:crypto';
import { findAssemblyById } from '../../src/rooms/assemblies/assembly.store.ts';
import type { Assembly, WrittenAssembly } from '../../src/rooms/assemblies/assembly.ts';
import {
  convene,
  createAssembly,
  openAssembly,
} from '../../src/rooms/assemblies/assembly-writing.store.ts';
import { addItem } from '../../src/rooms/assemblies/item.store.ts';
import type { Component, Space } from '../../src/rooms/consultations/index.ts';
import type { TestSite } from '../site-client.ts';
import { makeHosted } from './meetings.ts';
import { makeInsider, makeNetwork } from './network.ts';
import { type MadePerson, makePerson } from './people.ts';

export interface MadeAssembly {
  space: Space;
  component: Component;
  assembly: Assembly;
  /** Of its only resolution. */
  itemId: string;
  at: { space: string; component: string; assembly: string };
  organiser: MadePerson;
  members: readonly MadePerson[];
}

/** An assembly of a network with some members, one resolution on its agenda; open unless said. */
export async function makeAssembly(
  site: TestSite,
  {
    people = 3,
    state = 'open',
    ...written
  }: Partial<WrittenAssembly> & { people?: number; state?: 'prepared' | 'convened' | 'open' } = {},
): Promise<MadeAssembly> {
  const { space, components } = await makeNetwork(site, { kinds: ['assemblies', 'events'] });
  const component = components.assemblies!;
  const organiser = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
  const members: MadePerson[] = [];
  for (let at = 0; at < people; at += 1) members.push(await makeInsider(site, space));
  const meeting = await makeHosted(site, components.events!.id, organiser.id);
  const act = { organisationId: site.organisationId, by: organiser.id };
  const { id, slug } = await createAssembly(
    site.db,
    act,
    component,
    {
      title: 'Assemblée générale du 22 août',
      introduction: '',
      meetingId: meeting.id,
      quorum: 0,
      mostProxies: 2,
      colleges: [],
      ...written,
    },
    randomUUID(),
  );
  const added = await addItem(
    site.db,
    act,
    { id },
    {
      kind: 'resolution',
      title: 'Adopter les statuts',
      body: 'Les statuts **du réseau**.',
      minutesPlanned: 20,
    },
  );
  if (!added.ok) throw new Error(added.refusal);
  for (const step of state === 'open'
    ? [convene, openAssembly]
    : state === 'convened'
      ? [convene]
      : []) {
    const done = await step(site.db, act, id);
    if (!done.ok) throw new Error(done.refusal);
  }
  const { id: itemId } = await site.db
    .selectFrom('assembly_item')
    .select('id')
    .where('assembly_id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    space,
    component,
    assembly: (await findAssemblyById(site.db, site.organisationId, id))!,
    itemId,
    at: { space: space.slug, component: component.slug, assembly: slug },
    organiser,
    members,
  };
}
