import { sql } from 'kysely';
import type { Db, Tx } from '../database/database.ts';

/** A line of a file, as it waits to be read: `row` counts from the first line of the file. */
export interface FileLine {
  row: number;
  cells: readonly string[];
}

/** The file that lines belong to. */
interface FileId {
  organisationId: string;
  id: string;
}

/** Lines kept in one statement. */
const AT_ONCE = 500;

/**
 * The rows of files in a table of a room's own: kept when a file comes in, read in order, a few at a time, deleted when
 * it ends. The table has `organisation_id`, `import_id`, `row` and `cells`; what becomes of a line is the room's.
 */
export function openFileRows(table: string) {
  const of = ({ organisationId, id }: FileId) =>
    sql`organisation_id = ${organisationId} and import_id = ${id}`;
  return {
    async keep(tx: Tx, { organisationId, id }: FileId, lines: readonly FileLine[]): Promise<void> {
      // half a sign is none that a database keeps
      const whole = lines.map(({ row, cells }) => ({
        row,
        cells: cells.map((cell) => cell.toWellFormed()),
      }));
      for (let at = 0; at < whole.length; at += AT_ONCE)
        await sql`insert into ${sql.table(table)} (organisation_id, import_id, row, cells)
          select ${organisationId}::uuid, ${id}::uuid, r.row, array(select jsonb_array_elements_text(r.cells))
          from jsonb_to_recordset(${JSON.stringify(whole.slice(at, at + AT_ONCE))}::jsonb)
            as r (row int, cells jsonb)`.execute(tx);
    },

    /** Lines after a row, in the order of the file. */
    async list(db: Db, file: FileId, after: number, limit: number): Promise<FileLine[]> {
      const { rows } = await sql<FileLine>`select row, cells from ${sql.table(table)}
        where ${of(file)} and row > ${after} order by row limit ${limit}`.execute(db);
      return rows;
    },

    /** What a column holds, counted from 0, the most frequent first. */
    async listValues(
      db: Db,
      file: FileId,
      column: number,
      limit: number,
    ): Promise<{ value: string; lines: number }[]> {
      const { rows } = await sql<{ value: string; lines: number }>`
        select left(cells[${column + 1}], 200) as value, count(*)::int as lines from ${sql.table(table)}
        where ${of(file)} and cells[${column + 1}] <> ''
        group by 1 order by 2 desc, 1 limit ${limit}`.execute(db);
      return rows;
    },

    async forget(tx: Tx, file: FileId): Promise<void> {
      await sql`delete from ${sql.table(table)} where ${of(file)}`.execute(tx);
    },
  };
}
