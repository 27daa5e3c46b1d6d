import { sql } from 'kysely';
import { type Db, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { type Act, lockEdition } from '../../spaces/index.ts';
import type { RefusalReason } from './decision.ts';

/** Every reason of an edition in its order, those that are closed last. */
export async function listReasons(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<RefusalReason[]> {
  const rows = await db
    .selectFrom('refusal_reason')
    .select(['id', 'french', 'english', 'is_inadmissible', 'closed_at'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .orderBy(sql`closed_at is not null`)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    french: row.french,
    english: row.english,
    isInadmissible: row.is_inadmissible,
    isClosed: row.closed_at !== null,
  }));
}

/** A reason as it was typed; without `id`, a new one. */
export interface TypedReason extends Omit<RefusalReason, 'id'> {
  id: string | null;
}

/**
 * Saves the whole list in the order given. What is not in it any more is closed, never forgotten: decisions name it.
 * The caller has seen that no two open ones have the same words.
 */
export async function saveReasons(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  typed: readonly TypedReason[],
): Promise<{ ok: true } | { ok: false; refusal: 'twice' }> {
  try {
    await inTransaction(db, async (tx) => {
      await lockEdition(tx, organisationId, editionId);
      const known = new Set((await listReasons(tx, organisationId, editionId)).map(({ id }) => id));
      // all closed, then those that stay opened again: two that exchange their words never meet
      await tx
        .updateTable('refusal_reason')
        .set({ closed_at: sql<Date>`coalesce(closed_at, palabre_now())` })
        .where('organisation_id', '=', organisationId)
        .where('edition_id', '=', editionId)
        .execute();
      for (const [at, reason] of typed.entries()) {
        const row = {
          position: at + 1,
          french: reason.french,
          english: reason.english,
          is_inadmissible: reason.isInadmissible,
        };
        if (reason.id === null) {
          await tx
            .insertInto('refusal_reason')
            .values({ organisation_id: organisationId, edition_id: editionId, ...row })
            .execute();
        } else if (known.has(reason.id)) {
          await tx
            .updateTable('refusal_reason')
            .set({ ...row, ...(!reason.isClosed && { closed_at: null }) })
            .where('organisation_id', '=', organisationId)
            .where('id', '=', reason.id)
            .execute();
        }
      }
      await recordFact(tx, {
        organisationId,
        kind: 'decision.reasons-changed',
        actorId: by,
        subject: { kind: 'edition', id: editionId },
        detail: { reasons: typed.filter(({ isClosed }) => !isClosed).map(({ french }) => french) },
      });
    });
    return { ok: true };
  } catch (error) {
    if (violatedConstraint(error) === 'refusal_reason_once') return { ok: false, refusal: 'twice' };
    throw error;
  }
}
