import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { CellNote, CellReason } from './programme.ts';
import type { RunId } from './run.store.ts';

/** What was told of cells, in the order of the file, after a place in it. */
export async function listNotes(
  db: Db,
  { organisationId, id }: RunId,
  after: { row: number; position: number } | null,
  limit: number,
): Promise<(CellNote & { position: number })[]> {
  let query = db
    .selectFrom('programme_note')
    .select(['row', 'position', 'column_name', 'value', 'before', 'reason'])
    .where('organisation_id', '=', organisationId)
    .where('import_id', '=', id)
    .orderBy('row')
    .orderBy('position')
    .limit(limit);
  if (after) query = query.where(sql<boolean>`(row, position) > (${after.row}, ${after.position})`);
  return (await query.execute()).map(({ column_name, reason, ...note }) => ({
    ...note,
    columnName: column_name,
    reason: reason as CellReason,
  }));
}

/** How often each reason was told. */
export async function countNotes(
  db: Db,
  { organisationId, id }: RunId,
): Promise<{ reason: CellReason; cells: number }[]> {
  const rows = await db
    .selectFrom('programme_note')
    .select(({ fn }) => ['reason', fn.countAll<number>().as('cells')])
    .where('organisation_id', '=', organisationId)
    .where('import_id', '=', id)
    .groupBy('reason')
    .orderBy('cells', 'desc')
    .orderBy('reason')
    .execute();
  return rows.map(({ reason, cells }) => ({ reason: reason as CellReason, cells }));
}
