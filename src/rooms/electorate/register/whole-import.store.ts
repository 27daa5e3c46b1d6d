import type { FileStorage } from '@flystorage/file-storage';
import type { Database } from '../../../platform/database/database.ts';
import type { StreamedUpload } from '../../../platform/http/streamed-upload.ts';
import type { Act } from '../../spaces/index.ts';
import { checkMapping, guessMapping } from './columns.ts';
import { findImport, insertImport, type RegisterImport } from './import.store.ts';
import { importFile } from './import-rows.store.ts';
import { startImport } from './import-run.store.ts';
import type { FileRefusal } from './register.ts';
import { takeFile } from './upload.store.ts';

export type WholeImport =
  | { ok: true; run: RegisterImport }
  | { ok: false; refusal: FileRefusal | 'columns-not-known' | 'import-under-way' };

/**
 * A small file imported in one go, by the same steps as an officer's: taken in, its columns as their
 * headings say, every row checked. Nobody is asked anything, so headings that say too little are refused.
 */
export async function importWhole(
  db: Database,
  storage: FileStorage,
  act: Act,
  editionId: string,
  upload: StreamedUpload,
): Promise<WholeImport> {
  const { organisationId } = act;
  const taken = await takeFile(storage, organisationId, upload);
  if (!taken.ok) return taken;
  const mapping = guessMapping(taken.file.shape.columns);
  if (!taken.file.shape.headed || Object.keys(checkMapping(mapping)).length > 0) {
    await storage.deleteFile(taken.file.storageKey);
    return { ok: false, refusal: 'columns-not-known' };
  }
  await insertImport(db, act, editionId, taken.file);
  const waiting = await findImport(db, { organisationId, editionId }, taken.file.id);
  const started = await startImport(db, waiting!, mapping);
  if (!started.ok) return started;
  const run = await importFile(db, storage, { organisationId, id: taken.file.id });
  return { ok: true, run: run! };
}
