import { dayInParis } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { JobTools } from '../../platform/room.ts';
import { findOrganisation } from '../organisations/index.ts';
import { addDays } from '../spaces/index.ts';
import { tellHelpers } from './request.mails.ts';
import { findRequest, listRequestsToRecall } from './request.store.ts';
import { RECALL_DAYS } from './request.ts';
import { takeRecall } from './request-writing.store.ts';

const HOUR = 3_600_000;

export function requestJobs({ db, config }: JobTools): Jobs {
  return {
    /** Each hour: who may answer is reminded of what nobody answered and whose deadline is near, once a request. */
    'recall-help-requests': async () => {
      const today = dayInParis(await readNow(db));
      const due = await listRequestsToRecall(db, today, addDays(today, RECALL_DAYS));
      for (const { organisationId, id } of due)
        await db.transaction().execute(async (tx) => {
          if (!(await takeRecall(tx, organisationId, id))) return;
          const organisation = await findOrganisation(tx, organisationId);
          const request = await findRequest(tx, organisationId, { id });
          if (!organisation || !request) return;
          const origin = originOf(organisation.host, config);
          await tellHelpers(tx, { organisation, origin }, request, 'recalled');
        });
      await queueJob(
        db,
        'recall-help-requests',
        {},
        { key: 'recall-help-requests', runAt: new Date(Date.now() + HOUR) },
      );
    },
  };
}
