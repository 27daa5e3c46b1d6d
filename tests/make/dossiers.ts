import { randomUUID } from 'node:crypto';
import type { Component, Space } from '../../src/rooms/consultations/index.ts';
import type { Dossier, Reach } from '../../src/rooms/dossiers/dossier.ts';
import { partsOf } from '../../src/rooms/dossiers/dossier-words.page.ts';
import { openDossier } from '../../src/rooms/dossiers/dossier-writing.store.ts';
import { askToJoin, invite } from '../../src/rooms/dossiers/joining.store.ts';
import type { TestSite } from '../site-client.ts';
import { joinSpace, makeInsider, makeNetwork } from './network.ts';
import type { MadePerson } from './people.ts';

export interface MadeDossier {
  space: Space;
  component: Component;
  dossier: Dossier;
  /** What its addresses say. */
  at: ReturnType<typeof partsOf>;
  lead: MadePerson;
  member: MadePerson;
  /** Inside the network, not in the dossier. */
  other: MadePerson;
}

/** A network with a dossier of two members, and somebody inside who is not in it. */
export async function makeDossier(
  site: TestSite,
  { reach = 'members' as Reach, title = 'Baisse des dotations' } = {},
): Promise<MadeDossier> {
  const { space, components } = await makeNetwork(site, { kinds: ['dossiers', 'events'] });
  const component = components.dossiers!;
  const [lead, member, other] = [
    await makeInsider(site, space),
    await makeInsider(site, space),
    await makeInsider(site, space),
  ];
  const { organisationId } = site;
  const by = (person: MadePerson) => ({ organisationId, by: person.id });
  const written = { title, purpose: 'Obtenir le **maintien** des dotations.', reach, lang: 'fr' };
  const opened = await openDossier(site.db, by(lead), component.id, written, randomUUID());
  if (!opened.ok) throw new Error(opened.refusal);
  const { dossier } = opened;
  await invite(site.db, by(lead), dossier.id, member.id);
  await askToJoin(site.db, by(member), dossier.id);
  return {
    space,
    component,
    dossier,
    at: partsOf({ space, component, dossier }),
    lead,
    member,
    other,
  };
}

/** Lets somebody into the network and the dossier. */
export async function joinDossier(
  site: TestSite,
  { space, dossier, lead }: MadeDossier,
  person: MadePerson,
): Promise<void> {
  await joinSpace(site, space, person.id);
  const { organisationId } = site;
  await invite(site.db, { organisationId, by: lead.id }, dossier.id, person.id);
  await askToJoin(site.db, { organisationId, by: person.id }, dossier.id);
}
