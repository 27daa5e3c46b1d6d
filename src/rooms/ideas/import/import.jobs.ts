import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { Tools } from '../../../platform/room.ts';
import { forgetUpload } from './import.store.ts';
import { importLines } from './import-run.store.ts';

type Run = { organisationId: string; id: string };

export function importJobs({ db }: Tools): Jobs {
  return {
    /** Killed in the middle, the queue starts it again where it was. */
    'import-ideas': async (run: Run) => {
      await importLines(db, run);
    },
    'forget-idea-upload': (run: Run) => forgetUpload(db, run),
  };
}
