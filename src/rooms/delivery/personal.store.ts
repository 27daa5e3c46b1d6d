import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { deleteFile } from '../../platform/files/index.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const DELIVERY_COLUMNS: Readonly<Record<string, Fate>> = {
  'realisation_invitation.person_id': 'removed',
  'realisation_member.person_id': 'removed',
  'realisation_offer.person_id': 'removed',
  'realisation_testimony.person_id': 'unnamed',
  'realisation_volunteer.person_id': 'removed',
};

export const deliveryRows = {
  teams: ownRows(
    ({ organisationId, id }) => sql`select realisation_id, part, added_at from realisation_member
    where organisation_id = ${organisationId} and person_id = ${id} order by added_at, realisation_id`,
  ),
  offers: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select realisation_id, helps, body, offered_at, answer, answered_at
    from realisation_offer
    where organisation_id = ${organisationId} and person_id = ${id} order by offered_at, id`,
  ),
  committees: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select realisation_id, volunteered_at, accepted_at from realisation_volunteer
    where organisation_id = ${organisationId} and person_id = ${id} order by volunteered_at, realisation_id`,
  ),
  testimonies: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select realisation_id, body, written_at, accepted_at, returned_at, return_reason
    from realisation_testimony
    where organisation_id = ${organisationId} and person_id = ${id} order by written_at, id`,
  ),
};

/** Photos beside their testimonies. */
export async function listOwnPhotos(db: Db, { organisationId, id }: Owner): Promise<string[]> {
  const rows = await db
    .selectFrom('realisation_testimony')
    .select('file_id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  return rows.flatMap(({ file_id }) => file_id ?? []);
}

/** A testimony that was published stays, without its name; one that nobody reads goes with its photo. */
export async function eraseFromDelivery(tx: Tx, { organisationId, id }: Owner) {
  // invitations of the committee go with its seats
  for (const table of ['realisation_volunteer', 'realisation_offer', 'realisation_member'] as const)
    await tx
      .deleteFrom(table)
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', id)
      .execute();
  const unread = await tx
    .deleteFrom('realisation_testimony')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .where('accepted_at', 'is', null)
    .returning('file_id')
    .execute();
  const keys: string[] = [];
  for (const { file_id } of unread) {
    const file = file_id && (await deleteFile(tx, organisationId, file_id));
    if (file) keys.push(file.storageKey);
  }
  return keys;
}
