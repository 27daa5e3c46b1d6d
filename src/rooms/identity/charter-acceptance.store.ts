import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

/** Accepts a version of the charter; without one, the version in force. */
export async function acceptCharter(
  db: Db,
  organisationId: string,
  personId: string,
  version?: number,
): Promise<void> {
  await sql`insert into charter_acceptance (organisation_id, person_id, version)
    select organisation_id, ${personId}, version from charter_in_force
    where organisation_id = ${organisationId} and version = coalesce(${version ?? null}, version)
    on conflict do nothing`.execute(db);
}

/** The latest version of the charter that somebody accepted; null: none. */
export async function findAcceptedVersion(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<number | null> {
  const row = await db
    .selectFrom('charter_acceptance')
    .select('version')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version ?? null;
}
