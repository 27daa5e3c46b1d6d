import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type HaltAct, type HaltRefusal, refuseHalt } from './advance.ts';
import { currentStage } from './realisation.ts';
import {
  type Act,
  bumpVersion,
  type Gone,
  lockRealisation,
  type Named,
  tellRealisation,
} from './realisation-lock.store.ts';

/** Suspends, abandons or takes up again. What was suspended and is abandoned has two records, one after the other. */
export async function haltRealisation(
  db: Db,
  act: Act,
  named: Named,
  how: HaltAct,
  reason: string,
): Promise<{ ok: true } | { ok: false; refusal: HaltRefusal } | Gone> {
  return inTransaction(db, async (tx) => {
    const before = await lockRealisation(tx, act, named.realisationId);
    if (!before) return { ok: false, refusal: 'not-found' };
    const standing = { halted: before.halt?.kind ?? null, stage: currentStage(before) };
    const refusal = refuseHalt(standing, how, reason);
    if (refusal) return { ok: false, refusal };
    await tx
      .updateTable('realisation_halt')
      .set({ lifted_at: sql<Date>`palabre_now()`, lifted_by: act.by })
      .where('organisation_id', '=', act.organisationId)
      .where('realisation_id', '=', before.id)
      .where('lifted_at', 'is', null)
      .execute();
    if (how !== 'resume')
      await tx
        .insertInto('realisation_halt')
        .values({
          organisation_id: act.organisationId,
          realisation_id: before.id,
          kind: how === 'suspend' ? 'suspended' : 'abandoned',
          reason,
          halted_by: act.by,
        })
        .execute();
    await bumpVersion(tx, act, before.id);
    const kind = how === 'resume' ? 'resumed' : how === 'suspend' ? 'suspended' : 'abandoned';
    await tellRealisation(
      tx,
      act,
      before,
      named,
      `realisation.${kind}`,
      how === 'resume' ? {} : { reason },
    );
    return { ok: true };
  });
}
