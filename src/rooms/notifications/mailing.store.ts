import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { LetterState } from './letter-fate.ts';
import { conditions } from './letter-list.store.ts';

/** A thing that many letters are about. */
interface Target {
  kind: string;
  id: string;
}

/** What became of the letters about one thing. */
export async function countLettersAbout(
  db: Db,
  organisationId: string,
  { kind, id }: Target,
): Promise<Record<LetterState, number>> {
  const { rows } = await sql<Record<LetterState, number>>`
    select count(*) filter (where ${conditions.waiting})::int as waiting,
      count(*) filter (where ${conditions.sent})::int as sent,
      count(*) filter (where ${conditions.undelivered})::int as undelivered
    from letter where organisation_id = ${organisationId} and target_kind = ${kind}
      and target_id = ${id}::uuid and not is_owed`.execute(db);
  return rows[0]!;
}

/** Takes back those that no server has been given yet; how many. One that is being sent at this moment may still leave. */
export async function takeBackLetters(
  tx: Tx,
  organisationId: string,
  { kind, id }: Target,
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('letter')
    .where('organisation_id', '=', organisationId)
    .where('target_kind', '=', kind)
    .where('target_id', '=', id)
    .where('is_owed', '=', false)
    .where(conditions.waiting)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Of somebody who asked by address and does not want to any more: nothing more leaves, and no letter keeps the address. */
export async function eraseLettersOf(
  tx: Tx,
  organisationId: string,
  stopPath: string,
): Promise<void> {
  const theirs = { organisation_id: organisationId, stop_path: stopPath };
  await tx
    .deleteFrom('letter')
    .where('organisation_id', '=', theirs.organisation_id)
    .where('stop_path', '=', theirs.stop_path)
    .where(conditions.waiting)
    .execute();
  await tx
    .updateTable('letter')
    .set({ address: '', stop_path: null, once_key: null, failure: '' })
    .where('organisation_id', '=', theirs.organisation_id)
    .where('stop_path', '=', theirs.stop_path)
    .execute();
}
