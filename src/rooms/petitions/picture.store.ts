import type { FileStorage } from '@flystorage/file-storage';
import type { Database, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { CleanUpload } from '../../platform/files/cleaning.ts';
import { deleteFile, keepFile, removeBytes } from '../../platform/files/index.ts';
import { findPetition } from './petition.store.ts';
import { tell } from './petition-writing.store.ts';

interface Acting {
  organisationId: string;
  by: string;
}

/** Gives a mobilisation its picture, in place of the one it had; false: it is not there. */
export function keepPicture(
  db: Database,
  storage: FileStorage,
  acting: Acting,
  id: string,
  { upload, alt }: { upload: CleanUpload; alt: string },
): Promise<boolean> {
  return replacePicture(db, storage, acting, id, async (tx) => {
    const by = { alt, uploadedBy: acting.by };
    return (await keepFile(tx, storage, acting.organisationId, upload, by)).fileId;
  });
}

export const removePicture = (
  db: Database,
  storage: FileStorage,
  acting: Acting,
  id: string,
): Promise<boolean> => replacePicture(db, storage, acting, id, async () => null);

async function replacePicture(
  db: Database,
  storage: FileStorage,
  acting: Acting,
  id: string,
  keep: (tx: Tx) => Promise<string | null>,
): Promise<boolean> {
  const { organisationId } = acting;
  const former = await inTransaction(db, async (tx) => {
    const petition = await findPetition(tx, organisationId, { id }, true);
    if (!petition || petition.hiddenAt) return undefined;
    await tx
      .updateTable('petition')
      .set({ picture_id: await keep(tx) })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await tell(tx, acting, 'petition.changed', petition);
    return petition.picture ? deleteFile(tx, organisationId, petition.picture.fileId) : null;
  });
  if (former) await removeBytes(storage, former.storageKey);
  return former !== undefined;
}
