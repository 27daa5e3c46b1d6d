import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';

/** Counts somebody among those who took part in a space, once (R102): that they did, never in what nor when. */
export async function noteParticipation(
  tx: Tx,
  organisationId: string,
  spaceId: string,
  personId: string,
): Promise<void> {
  await tx
    .insertInto('space_participant')
    .values({ organisation_id: organisationId, space_id: spaceId, person_id: personId })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** How many people took part in a space so far. */
export async function countParticipants(
  db: Db,
  organisationId: string,
  spaceId: string,
): Promise<number> {
  const row = await db
    .selectFrom('space_participant')
    .select((of) => of.fn.countAll<string>().as('people'))
    .where('organisation_id', '=', organisationId)
    .where('space_id', '=', spaceId)
    .executeTakeFirstOrThrow();
  return Number(row.people);
}

/** Those of some people who took part in a space. */
export async function listParticipantsAmong(
  db: Db,
  organisationId: string,
  spaceId: string,
  personIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select person_id as id from space_participant
    where organisation_id = ${organisationId} and space_id = ${spaceId}::uuid
      and person_id = any(${[...personIds]}::uuid[])`.execute(db);
  return rows.map(({ id }) => id);
}
