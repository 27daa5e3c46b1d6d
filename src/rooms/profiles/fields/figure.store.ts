import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { type Figure, moveFigures } from './figure.ts';

/** What is told of the answers. */
export async function listFigures(db: Db, organisationId: string): Promise<Figure[]> {
  const rows = await db
    .selectFrom('profile_figure')
    .select(['field_id', 'choice', 'people'])
    .where('organisation_id', '=', organisationId)
    .execute();
  return rows.map((row) => ({ fieldId: row.field_id, choice: row.choice, people: row.people }));
}

/** Counts every answer anew and moves what may move. One count at a time, else two of them would move by less. */
export async function countFigures(db: Db, organisationId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`profile-figures:${organisationId}`}, 0))`.execute(
      tx,
    );
    const { rows } = await sql<Figure>`select field_id as "fieldId", choice, count(*)::int as people
      from profile_answer where organisation_id = ${organisationId} group by field_id, choice`.execute(
      tx,
    );
    for (const { fieldId, choice, people } of moveFigures(
      await listFigures(tx, organisationId),
      rows,
    ))
      await tx
        .insertInto('profile_figure')
        .values({ organisation_id: organisationId, field_id: fieldId, choice, people })
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'field_id', 'choice']).doUpdateSet({ people }),
        )
        .execute();
    await sql`update profile_field set counted_on = (palabre_now() at time zone 'Europe/Paris')::date
      where organisation_id = ${organisationId}`.execute(tx);
  });
}
