import { sql } from 'kysely';
import { type Database, type Db, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { deleteFile, type openStorage, removeBytes } from '../../platform/files/index.ts';
import { findComponentById } from '../consultations/index.ts';
import type { AdmitDocument } from './deposit.store.ts';
import { findDocument, lockDocument } from './document.store.ts';
import type { Document, WrittenDocument } from './document.ts';
import { asRow, tell } from './document-rows.store.ts';
import { withholdDocuments } from './hiding.store.ts';
import { deletePages } from './reading.store.ts';
import { countBytes, lockQuota } from './storage.store.ts';

interface Act {
  organisationId: string;
  by: string;
}

export type Changed =
  | { ok: true; document: Document }
  | { ok: false; refusal: 'gone' }
  | { ok: false; refusal: 'too-many-texts' }
  | { ok: false; refusal: 'changed-meanwhile'; document: Document };

/** Changes what is said of a document; its versions stay. */
export async function changeDocument(
  db: Db,
  { organisationId, by }: Act,
  { id, version }: { id: string; version: number },
  written: WrittenDocument,
  admit: AdmitDocument = async () => 'published',
): Promise<Changed> {
  return inTransaction(db, async (tx): Promise<Changed> => {
    const before = await lockDocument(tx, organisationId, id);
    if (!before || before.withdrawnAt) return { ok: false, refusal: 'gone' };
    if (before.version !== version)
      return { ok: false, refusal: 'changed-meanwhile', document: before };
    const state = await admit(tx, { id, title: written.title, text: written.summary });
    if (state === 'too-many-texts') return { ok: false, refusal: state };
    if (state === 'held') await withholdDocuments(tx, organisationId, [id]);
    await tx
      .updateTable('document')
      .set({ ...asRow({ ...written, type: before.type }), version: version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    const document = (await findDocument(tx, organisationId, { id }))!;
    await tell(tx, { organisationId, by }, 'document.changed', document);
    return { ok: true, document };
  });
}

/** Says what becomes of an amendment, once. false: that was said already. */
export async function decideAmendment(
  db: Db,
  { organisationId, by }: Act,
  document: Document,
  state: 'taken' | 'not-taken',
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { numAffectedRows } = await sql`update document set amendment_state = ${state}
      where organisation_id = ${organisationId} and id = ${document.id} and amendment_state = 'proposed'`.execute(
      tx,
    );
    if (numAffectedRows !== 1n) return false;
    await tell(tx, { organisationId, by }, 'document.amendment-decided', document, { state });
    return true;
  });
}

/** Puts a document into another folder of its component; null: into none. false: there is no such folder any more. */
export async function moveDocument(
  db: Db,
  { organisationId }: Act,
  id: string,
  folderId: string | null,
): Promise<boolean> {
  try {
    return await inTransaction(db, async (tx) => {
      const document = await lockDocument(tx, organisationId, id);
      if (!document || document.withdrawnAt) return false;
      await tx
        .updateTable('document')
        .set({ folder_id: folderId })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
      return true;
    });
  } catch (error) {
    if (violatedConstraint(error) === 'document_in_folder') return false;
    throw error;
  }
}

/**
 * Withdraws a document for good: its texts and its files go, and what they took is free again. Its row stays for what was
 * made out of it.
 */
export async function withdrawDocument(
  db: Database,
  storage: ReturnType<typeof openStorage>,
  { organisationId, by }: Act,
  id: string,
): Promise<boolean> {
  const keys = await db.transaction().execute(async (tx) => {
    const found = await findDocument(tx, organisationId, { id });
    const component = found && (await findComponentById(tx, organisationId, found.componentId));
    if (!component) return null;
    // in the order in which whoever adds a version holds them
    await lockQuota(tx, organisationId, component.spaceId, by);
    const document = await lockDocument(tx, organisationId, id);
    if (!document || document.withdrawnAt) return null;
    const storageKeys = await deletePages(tx, organisationId, id);
    const gone = await tx
      .deleteFrom('document_version')
      .where('organisation_id', '=', organisationId)
      .where('document_id', '=', id)
      .returning(['file_id', 'bytes', 'written_by'])
      .execute();
    for (const { file_id, bytes, written_by } of gone) {
      await countBytes(tx, organisationId, component.spaceId, written_by, -bytes);
      const deleted = file_id && (await deleteFile(tx, organisationId, file_id));
      if (deleted) storageKeys.push(deleted.storageKey);
    }
    await sql`update document set withdrawn_at = palabre_now(), withdrawn_by = ${by}, read_text = '', summary = '', contact = ''
      where organisation_id = ${organisationId} and id = ${id}`.execute(tx);
    await tell(tx, { organisationId, by }, 'document.withdrawn', document);
    return storageKeys;
  });
  for (const key of keys ?? []) await removeBytes(storage, key);
  return keys !== null;
}
