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
