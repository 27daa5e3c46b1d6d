import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const SPACE_COLUMNS: Readonly<Record<string, Fate>> = {
  'space_member.person_id': 'removed',
  // how many took part is public, and stays as it was
  'space_participant.person_id': 'unnamed',
};

export const spaceRows = ownRows(
  ({ organisationId, id }) => sql`select s.slug as space, s.title, m.added_at as member_since,
    p.person_id is not null as took_part
  from space s
  left join space_member m on m.organisation_id = s.organisation_id and m.space_id = s.id and m.person_id = ${id}
  left join space_participant p on p.organisation_id = s.organisation_id and p.space_id = s.id and p.person_id = ${id}
  where s.organisation_id = ${organisationId} and num_nonnulls(m.person_id, p.person_id) > 0
  order by s.created_at, s.id`,
);

/** A private space lets go of its member; among those who took part, an empty account stays counted. */
export async function eraseMember(tx: Tx, { organisationId, id }: Owner): Promise<string[]> {
  await tx
    .deleteFrom('space_member')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  return [];
}
