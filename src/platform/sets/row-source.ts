import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { DataAsked } from './data-set.ts';

export interface RowCount {
  rows: number;
  /** The latest moment that rows bear themselves; null: they bear none. */
  changedAt: Date | null;
}

export interface Survey extends RowCount {
  mark: string;
}

/** Where the rows of a set come from. */
export interface RowSource<Row> {
  /** The same without the mark, which costs a hash of every row: for pages. */
  count(db: Database, asked: DataAsked): Promise<RowCount>;
  survey(db: Database, asked: DataAsked): Promise<Survey>;
  read(db: Database, asked: DataAsked): AsyncIterable<readonly Row[]>;
}

/** « Of one of these editions »: of one alone it is an equality, which lets an index give rows in their order. */
export const among = (editionIds: readonly string[]): RawBuilder<boolean> =>
  editionIds.length === 1 ? sql`= ${editionIds[0]}::uuid` : sql`= any(${[...editionIds]}::uuid[])`;

/** Rows read at once: what is in memory of a set, however long. */
const BATCH = 500;

interface TableTerms<Row> {
  /** Columns of its order, which together name one row. */
  keys: readonly (keyof Row & string)[];
  /** Every column that is written, and `"changedAt"`: the moment that a row bears; `null::timestamptz` where none does. */
  select(organisationId: string, editionIds: readonly string[]): RawBuilder<unknown>;
  /** One row of `rows` and `"changedAt"`, where they are known without reading every row. */
  count?(organisationId: string, editionIds: readonly string[]): RawBuilder<RowCount>;
  ofEditions?: boolean;
}

/**
 * Rows of tables, by the keys of their order and one edition after the other, so that an index gives each batch and no
 * connection is held while somebody downloads slowly. PostgreSQL makes the mark: a sum over a hash of every row, exact
 * whatever changed and whoever changed it, in one reading.
 */
export function fromTables<Row>(terms: TableTerms<Row>): RowSource<Row> {
  const { keys, select, ofEditions = true } = terms;
  const countRows: NonNullable<typeof terms.count> = (organisationId, ids) => sql`
    select count(*)::int as rows, max(r."changedAt") as "changedAt" from (${select(organisationId, ids)}) r`;
  const { count = countRows } = terms;
  const order = sql.join(keys.map((key) => sql.ref(`r.${key}`)));
  return {
    async count(db, { organisationId, editions }) {
      const ids = editions.map(({ id }) => id);
      return (await count(organisationId, ids).execute(db)).rows[0]!;
    },
    async survey(db, { organisationId, editions }) {
      const ids = editions.map(({ id }) => id);
      const { rows } = await sql<Survey>`select count(*)::int as rows,
          max(r."changedAt") as "changedAt",
          coalesce(sum(hashtextextended(r::text, 0)), 0)::text as mark
        from (${select(organisationId, ids)}) r`.execute(db);
      return rows[0]!;
    },
    async *read(db, { organisationId, editions }) {
      const parts = ofEditions ? editions.map(({ id }) => [id]) : [editions.map(({ id }) => id)];
      for (const ids of parts)
        for (let last: Row | undefined, more = true; more; ) {
          const beyond = last
            ? sql`where (${order}) > (${sql.join(keys.map((key) => sql`${last?.[key]}`))})`
            : sql``;
          const { rows } = await sql<Row>`select * from (${select(organisationId, ids)}) r
            ${beyond} order by ${order} limit ${BATCH}`.execute(db);
          if (rows.length > 0) yield rows;
          last = rows.at(-1);
          more = rows.length === BATCH;
        }
    },
  };
}

/** A set that is short enough to be held: some hundreds of rows at most for each edition. */
export function fromList<Row>(
  list: (db: Database, asked: DataAsked) => Promise<readonly Row[]>,
  changedAt: (row: Row) => Date | null = () => null,
  /** Where making a row costs more than knowing that there is one. */
  count?: RowSource<Row>['count'],
): RowSource<Row> {
  const countRows = (rows: readonly Row[]): RowCount => ({
    rows: rows.length,
    changedAt: latestOf(rows.flatMap((row) => changedAt(row) ?? [])),
  });
  return {
    count: count ?? (async (db, asked) => countRows(await list(db, asked))),
    async survey(db, asked) {
      const rows = await list(db, asked);
      return {
        ...countRows(rows),
        mark: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
      };
    },
    async *read(db, asked) {
      yield await list(db, asked);
    },
  };
}

/** null: of none. */
export const latestOf = (moments: readonly Date[]): Date | null =>
  moments.length > 0 ? new Date(Math.max(...moments.map(Number))) : null;
