import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { AssemblyVote, Choice } from './vote.ts';

const COLUMNS = sql`id, item_id as "itemId", mode, majority, opened_at as "openedAt", closes_at as "closesAt",
  closed_at as "closedAt", counts, is_adopted as "isAdopted"`;

/** Votes of an assembly, in the order in which they were opened. */
export async function listVotes(
  db: Db,
  organisationId: string,
  assemblyId: string,
): Promise<AssemblyVote[]> {
  const { rows } = await sql<AssemblyVote>`select ${COLUMNS} from assembly_vote
    where organisation_id = ${organisationId} and assembly_id = ${assemblyId} order by opened_at, id`.execute(
    db,
  );
  return rows;
}

export interface AssemblyBox {
  college: string;
  editionId: string;
}

export async function listBoxes(
  db: Db,
  organisationId: string,
  voteId: string,
): Promise<AssemblyBox[]> {
  const { rows } = await sql<AssemblyBox>`
    select college, edition_id as "editionId" from assembly_box
    where organisation_id = ${organisationId} and vote_id = ${voteId} order by college`.execute(db);
  return rows;
}

/** What was said aloud, by member. */
export async function listRollCall(
  db: Db,
  organisationId: string,
  voteId: string,
): Promise<{ personId: string; choice: Choice; castBy: string }[]> {
  const { rows } = await sql<{ personId: string; choice: Choice; castBy: string }>`
    select person_id as "personId", choice, cast_by as "castBy" from assembly_roll_call
    where organisation_id = ${organisationId} and vote_id = ${voteId}`.execute(db);
  return rows;
}

/** The assembly of a vote; null: no such vote. */
export async function findAssemblyOfVote(
  db: Db,
  organisationId: string,
  voteId: string,
): Promise<{ id: string } | null> {
  const { rows } = await sql<{ id: string }>`select assembly_id as id from assembly_vote
    where organisation_id = ${organisationId} and id = ${voteId}`.execute(db);
  return rows[0] ?? null;
}
