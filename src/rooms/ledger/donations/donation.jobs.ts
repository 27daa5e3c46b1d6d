import { openStorage } from '../../../platform/files/index.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { JobTools } from '../../../platform/room.ts';
import { carryOutRun, forgetUpload, type RunId } from './import-run.store.ts';

export function donationJobs({ db, config, findHolders }: JobTools): Jobs {
  return {
    'import-donations': ({ organisationId, id }: RunId) =>
      carryOutRun(db, openStorage(config), { organisationId, id }, (called) =>
        findHolders(organisationId, called),
      ),
    'forget-donation-file': (run: RunId) => forgetUpload(db, openStorage(config), run),
  };
}
