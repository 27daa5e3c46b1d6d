import type { Database, Db, Tx } from './database.ts';

/** Joins the caller's transaction when there is one; otherwise opens one around `work`. */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Tx) : (db as Database).transaction().execute(work);
}
