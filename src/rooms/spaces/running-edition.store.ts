import type { Db } from '../../platform/database/database.ts';

/** Editions under way of every organisation of the installation: opened, and not of the past. For the house's rounds. */
export async function listRunningEditions(
  db: Db,
): Promise<{ organisationId: string; editionId: string }[]> {
  return db
    .selectFrom('edition')
    .select(['organisation_id as organisationId', 'id as editionId'])
    .where('opened_at', 'is not', null)
    .where('archived_at', 'is', null)
    .where('space_id', 'is', null)
    .orderBy('organisation_id')
    .orderBy('id')
    .execute();
}
