import type { FileStorage } from '@flystorage/file-storage';
import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import {
  type CleanUpload,
  deleteFile,
  describeFile,
  keepFile,
  publishFiles,
  removeBytes,
  unpublishFiles,
} from '../../../platform/files/index.ts';
import {
  type Act,
  lockRealisation,
  type Named,
  tellRealisation,
} from '../realisation-lock.store.ts';
import { type Letters, NO_LETTERS } from './letters.store.ts';
import { findTestimony } from './testimony.store.ts';
import { type Testimony, testimonyStateOf, type WrittenTestimony } from './testimony.ts';

interface Kept {
  storage: FileStorage;
  /** A new picture; null: the one before stays, unless it is `dropped`. */
  upload: CleanUpload | null;
  dropped: boolean;
}

/**
 * Writes the testimony of a holder, or other words for it: the office reads it anew before everybody does. `version`:
 * of what the form was made from, 0: of none; two windows of one person do not overwrite each other.
 */
export async function writeTestimony(
  db: Db,
  organisationId: string,
  named: Named,
  personId: string,
  { body, alt }: WrittenTestimony,
  { storage, upload, dropped }: Kept,
  version: number,
  tell: Letters = NO_LETTERS,
): Promise<{ ok: true } | { ok: false; testimony: Testimony | null }> {
  let gone: { storageKey: string } | null = null;
  const by = { realisationId: named.realisationId, personId };
  const done = await inTransaction(db, async (tx) => {
    const act = { organisationId, by: personId };
    const realisation = await lockRealisation(tx, act, named.realisationId);
    if (!realisation) return { ok: false as const, testimony: null };
    const before = await findTestimony(tx, organisationId, by);
    if ((before?.version ?? 0) !== version) return { ok: false as const, testimony: before };
    const kept = upload
      ? await keepFile(tx, storage, organisationId, upload, { alt, uploadedBy: personId })
      : null;
    const old = before?.picture?.fileId ?? null;
    const fileId = kept?.fileId ?? (dropped ? null : old);
    const row = {
      body,
      file_id: fileId,
      version: version + 1,
      written_at: sql<Date>`palabre_now()`,
      accepted_at: null,
      accepted_by: null,
      returned_at: null,
      returned_by: null,
      return_reason: '',
    };
    await tx
      .insertInto('realisation_testimony')
      .values({
        organisation_id: organisationId,
        realisation_id: named.realisationId,
        person_id: personId,
        ...row,
      })
      .onConflict((conflict) => conflict.constraint('realisation_testimony_once').doUpdateSet(row))
      .execute();
    if (old && old !== fileId) gone = await deleteFile(tx, organisationId, old);
    else if (old) {
      await unpublishFiles(tx, organisationId, [old]);
      await describeFile(tx, organisationId, old, alt);
    }
    await tell(tx);
    return { ok: true as const };
  });
  await forget(storage, gone);
  return done;
}

/** Taken back by its author, whatever it was: nothing of it is kept, its picture neither. */
export async function withdrawTestimony(
  db: Database,
  storage: FileStorage,
  organisationId: string,
  named: Named,
  personId: string,
): Promise<boolean> {
  let gone: { storageKey: string } | null = null;
  const withdrawn = await inTransaction(db, async (tx) => {
    const act = { organisationId, by: personId };
    const realisation = await lockRealisation(tx, act, named.realisationId);
    const by = { realisationId: named.realisationId, personId };
    const before = await findTestimony(tx, organisationId, by);
    if (!realisation || !before) return false;
    await tx
      .deleteFrom('realisation_testimony')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', before.id)
      .execute();
    if (before.picture) gone = await deleteFile(tx, organisationId, before.picture.fileId);
    // what nobody had read yet is nobody's business
    if (before.acceptedAt !== null)
      await tellRealisation(tx, act, realisation, named, 'realisation.testimony-withdrawn', {});
    return true;
  });
  await forget(storage, gone);
  return withdrawn;
}

const forget = async (storage: FileStorage, gone: { storageKey: string } | null) => {
  if (gone) await removeBytes(storage, gone.storageKey);
};

/** What the office says of a testimony that waits; '' accepts it, a reason returns it. */
export async function settleTestimony(
  db: Db,
  act: Act,
  named: Named,
  id: string,
  { reason, version }: { reason: string; version: number },
  tell: Letters<Testimony> = NO_LETTERS,
): Promise<'settled' | 'changed-meanwhile' | 'not-found'> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const realisation = await lockRealisation(tx, act, named.realisationId);
    const before = await findTestimony(tx, organisationId, { id });
    if (!realisation || before?.realisationId !== realisation.id) return 'not-found';
    // nobody accepts words that they have not read
    if (before.version !== version || testimonyStateOf(before) === 'returned')
      return 'changed-meanwhile';
    if (reason === '' && testimonyStateOf(before) === 'accepted') return 'settled';
    await answerTestimony(tx, act, before, reason);
    const how = reason === '' ? 'accepted' : 'returned';
    await tellRealisation(tx, act, realisation, named, `realisation.testimony-${how}`, {});
    await tell(tx, before);
    return 'settled';
  });
}

async function answerTestimony(
  tx: Tx,
  { organisationId, by }: Act,
  { id, picture }: Testimony,
  reason: string,
): Promise<void> {
  const now = sql<Date>`palabre_now()`;
  const accepted = reason === '';
  await tx
    .updateTable('realisation_testimony')
    .set({
      accepted_at: accepted ? now : null,
      accepted_by: accepted ? by : null,
      returned_at: accepted ? null : now,
      returned_by: accepted ? null : by,
      return_reason: reason,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
  const files = picture ? [picture.fileId] : [];
  if (accepted) await publishFiles(tx, organisationId, files, by);
  else await unpublishFiles(tx, organisationId, files);
}
