import type { Database, Db } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Mode } from './realisation.ts';

/** Who follows the realisations of an edition unless one says otherwise; the services, where nobody said (R61). */
export async function findMode(db: Db, organisationId: string, editionId: string): Promise<Mode> {
  const row = await db
    .selectFrom('edition_delivery')
    .select('mode')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  return (row?.mode as Mode | undefined) ?? 'services';
}

/** Says it for the edition: for those to come, and for those that still follow what was said before. */
export async function chooseMode(
  db: Database,
  { organisationId, by }: { organisationId: string; by: string | null },
  editionId: string,
  mode: Mode,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = await findMode(tx, organisationId, editionId);
    if (before === mode) return;
    await tx
      .insertInto('edition_delivery')
      .values({ organisation_id: organisationId, edition_id: editionId, mode })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'edition_id']).doUpdateSet({ mode }),
      )
      .execute();
    await tx
      .updateTable('realisation')
      .set({ mode })
      .where('organisation_id', '=', organisationId)
      .where('edition_id', '=', editionId)
      .where('mode', '=', before)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'realisations.mode-chosen',
      actorId: by,
      subject: { kind: 'edition', id: editionId },
      detail: { mode },
    });
  });
}
