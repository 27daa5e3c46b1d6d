import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { atOnce, type SpendingAct } from './at-once.store.ts';
import {
  checkDocument,
  type DocumentRefusal,
  isEvidence,
  MOST_DOCUMENTS,
  type WrittenDocument,
} from './proof.ts';
import { listDocuments, lockRequest } from './request.store.ts';
import { isRequestOpen, type Request, takesDocuments } from './request.ts';
import { recordRequestAct } from './request-acts.store.ts';
import { type EditRefusal, editRequest } from './request-writing.store.ts';

export type Attached =
  | { ok: true; request: Request }
  | { ok: false; refusal: DocumentRefusal | EditRefusal };

/**
 * Adds a file that is kept already. `sentSha256`: of its bytes as they were sent, so that a bill that was handed in for
 * another request is seen, whoever sends it (W15).
 */
export async function addDocument(
  db: Db,
  act: SpendingAct,
  requestId: string,
  written: WrittenDocument,
  { fileId, sentSha256 }: { fileId: string; sentSha256: string },
): Promise<Attached> {
  const wrong = checkDocument(written);
  if (wrong) return { ok: false, refusal: wrong };
  const { organisationId, by } = act;
  return atDocuments(db, act, requestId, async (tx) => {
    const documents = await listDocuments(tx, organisationId, requestId);
    if (documents.length >= MOST_DOCUMENTS) return 'too-many-documents';
    if (isEvidence(written.kind) && (await isSeen(tx, organisationId, sentSha256)))
      return 'same-document';
    await tx
      .insertInto('spending_document')
      .values({
        organisation_id: organisationId,
        request_id: requestId,
        kind: written.kind,
        title: written.title.trim(),
        amount: isEvidence(written.kind) ? written.amount : null,
        file_id: fileId,
        sent_sha256: sentSha256,
        added_by: by,
      })
      .execute();
    return null;
  });
}

/** Its file stays for the history of the request; it counts no more. */
export async function removeDocument(
  db: Db,
  act: SpendingAct,
  requestId: string,
  documentId: string,
): Promise<Attached> {
  return atDocuments(db, act, requestId, async (tx, before) => {
    if (!isRequestOpen(before)) return 'not-now';
    const gone = await tx
      .updateTable('spending_document')
      .set({ removed_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', act.organisationId)
      .where('request_id', '=', requestId)
      .where('id', '=', documentId)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    return gone.numUpdatedRows > 0n ? null : 'not-now';
  });
}

/** Documents are changed as all else; the invoice of an expense asked for in advance still comes when it is paid. */
async function atDocuments(
  db: Db,
  act: SpendingAct,
  requestId: string,
  work: (tx: Tx, before: Request) => Promise<DocumentRefusal | null>,
): Promise<Attached> {
  let refused: DocumentRefusal | null = null;
  return atOnce(db, async (tx): Promise<Attached> => {
    const seen = await lockRequest(tx, act.organisationId, requestId);
    if (!seen || !takesDocuments(seen)) return { ok: false, refusal: 'not-now' };
    if (!isRequestOpen(seen)) {
      refused = await work(tx, seen);
      if (refused) return { ok: false, refusal: refused };
      const still = { before: seen.state, after: seen.state, changed: ['documents'] };
      await recordRequestAct(tx, act, seen, still);
      return { ok: true, request: seen };
    }
    const saved = await editRequest(
      tx,
      act,
      { id: requestId, version: null },
      async (_, before) => {
        refused = await work(tx, before);
        return refused
          ? { ok: false, refusal: 'not-now' }
          : { ok: true, changed: ['documents'], values: {} };
      },
    );
    if (saved.ok) return saved;
    if (refused) return { ok: false, refusal: refused };
    const { refusal } = saved;
    return { ok: false, refusal: isEdit(refusal) ? refusal : 'not-now' };
  });
}

const isEdit = (refusal: string): refusal is EditRefusal =>
  refusal === 'changed-meanwhile' || refusal === 'own-check';

/** Whether these bytes prove an expense already, of a request that is neither refused nor deleted: asked one at a time. */
async function isSeen(tx: Tx, organisationId: string, sha256: string): Promise<boolean> {
  const key = `spending_document:${organisationId}:${sha256}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  const row = await tx
    .selectFrom('spending_document as d')
    .innerJoin('spending_request as r', (join) =>
      join.onRef('r.organisation_id', '=', 'd.organisation_id').onRef('r.id', '=', 'd.request_id'),
    )
    .select('d.id')
    .where('d.organisation_id', '=', organisationId)
    .where('d.sent_sha256', '=', sha256)
    .where('d.removed_at', 'is', null)
    .where('d.kind', 'in', ['quote', 'pro-forma', 'invoice', 'receipt', 'ticket'])
    .where('r.deleted_at', 'is', null)
    .where('r.state', '<>', 'refused')
    .executeTakeFirst();
  return row !== undefined;
}
