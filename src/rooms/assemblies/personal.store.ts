import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const ASSEMBLY_COLUMNS: Readonly<Record<string, Fate>> = {
  // who of the team led each step: minutes rest on it
  'assembly.created_by': 'unnamed',
  'assembly.convened_by': 'unnamed',
  'assembly.opened_by': 'unnamed',
  'assembly.closed_by': 'unnamed',
  'assembly.minutes_by': 'unnamed',
  'assembly_vote.opened_by': 'unnamed',
  'assembly_vote.closed_by': 'unnamed',
  'assembly_voter.person_id': 'unnamed',
  'assembly_proxy.giver_id': 'removed',
  'assembly_proxy.holder_id': 'removed',
  // what was said aloud was counted so
  'assembly_roll_call.person_id': 'unnamed',
  'assembly_roll_call.cast_by': 'unnamed',
};

export const rollRows = ownRows(
  ({
    organisationId,
    id,
  }) => sql`select a.id, a.title, v.votes, v.speaks_for, v.arrived_at, v.left_at
    from assembly_voter v join assembly a on a.organisation_id = v.organisation_id and a.id = v.assembly_id
    where v.organisation_id = ${organisationId} and v.person_id = ${id} order by a.created_at, a.id`,
);

/** Proxies go, and lines of rolls on which nothing was voted yet; those that were counted lead to an empty account. */
export async function eraseVoter(tx: Tx, { organisationId, id }: Owner): Promise<string[]> {
  await sql`delete from assembly_proxy where organisation_id = ${organisationId}
    and (giver_id = ${id} or holder_id = ${id})`.execute(tx);
  await sql`update assembly_voter set speaks_for = '' where organisation_id = ${organisationId} and person_id = ${id}`.execute(
    tx,
  );
  await sql`delete from assembly_voter v using assembly a
    where v.organisation_id = ${organisationId} and v.person_id = ${id}
      and a.organisation_id = v.organisation_id and a.id = v.assembly_id and a.opened_at is null`.execute(
    tx,
  );
  return [];
}
