import type { Db, Tx } from '../../../platform/database/database.ts';
import { asDraft, DRAFT_COLUMNS, listDraftFiles } from '../draft.store.ts';
import type { Draft } from '../draft.ts';

const heldUnder = (db: Db, organisationId: string, heldAs: string) =>
  db
    .selectFrom('idea_draft')
    .select(DRAFT_COLUMNS)
    .where('organisation_id', '=', organisationId)
    .where('held_as', '=', heldAs);

/** What waits under the id that its idea will have; null: nothing does. */
export async function findHeldDraft(
  db: Db,
  organisationId: string,
  heldAs: string,
): Promise<Draft | null> {
  const row = await heldUnder(db, organisationId, heldAs).executeTakeFirst();
  return row ? asDraft(row, await listDraftFiles(db, organisationId, row.id)) : null;
}

/** The same, locked until the transaction ends. */
export async function lockHeldDraft(
  tx: Tx,
  organisationId: string,
  heldAs: string,
): Promise<Draft | null> {
  const row = await heldUnder(tx, organisationId, heldAs).forUpdate().executeTakeFirst();
  return row ? asDraft(row, await listDraftFiles(tx, organisationId, row.id)) : null;
}
