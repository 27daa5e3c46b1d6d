import { openStorage } from '../../../platform/files/index.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { Tools } from '../../../platform/room.ts';
import { forgetSentFile } from './upload.store.ts';

export function donationJobs({ config }: Tools): Jobs {
  return {
    /** A file that nobody imported in a day. */
    'forget-donation-file': ({ organisationId, id }: { organisationId: string; id: string }) =>
      forgetSentFile(openStorage(config), organisationId, id),
  };
}
