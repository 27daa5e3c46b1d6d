import type { Db } from '../../platform/database/database.ts';

/** Until when supports were told in an organisation; null: never. */
export async function findToldUntil(db: Db, organisationId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('supports_round')
    .select('told_until')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return row?.told_until ?? null;
}

export async function saveToldUntil(db: Db, organisationId: string, until: Date): Promise<void> {
  const row = { organisation_id: organisationId, told_until: until };
  await db
    .insertInto('supports_round')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('organisation_id')
        .doUpdateSet({ told_until: until })
        .where('supports_round.told_until', '<', until),
    )
    .execute();
}
