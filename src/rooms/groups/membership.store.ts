import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Gender, GroupRole, Membership } from './membership.ts';

const columns = ['person_id', 'role', 'treasurer_at', 'gender', 'joined_at'] as const;

function members(db: Db, organisationId: string, groupId: string) {
  return db
    .selectFrom('group_member')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('group_id', '=', groupId);
}

/** null: not in it. */
export async function findMembership(
  db: Db,
  organisationId: string,
  groupId: string,
  personId: string,
): Promise<Membership | null> {
  const row = await members(db, organisationId, groupId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? asMembership(row) : null;
}

/** Leads, then managers, then members, each in order of coming. */
export async function listMembers(
  db: Db,
  organisationId: string,
  groupId: string,
): Promise<Membership[]> {
  const rows = await members(db, organisationId, groupId)
    .orderBy(sql`array_position(array['lead', 'manager', 'member'], role)`)
    .orderBy('joined_at')
    .orderBy('person_id')
    .execute();
  return rows.map(asMembership);
}

/** People to write to about the group: leads and managers. */
export async function listGroupLeaders(
  db: Db,
  organisationId: string,
  groupId: string,
): Promise<{ personId: string; role: 'lead' | 'manager' }[]> {
  const rows = await members(db, organisationId, groupId)
    .where('role', '<>', 'member')
    .orderBy('role')
    .orderBy('joined_at')
    .execute();
  return rows.map((row) => ({ personId: row.person_id, role: row.role as 'lead' | 'manager' }));
}

/** Ids of those who handle the group's money. */
export async function listTreasurers(
  db: Db,
  organisationId: string,
  groupId: string,
): Promise<string[]> {
  const rows = await members(db, organisationId, groupId)
    .where('treasurer_at', 'is not', null)
    .orderBy('joined_at')
    .execute();
  return rows.map((row) => row.person_id);
}

/** Somebody who asks to be let in. */
export interface JoinRequest {
  personId: string;
  words: string;
  askedAt: Date;
}

export async function listJoinRequests(
  db: Db,
  organisationId: string,
  groupId: string,
): Promise<JoinRequest[]> {
  const rows = await db
    .selectFrom('group_join_request')
    .select(['person_id', 'words', 'asked_at'])
    .where('organisation_id', '=', organisationId)
    .where('group_id', '=', groupId)
    .orderBy('asked_at')
    .orderBy('person_id')
    .execute();
  return rows.map((row) => ({ personId: row.person_id, words: row.words, askedAt: row.asked_at }));
}

export async function hasAskedToJoin(
  db: Db,
  organisationId: string,
  groupId: string,
  personId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('group_join_request')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('group_id', '=', groupId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

function asMembership(
  row: Awaited<ReturnType<ReturnType<typeof members>['executeTakeFirstOrThrow']>>,
): Membership {
  return {
    personId: row.person_id,
    role: row.role as GroupRole,
    isTreasurer: row.treasurer_at !== null,
    gender: row.gender as Gender | null,
    joinedAt: row.joined_at,
  };
}
