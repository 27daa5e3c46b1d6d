import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';
import { isTooLong } from './assignment.ts';
import { findAssignment } from './opinion.store.ts';
import { aboutOf, refuseSettled, type SettleRefusal } from './opinion-writing.store.ts';

export type ReturnRefusal =
  | SettleRefusal
  | 'changed-meanwhile'
  | 'comment-missing'
  | 'comment-too-long';

/** « Pas mon service »: the department says why, and perhaps whose it is. */
export async function returnOpinion(
  db: Db,
  { organisationId, by }: Act,
  id: string,
  returned: { comment: string; suggestedDepartmentId: string | null; version: number },
): Promise<{ ok: true } | { ok: false; refusal: ReturnRefusal }> {
  const { comment, suggestedDepartmentId } = returned;
  if (comment === '') return { ok: false, refusal: 'comment-missing' };
  if (isTooLong(comment)) return { ok: false, refusal: 'comment-too-long' };
  return inTransaction(db, async (tx) => {
    const opinion = await findAssignment(tx, organisationId, id, { lock: true });
    if (opinion?.state !== 'asked') return { ok: false, refusal: refuseSettled(opinion) };
    // a colleague wrote meanwhile: what they began is not thrown away unseen
    if (opinion.version !== returned.version) return { ok: false, refusal: 'changed-meanwhile' };
    await tx
      .updateTable('opinion')
      .set({
        state: 'returned',
        version: opinion.version + 1,
        return_comment: comment,
        suggested_department_id: suggestedDepartmentId,
        settled_at: sql<Date>`palabre_now()`,
        saved_by: by,
        saved_at: sql<Date>`palabre_now()`,
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'opinion.returned',
      actorId: by,
      subject: { kind: 'idea', id: opinion.ideaId },
      detail: { ...aboutOf(opinion), suggestedDepartmentId },
    });
    return { ok: true };
  });
}

/** The office saw what was given back, and asks nobody else: others study the idea, or nobody has to. */
export async function closeReturn(
  db: Db,
  { organisationId, by }: Act,
  id: string,
): Promise<{ ok: true } | { ok: false; refusal: SettleRefusal }> {
  return inTransaction(db, async (tx) => {
    const opinion = await findAssignment(tx, organisationId, id, { lock: true });
    if (!opinion?.isOpenReturn) return { ok: false, refusal: 'not-asked-any-more' };
    await tx
      .updateTable('opinion')
      .set({ return_closed_at: sql<Date>`palabre_now()`, return_closed_by: by })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'opinion.return-closed',
      actorId: by,
      subject: { kind: 'idea', id: opinion.ideaId },
      detail: { ...aboutOf(opinion) },
    });
    return { ok: true };
  });
}
