import type { FileStorage } from '@flystorage/file-storage';
import type { Db } from '../../../platform/database/database.ts';
import {
  type CleanUpload,
  deleteFile,
  keepFile,
  removeBytes,
} from '../../../platform/files/index.ts';
import { atOnce, type SpendingAct } from '../at-once.store.ts';
import { type Attached, addDocument } from '../document.store.ts';
import type { WrittenDocument } from '../proof.ts';
import { findRequestById } from '../request.store.ts';
import type { Request } from '../request.ts';
import { type Saved, saveBankDetails, saveRequest } from '../request-writing.store.ts';

/** A file found good and cleaned, with the mark of its bytes as they were sent. */
export interface SentPaper {
  upload: CleanUpload;
  sentSha256: string;
}

/** Keeps a file and what it proves, or neither. */
export async function attachPaper(
  db: Db,
  storage: FileStorage,
  act: SpendingAct,
  requestId: string,
  { written, paper }: { written: WrittenDocument; paper: SentPaper },
): Promise<Attached> {
  let key: string | null = null;
  const added = await atOnce(db, async (tx) => {
    const kept = await keepFile(tx, storage, act.organisationId, paper.upload, {
      alt: written.title,
      uploadedBy: act.by,
    });
    key = kept.storageKey;
    const { fileId } = kept;
    return addDocument(tx, act, requestId, written, { fileId, sentSha256: paper.sentSha256 });
  });
  if (!added.ok && key) await removeBytes(storage, key);
  return added;
}

/** Who is paid, on which account (kept as it was: null), and the bank's paper that proves it: all of it or nothing. */
export async function saveBank(
  db: Db,
  storage: FileStorage,
  act: SpendingAct,
  at: Pick<Request, 'id' | 'version'>,
  given: {
    payeeId: string | null;
    account: { sealed: string; last4: string } | null;
    paper: SentPaper | null;
    /** Its account as it is kept. */
    kept: { sealed: string; last4: string } | null;
  },
): Promise<Saved> {
  const keys: { written: string | null; replaced: string | null } = {
    written: null,
    replaced: null,
  };
  const saved = await atOnce(db, async (tx): Promise<Saved> => {
    const named = await saveRequest(tx, act, at, { payeeId: given.payeeId });
    const account = given.account ?? given.kept;
    if (!named.ok || !account || (!given.account && !given.paper)) return named;
    const before = await findRequestById(tx, act.organisationId, at.id);
    let documentId: string | undefined;
    if (given.paper) {
      const by = { alt: '', uploadedBy: act.by };
      const file = await keepFile(tx, storage, act.organisationId, given.paper.upload, by);
      keys.written = file.storageKey;
      documentId = file.fileId;
    }
    const done = await saveBankDetails(tx, act, named.request, {
      ...account,
      ...(documentId && { documentId }),
    });
    // the paper of an account that is no longer paid is let go of
    if (done.ok && documentId && before?.bankDocumentId) {
      const gone = await deleteFile(tx, act.organisationId, before.bankDocumentId);
      keys.replaced = gone?.storageKey ?? null;
    }
    return done;
  });
  const useless = saved.ok ? keys.replaced : keys.written;
  if (useless) await removeBytes(storage, useless);
  return saved;
}
