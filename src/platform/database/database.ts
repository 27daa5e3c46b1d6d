import { type ControlledTransaction, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './tables.ts';

export type Database = Kysely<DB>;
export type Tx = Transaction<DB>;
/** What a store function takes when it may run inside a transaction or outside. */
export type Db = Database | Tx | ControlledTransaction<DB>;

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`A bigint beyond exact integers: ${text}`);
  return value;
});
// A day is a day: as `YYYY-MM-DD`, never a Date at somebody's midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export interface DatabaseOptions {
  /** Connections at most. */
  size?: number;
  /** Moves database time for these connections: seeds and tests only. Read at each use. */
  clockOffset?: () => string | null;
}

/**
 * A statement that begins with `prepared: NAME` in a comment is planned once per connection: for those asked at each
 * request, planning costs more than answering.
 */
class Client extends pg.Client {
  override query(...asked: unknown[]): never {
    const [text, values, ...rest] = asked;
    const name =
      typeof text === 'string' ? /^\s*\/\* prepared: ([a-z-]+) \*\//.exec(text)?.[1] : undefined;
    const statement = name ? [{ name, text, values }, ...rest] : asked;
    return (super.query as (...asked: unknown[]) => never)(...statement);
  }
}

export function openPool(url: string, size = 10): pg.Pool {
  const pool = new pg.Pool({
    Client,
    connectionString: url,
    max: size,
    application_name: 'palabre',
  });
  // Without these a lost server would end the process: the pool reconnects by itself.
  pool.on('error', (error) => {
    if (!pool.ending) console.error('database connection lost:', error.message);
  });
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { clockOffset } = options;
  return new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: openPool(url, options.size),
      ...(clockOffset && {
        onReserveConnection: async (connection) => {
          const offset = clockOffset() ?? '';
          await connection.executeQuery(
            sql`select set_config('palabre.clock_offset', ${offset}, false)`.compile(shapeOnly),
          );
        },
      }),
    }),
  });
}

/** Only compiles queries; it never connects. */
const shapeOnly = new Kysely<DB>({
  dialect: new PostgresDialect({ pool: new pg.Pool({ max: 0 }) }),
});

/** Database time, the only clock that rules know. */
export async function readNow(db: Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select palabre_now() as now`.execute(db);
  return rows[0]!.now;
}

/** The named constraint that refused a statement, so that a race ends in a refusal and not in an error. */
export function violatedConstraint(error: unknown): string | null {
  if (error instanceof Error && 'constraint' in error && typeof error.constraint === 'string') {
    return error.constraint;
  }
  return null;
}

/** SQLSTATE of a database error, or null. */
export function sqlState(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}
