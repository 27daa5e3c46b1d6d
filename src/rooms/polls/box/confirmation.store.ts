import type { Db, Tx } from '../../../platform/database/database.ts';

/** Keyed hashes of those who voted online and were not written to yet. */
export async function listUnconfirmed(db: Db, pollId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('elector')
    .select('key_hash')
    .where('poll_id', '=', pollId)
    .where('channel_state', '=', 'online')
    .where('confirmed', '=', false)
    .execute();
  return new Set(rows.map((row) => row.key_hash));
}

/** Those that this transaction marked, and no other. */
export async function markConfirmed(
  tx: Tx,
  pollId: string,
  keyHashes: readonly string[],
): Promise<Set<string>> {
  if (keyHashes.length === 0) return new Set();
  const rows = await tx
    .updateTable('elector')
    .set({ confirmed: true })
    .where('poll_id', '=', pollId)
    .where('key_hash', 'in', [...keyHashes])
    .where('confirmed', '=', false)
    .returning('key_hash')
    .execute();
  return new Set(rows.map((row) => row.key_hash));
}

/** Counts every voter so far as written to: for a story whose mails are no longer news to anybody. */
export async function settleConfirmations(db: Db, pollId: string): Promise<void> {
  await db
    .updateTable('elector')
    .set({ confirmed: true })
    .where('poll_id', '=', pollId)
    .where('channel_state', '=', 'online')
    .where('confirmed', '=', false)
    .execute();
}
