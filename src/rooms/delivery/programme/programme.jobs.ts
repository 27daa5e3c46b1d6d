import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { Tools } from '../../../platform/room.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { importProgramme } from './import.store.ts';
import { forgetUpload } from './run.store.ts';
import { programmeWords } from './words.page.ts';

type Run = { organisationId: string; id: string };

export function programmeJobs({ db }: Tools): Jobs {
  return {
    /** Killed in the middle, the queue starts it again where it was. */
    'import-programme': async (run: Run) => {
      const organisation = await findOrganisation(db, run.organisationId);
      await importProgramme(db, run, programmeWords(organisation?.defaultLocale ?? 'fr'));
    },
    'forget-programme-upload': (run: Run) => forgetUpload(db, run),
  };
}
