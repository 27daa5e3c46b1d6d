import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';

/** Marks of the accounts that voted online and were not written to yet: who has none is not written to. */
export async function listUnconfirmed(db: Db, pollId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('elector as e')
    .innerJoin('elector_mark as m', (join) =>
      join.onRef('m.poll_id', '=', 'e.poll_id').onRef('m.elector_id', '=', 'e.id'),
    )
    .select('m.mark')
    .where('e.poll_id', '=', pollId)
    .where('e.channel_state', '=', 'online')
    .where('e.confirmed', '=', false)
    .where('m.kind', '=', 'account')
    .execute();
  return new Set(rows.map((row) => row.mark));
}

/** Those that this transaction marked, and no other. */
export async function markConfirmed(
  tx: Tx,
  pollId: string,
  marks: readonly string[],
): Promise<Set<string>> {
  if (marks.length === 0) return new Set();
  const { rows } = await sql<{ mark: string }>`
    update elector e set confirmed = true from elector_mark m
    where e.poll_id = ${pollId} and m.poll_id = ${pollId} and m.elector_id = e.id
      and m.mark = any(${[...marks]}) and not e.confirmed
    returning m.mark`.execute(tx);
  return new Set(rows.map((row) => row.mark));
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
