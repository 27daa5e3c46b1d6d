import { openStorage } from '../../../platform/files/index.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { Tools } from '../../../platform/room.ts';
import type { ImportRun } from './import.store.ts';
import { importFile } from './import-rows.store.ts';
import { endImport, forgetUpload } from './import-run.store.ts';
import { emptyDueRegister, type RegisterOf } from './register.store.ts';
import { reportSearches } from './search-count.store.ts';

export function registerJobs({ db, config }: Tools): Jobs {
  return {
    /** Killed in the middle, the queue starts it again where it was. */
    'import-register': async (run: ImportRun) => {
      try {
        await importFile(db, openStorage(config), run);
      } catch (error) {
        // without its file no later try can do better
        if (!isMissingFile(error)) throw error;
        await endImport(db, run, 'failed', null);
      }
    },
    'delete-register-file': async ({ key }: { key: string | null }) => {
      if (key) await openStorage(config).deleteFile(key);
    },
    'forget-register-upload': (run: ImportRun) => forgetUpload(db, run),
    'empty-register': (of: RegisterOf) => emptyDueRegister(db, of),
    'report-register-searches': ({ organisationId }: { organisationId: string }) =>
      reportSearches(db, organisationId),
  };
}

function isMissingFile(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && cause.code === 'ENOENT') return true;
  return false;
}
