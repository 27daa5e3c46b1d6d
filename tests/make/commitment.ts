import { randomUUID } from 'node:crypto';
import type { Action } from '../../src/rooms/actions/index.ts';
import { findActionById } from '../../src/rooms/actions/index.ts';
import { type Fund, findFundById } from '../../src/rooms/funds/index.ts';
import { findGroupById, foundGroup, type Group } from '../../src/rooms/groups/index.ts';
import type { TestSite } from '../site-client.ts';
import type { MadeMovement } from './group.ts';
import { type MadePerson, makePerson } from './people.ts';

/** A certified group with its lead alone: as many as a test commits. */
export interface LedGroup {
  group: Group;
  lead: MadePerson;
}

interface Wanted {
  name?: string;
  county?: string;
  point?: { latitude: number; longitude: number } | null;
  certified?: boolean;
}

export async function makeLedGroup(
  site: TestSite,
  movement: MadeMovement,
  { name, county = '93', point = null, certified = true }: Wanted = {},
): Promise<LedGroup> {
  const lead = await makePerson(site, { organisation: movement });
  const { id } = await foundGroup(
    site.db,
    { organisationId: movement.id, by: lead.id },
    {
      kind: 'local',
      name: name ?? `Groupe ${randomUUID().slice(0, 8)}`,
      presentation: '',
      place: 'Ici',
      county,
      point,
      joining: 'open',
    },
  );
  if (certified)
    await site.pool.query(
      'update action_group set certified_at = palabre_now() where organisation_id = $1 and id = $2',
      [movement.id, id],
    );
  return { group: (await findGroupById(site.db, movement.id, id))!, lead };
}

export async function makeLedGroups(
  site: TestSite,
  movement: MadeMovement,
  count: number,
  wanted: Wanted = {},
): Promise<LedGroup[]> {
  const groups: LedGroup[] = [];
  while (groups.length < count) groups.push(await makeLedGroup(site, movement, wanted));
  return groups;
}

/** An open fund, by its row alone: its money is the ledger's. */
export async function makeOpenFund(
  site: TestSite,
  movement: MadeMovement,
  {
    threshold = 5,
    visibleTo = 'public',
    countProposer = false,
  }: { threshold?: number; visibleTo?: Fund['visibleTo']; countProposer?: boolean } = {},
): Promise<Fund> {
  const officer = await makePerson(site, { organisation: movement, roles: ['officer'] });
  const { rows } = await site.pool.query(
    `insert into fund (organisation_id, slug, name, period, rules, visible_to, threshold, count_proposer, created_by,
       opened_at)
     values ($1, $2, 'Fonds d’actions', '2027', 'Nos règles', $3, $4, $5, $6, palabre_now()) returning id`,
    [
      movement.id,
      `fonds-${randomUUID().slice(0, 8)}`,
      visibleTo,
      threshold,
      countProposer,
      officer.id,
    ],
  );
  return (await findFundById(site.db, movement.id, rows[0].id))!;
}

let numbers = 0;

/** A published action of a group, with two lines of budget. */
export async function makePublishedAction(
  site: TestSite,
  movement: MadeMovement,
  fund: Fund,
  by: LedGroup,
  written: { title?: string; kind?: 'union' | 'solidarity'; maximum?: number; days?: number } = {},
): Promise<Action> {
  const { title = 'Collecte solidaire', kind = 'solidarity', maximum = 24_000, days = 3 } = written;
  numbers += 1;
  const { rows } = await site.pool.query(
    `insert into fund_action (organisation_id, fund_id, group_id, number, state, title, summary, kind, description,
       involvement, inclusion, reproduction, steps, materials, maximum, created_by, submitted_at, published_at)
     values ($1, $2, $3, $4, 'published', $5, 'Une collecte devant le supermarché.', $6,
       'Nous récoltons des produits de première nécessité.', 'Chacun donne ce qu’il peut.', 'Une heure suffit.',
       'Choisissez un autre magasin.', 'Demander l’accord, préparer les caisses.', 'Six caisses, un tapis.', $7, $8,
       palabre_now() - make_interval(days => $9), palabre_now() - make_interval(days => $9)) returning id`,
    [movement.id, fund.id, by.group.id, numbers + 1000, title, kind, maximum, by.lead.id, days],
  );
  const { id } = rows[0];
  for (const [position, label, amount] of [
    [1, 'Caisses', maximum - 4_000],
    [2, 'Affiches', 4_000],
  ] as const)
    await site.pool.query(
      `insert into fund_action_line (organisation_id, action_id, position, label, amount) values ($1, $2, $3, $4, $5)`,
      [movement.id, id, position, label, amount],
    );
  return (await findActionById(site.db, movement.id, id))!;
}
