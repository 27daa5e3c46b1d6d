import type { Database, Db, Tx } from './database.ts';

/** Runs within the caller's transaction when there is one, otherwise in one of its own. */
export function inTransaction<T>(db: Db, run: (tx: Tx) => Promise<T>): Promise<T> {
  return db.isTransaction ? run(db as Tx) : (db as Database).transaction().execute(run);
}
