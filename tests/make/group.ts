import { randomUUID } from 'node:crypto';
import { dayInParis } from '../../src/platform/clock/paris.ts';
import { readNow } from '../../src/platform/database/database.ts';
import {
  changeRole,
  declareGender,
  declarePublicAction,
  findGroupById,
  foundGroup,
  type Group,
  grantCertification,
  joinGroup,
  markTreasurer,
  requestCertification,
  type WrittenGroup,
} from '../../src/rooms/groups/index.ts';
import { insertOrganisation } from '../../src/rooms/organisations/index.ts';
import { addDays } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';
import { type MadePerson, makePerson } from './people.ts';

export interface MadeMovement {
  id: string;
  slug: string;
  name: string;
  host: string;
}

let movements = 0;

/** An organisation of kind `movement` of the site, on a host of its own. */
export async function makeMovement(
  site: TestSite,
  { name = 'Élan commun', host }: { name?: string; host?: string } = {},
): Promise<MadeMovement> {
  // letters alone, as the hosts that tests know; short, since a label of a host has 63 signs at most
  movements += 1;
  const toLetters = (digits: string) =>
    digits.replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!);
  const slug = `mouvement-${toLetters(randomUUID().slice(0, 8))}-${toLetters(String(movements))}`;
  const made = { slug, name, host: host ?? `${slug}.localhost` };
  const id = await insertOrganisation(site.db, {
    ...made,
    kind: 'movement',
    colour: '#7A2E5D',
    contactEmail: 'bonjour@mouvement.example',
    tagline: 'Des groupes qui agissent',
    charter: 'Je participe avec respect.',
  });
  return { id, ...made };
}

export interface MadeGroup {
  group: Group;
  /** Who founded it; then, of a certified group, a second lead of another gender. */
  lead: MadePerson;
  secondLead: MadePerson | null;
  manager: MadePerson;
  /** Two, neither leads nor managers: « Two-person rule ». */
  treasurers: readonly [MadePerson, MadePerson];
  /** Without any mark. */
  members: readonly MadePerson[];
}

/**
 * A group of a movement with a manager, two treasurers and so many plain members. `certified`: it meets the usual
 * criteria, asked, and was granted by an officer of the movement.
 */
export async function makeGroup(
  site: TestSite,
  movement: MadeMovement,
  {
    certified = false,
    members: count = 1,
    ...written
  }: Partial<WrittenGroup> & { certified?: boolean; members?: number } = {},
): Promise<MadeGroup> {
  const { db } = site;
  const organisationId = movement.id;
  const person = () => makePerson(site, { organisation: movement });
  const lead = await person();
  const act = { organisationId, by: lead.id };
  const { id } = await foundGroup(db, act, {
    kind: 'local',
    name: `Groupe ${randomUUID().slice(0, 8)}`,
    presentation: 'On se retrouve le jeudi.',
    place: 'Les Lilas',
    county: '93',
    point: { latitude: 48.8809, longitude: 2.4226 },
    joining: 'open',
    ...written,
  });
  const comer = async () => {
    const one = await person();
    await joinGroup(db, { organisationId, by: one.id }, id, { atOnce: true });
    return one;
  };
  const manager = await comer();
  await changeRole(db, act, id, manager.id, 'manager');
  const treasurers = [await comer(), await comer()] as const;
  for (const one of treasurers) await markTreasurer(db, act, id, one.id, true);
  const members: MadePerson[] = [];
  while (members.length < count) members.push(await comer());
  const secondLead = certified ? await comer() : null;
  if (secondLead) {
    await changeRole(db, act, id, secondLead.id, 'lead');
    await declareGender(db, act, id, 'woman');
    await declareGender(db, { organisationId, by: secondLead.id }, id, 'man');
    await makeInOrder(site, movement, id, lead);
    await certify(site, movement, id, lead);
  }
  const group = (await findGroupById(db, organisationId, id))!;
  return { group, lead, secondLead, manager, treasurers, members };
}

/** Old enough, with three public actions of the last days. */
export async function makeInOrder(
  site: TestSite,
  movement: MadeMovement,
  groupId: string,
  by: Pick<MadePerson, 'id'>,
): Promise<void> {
  const { db } = site;
  await site.pool.query(
    `update action_group set founded_at = founded_at - interval '40 days'
      where organisation_id = $1 and id = $2`,
    [movement.id, groupId],
  );
  const group = (await findGroupById(db, movement.id, groupId))!;
  const today = dayInParis(await readNow(db));
  for (const days of [2, 9, 16])
    await declarePublicAction(db, { organisationId: movement.id, by: by.id }, group, {
      title: 'Collecte solidaire',
      heldOn: addDays(today, -days),
      place: 'Devant le supermarché',
      people: 12,
    });
}

/** A group that is in order asks, and an officer of the movement grants it. */
export async function certify(
  site: TestSite,
  movement: MadeMovement,
  groupId: string,
  lead: Pick<MadePerson, 'id'>,
): Promise<void> {
  const organisationId = movement.id;
  const asked = await requestCertification(site.db, { organisationId, by: lead.id }, groupId, true);
  if (!asked.ok) throw new Error(asked.refusal);
  const officer = await makePerson(site, { organisation: movement, roles: ['officer'] });
  const granted = await grantCertification(site.db, { organisationId, by: officer.id }, groupId);
  if (!granted.ok) throw new Error(granted.refusal);
}
