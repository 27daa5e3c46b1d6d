import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { listGrantsInSpace } from '../../identity/index.ts';
import { type Gender, type Team, type TeamRequest, teamOf } from './team.ts';

/** Who leads a space and who helps them, by their roles in it. */
export async function findTeam(db: Db, organisationId: string, spaceId: string): Promise<Team> {
  return teamOf(await listGrantsInSpace(db, organisationId, spaceId));
}

export async function isTeamPublic(
  db: Db,
  organisationId: string,
  spaceId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('space_team')
    .select('public_at')
    .where('organisation_id', '=', organisationId)
    .where('space_id', '=', spaceId)
    .executeTakeFirst();
  return row?.public_at != null;
}

/** The same as its showcase names it: nobody, unless the team says so. */
export async function findPublicTeam(
  db: Db,
  organisationId: string,
  spaceId: string,
): Promise<Team> {
  if (!(await isTeamPublic(db, organisationId, spaceId))) return { leads: [], members: [] };
  return findTeam(db, organisationId, spaceId);
}

/** What people declared for the parity of a pair, by id: for its leads alone. */
export async function findGenders(
  db: Db,
  organisationId: string,
  spaceId: string,
): Promise<Map<string, Gender>> {
  const rows = await db
    .selectFrom('space_team_parity')
    .select(['person_id', 'gender'])
    .where('organisation_id', '=', organisationId)
    .where('space_id', '=', spaceId)
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.gender as Gender]));
}

const requests = (db: Db, organisationId: string, spaceId: string) =>
  db
    .selectFrom('team_request')
    .select(['id', 'person_id as personId', 'words', 'asked_at as askedAt'])
    .where('organisation_id', '=', organisationId)
    .where('space_id', '=', spaceId)
    .where(sql<boolean>`answered_at is null and withdrawn_at is null`);

/** Those who wait for an answer, whoever waits longest first: as many as the leads answer at a sitting. */
export const listTeamRequests = (
  db: Db,
  organisationId: string,
  spaceId: string,
  limit = 50,
): Promise<TeamRequest[]> =>
  requests(db, organisationId, spaceId).orderBy('asked_at').orderBy('id').limit(limit).execute();

export async function findOwnRequest(
  db: Db,
  organisationId: string,
  spaceId: string,
  personId: string,
): Promise<TeamRequest | null> {
  const own = requests(db, organisationId, spaceId).where('person_id', '=', personId);
  return (await own.executeTakeFirst()) ?? null;
}
