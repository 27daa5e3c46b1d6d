import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { ROLES_OF } from '../../platform/http/roles.ts';
import { listHoldersInSpace } from '../identity/index.ts';
import { findSpaceById, notEnded } from './space.store.ts';

/**
 * Those of some people who may read a space: of a public one that was opened, all of them; of a private one its members and
 * its moderators besides its team, which reads alone what is not opened yet.
 */
export async function listSpaceReaders(
  db: Db,
  organisationId: string,
  spaceId: string,
  personIds: readonly string[],
): Promise<string[]> {
  const space = await findSpaceById(db, organisationId, spaceId);
  if (!space || personIds.length === 0) return [];
  if (space.openedAt && !space.isPrivate) return [...personIds];
  const roles = [...ROLES_OF['space-author'], ...(space.openedAt ? ROLES_OF.moderator : [])];
  const holders = await listHoldersInSpace(db, organisationId, spaceId, roles, personIds);
  const members = space.openedAt
    ? await listMembersAmong(db, organisationId, spaceId, personIds)
    : [];
  const readers = new Set([...holders, ...members]);
  return personIds.filter((id) => readers.has(id));
}

async function listMembersAmong(
  db: Db,
  organisationId: string,
  spaceId: string,
  personIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select person_id as id from space_member
    where organisation_id = ${organisationId} and space_id = ${spaceId}::uuid
      and person_id = any(${[...personIds]}::uuid[]) and ${notEnded()}`.execute(db);
  return rows.map(({ id }) => id);
}
