import { sql } from 'kysely';
import { type Db, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { type AbandonRefusal, refuseAbandoning } from './edition-abandoning.ts';
import { lockedEdition } from './edition-rows.store.ts';
import type { Act } from './edition-writing.store.ts';

/**
 * Abandons an edition that was never public: for everybody it is no more, and its address is free again. Its rows stay,
 * with who and when, as the journal names them. It waits for whoever opens it at that moment, and the other way round.
 */
export async function abandonEdition(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
): Promise<{ ok: true } | { ok: false; refusal: AbandonRefusal }> {
  try {
    return await inTransaction(db, async (tx) => {
      const edition = await lockedEdition(tx, organisationId, editionId);
      const refusal = refuseAbandoning(edition);
      if (refusal) return { ok: false, refusal };
      await tx
        .updateTable('edition')
        .set({
          abandoned_at: sql`palabre_now()`,
          abandoned_by: by,
          // its file goes too: nobody could ever find it again
          council_decision_file: null,
        })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', editionId)
        .execute();
      await recordFact(tx, {
        organisationId,
        kind: 'edition.abandoned',
        actorId: by,
        subject: { kind: 'edition', id: editionId },
        detail: { slug: edition.slug, title: edition.title },
      });
      return { ok: true };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'edition_abandoned_is_empty')
      return { ok: false, refusal: 'not-empty' };
    throw error;
  }
}
