import { sql, type UpdateObject } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/tables.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { findRequestById } from './request.store.ts';
import type { Request, RequestState } from './request.ts';

/** Of a row that is held already. */
export async function setRequest(
  tx: Tx,
  { organisationId }: { organisationId: string },
  id: string,
  values: UpdateObject<DB, 'spending_request'>,
): Promise<Request> {
  await tx
    .updateTable('spending_request')
    .set({ ...values, version: sql<number>`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
  return (await findRequestById(tx, organisationId, id))!;
}

export interface Told {
  before: RequestState | '';
  after: RequestState | 'deleted';
  changed?: readonly string[];
  words?: string;
  byDesk?: boolean;
}

/**
 * Its history; where it moved, the fact and the letter that tells it, in the writer's transaction. What was written in a
 * draft is no fact. Gives the id of what was noted.
 */
export async function recordRequestAct(
  tx: Tx,
  { organisationId, by }: { organisationId: string; by: string | null },
  request: Pick<Request, 'id' | 'number' | 'groupId'>,
  { before, after, changed = [], words = '', byDesk = false }: Told,
): Promise<string> {
  const { id: actId } = await tx
    .insertInto('spending_act')
    .values({
      organisation_id: organisationId,
      request_id: request.id,
      before,
      after,
      changed: [...changed],
      words: words.trim(),
      by_desk: byDesk,
      by_person: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (before === after) return actId;
  const became = before === '' ? 'opened' : after === 'draft' ? 'taken-back' : after;
  await recordFact(tx, {
    organisationId,
    kind: `spending-request.${became}`,
    actorId: by,
    subject: { kind: 'spending-request', id: request.id },
    detail: { number: request.number, groupId: request.groupId },
  });
  // who sends it back says why; who takes their own back tells nobody
  const isTold = became === 'taken-back' ? words.trim() !== '' : became !== 'opened';
  if (isTold && became !== 'deleted')
    await queueJob(tx, 'write-about-spending', { organisationId, of: 'request', actId });
  return actId;
}
