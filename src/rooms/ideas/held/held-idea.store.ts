import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import { setHidden } from '../hiding.store.ts';

/**
 * Takes ideas that were published out of sight until somebody has read them: hidden as a judgement hides them, and marked
 * so that their author finds them. All rows are held before the first board's counts, as whoever corrects one holds them.
 */
export async function withholdIdeas(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`select from idea where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[])
    order by id for update`.execute(tx);
  for (const id of [...ids].sort()) {
    if (await setHidden(tx, organisationId, id, true))
      await sql`update idea set held_at = palabre_now()
        where organisation_id = ${organisationId} and id = ${id}`.execute(tx);
  }
}

/** Shows an idea that was published and waited; false: none of that id does. */
export async function showHeldIdea(tx: Tx, organisationId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update idea set held_at = null, refused_at = null
      where organisation_id = ${organisationId} and id = ${id} and held_at is not null`.execute(tx);
  return numAffectedRows === 1n && setHidden(tx, organisationId, id, false);
}

/** Says to those who wrote them that somebody has read what waited, and that nobody else will. */
export async function refuseHeldIdeas(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update idea_draft set refused_at = palabre_now()
    where organisation_id = ${organisationId} and held_as = any(${[...ids]}::uuid[])`.execute(tx);
  await sql`update idea set refused_at = palabre_now()
    where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[]) and held_at is not null`.execute(
    tx,
  );
}
