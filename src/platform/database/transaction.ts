import type { Database, Db, Tx } from './database.ts';

/** Joins the caller's transaction when there is one; otherwise opens one around `work`. */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Tx) : (db as Database).transaction().execute(work);
}

/** A transaction that may answer and leave nothing written: `undo(answer)` is how it says so. */
export async function undoable<T>(
  db: Database,
  work: (tx: Tx, undo: (answer: T) => never) => Promise<T>,
): Promise<T> {
  const undone: { answer: T }[] = [];
  const undo = (answer: T): never => {
    undone.push({ answer });
    throw new Error('undone on purpose');
  };
  try {
    return await db.transaction().execute((tx) => work(tx, undo));
  } catch (error) {
    if (undone[0]) return undone[0].answer;
    throw error;
  }
}
