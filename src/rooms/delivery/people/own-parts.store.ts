import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { OwnPart } from './own-parts.ts';

/** Offers of help, places in committees and testimonies of one person, the newest first: one query. */
export async function listOwnParts(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<OwnPart[]> {
  const { rows } = await sql<OwnPart>`
    select r.edition_id as "editionId", r.number as project, r.title, p.kind, p.state, p.since
    from (
      select realisation_id, 'offer' as kind, offered_at as since,
        case when answered_at is null then 'waiting' else 'answered' end as state
      from realisation_offer where organisation_id = ${organisationId} and person_id = ${personId}::uuid
      union all
      select realisation_id, 'seat', volunteered_at,
        case when accepted_at is null then 'waiting' else 'accepted' end
      from realisation_volunteer where organisation_id = ${organisationId} and person_id = ${personId}::uuid
      union all
      select realisation_id, 'testimony', written_at,
        case when accepted_at is not null then 'accepted' when returned_at is not null then 'returned' else 'waiting' end
      from realisation_testimony where organisation_id = ${organisationId} and person_id = ${personId}::uuid) p
    join realisation r on r.organisation_id = ${organisationId} and r.id = p.realisation_id
    order by p.since desc, r.id, p.kind`.execute(db);
  return rows;
}

/** Whether there is anything to take part in, or to have taken part in: a town without a realisation does not speak of it. */
export async function hasRealisations(db: Db, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('realisation')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
