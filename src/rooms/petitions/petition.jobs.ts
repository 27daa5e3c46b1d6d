import { queueJob } from '../../platform/jobs/queue.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { JobTools } from '../../platform/room.ts';
import { forgetUnproven } from './signing.store.ts';

const DAY = 24 * 3_600_000;

export function petitionJobs({ db }: JobTools): Jobs {
  return {
    /** Each day: what nobody proved in time is not kept. */
    'forget-signatures': async () => {
      await forgetUnproven(db);
      const runAt = new Date(Date.now() + DAY);
      await queueJob(db, 'forget-signatures', {}, { key: 'forget-signatures', runAt });
    },
  };
}
