import { createHash } from 'node:crypto';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import type { Database } from '../platform/database/database.ts';
import type { DB } from '../platform/database/tables.ts';

export interface Journey {
  db: Database;
  /** Moves database time to this instant for whatever is done next; it runs on from there. */
  travel(to: Date): void;
}

/**
 * Runs everything on one connection in one transaction: whole, or not there at all, whenever the process
 * is killed. What calls itself a transaction inside becomes a savepoint; whoever asks for the connection
 * waits for their turn.
 */
export async function inOneTransaction<T>(
  url: string,
  run: (journey: Journey) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'palabre demo' });
  await client.connect();
  let offset = '';
  const driver = new SavepointDriver(client, () => offset);
  const db: Database = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (introspected) => new PostgresIntrospector(introspected),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  try {
    await client.query('begin');
    const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
    const ahead = rows[0]!.now.getTime() - Date.now();
    const done = await run({
      db,
      travel: (to) => {
        offset = `${to.getTime() - Date.now() - ahead} milliseconds`;
      },
    });
    await client.query('commit');
    return done;
  } finally {
    // Without its commit the server rolls everything back.
    await client.end();
  }
}

class SavepointDriver implements Driver {
  readonly #client: pg.Client;
  readonly #offset: () => string;
  #offsetNow = '';
  #inside = false;
  #turn: Promise<void> = Promise.resolve();
  #endTurn: () => void = () => {};

  constructor(client: pg.Client, offset: () => string) {
    this.#client = client;
    this.#offset = offset;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    let endTurn = () => {};
    this.#turn = new Promise((resolve) => {
      endTurn = resolve;
    });
    await before;
    this.#endTurn = endTurn;
    return {
      executeQuery: (query) => (this.#inside ? this.#execute(query) : this.#executeAlone(query)),
      streamQuery: () => {
        throw new Error('Nothing is streamed here.');
      },
    };
  }

  async beginTransaction(): Promise<void> {
    await this.#client.query(`${this.#moveClock()}savepoint act`);
    this.#inside = true;
  }

  async commitTransaction(): Promise<void> {
    this.#inside = false;
    await this.#client.query('release savepoint act');
  }

  async rollbackTransaction(): Promise<void> {
    this.#inside = false;
    await this.#client.query('rollback to savepoint act; release savepoint act');
  }

  async releaseConnection(): Promise<void> {
    this.#endTurn();
  }

  async destroy(): Promise<void> {}

  /** Before the savepoint, so that a rollback does not move the clock back. */
  #moveClock(): string {
    if (this.#offset() === this.#offsetNow) return '';
    this.#offsetNow = this.#offset();
    return `set palabre.clock_offset = ${this.#client.escapeLiteral(this.#offsetNow)}; `;
  }

  /** A statement may fail, and be let fail, without undoing what came before it. */
  async #executeAlone<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    await this.beginTransaction();
    try {
      const result = await this.#execute<R>(query);
      await this.commitTransaction();
      return result;
    } catch (error) {
      await this.rollbackTransaction();
      throw error;
    }
  }

  async #execute<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // the same few statements thousands of times: the server plans each one once
    const result = await this.#client.query({
      name: createHash('sha256').update(query.sql).digest('hex').slice(0, 60),
      text: query.sql,
      values: [...query.parameters],
    });
    return {
      rows: result.rows,
      ...(result.command !== 'SELECT' &&
        result.rowCount !== null && { numAffectedRows: BigInt(result.rowCount) }),
    };
  }
}
