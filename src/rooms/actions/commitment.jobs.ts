import { queueJob } from '../../platform/jobs/queue.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { Tools } from '../../platform/room.ts';
import { findFundById } from '../funds/index.ts';
import { findOrganisation } from '../organisations/index.ts';
import { findActionById } from './action.store.ts';
import { remindReport } from './commitment.mails.ts';
import { listLate, markReminded } from './commitment-list.store.ts';

const DAY = 86_400_000;

/** Once a day: groups whose planned period ended, in database time, are asked once for their report (R28). */
export const commitmentJobs = ({ db, config }: Tools): Jobs => ({
  'remind-reports': async () => {
    for (const { organisationId, id, actionId, groupId } of await listLate(db)) {
      const organisation = await findOrganisation(db, organisationId);
      const action = await findActionById(db, organisationId, actionId);
      const fund = action && (await findFundById(db, organisationId, action.fundId));
      if (!organisation || !fund) continue;
      await db.transaction().execute(async (tx) => {
        if (await markReminded(tx, organisationId, id))
          await remindReport(tx, { organisation, config }, fund, action, groupId);
      });
    }
    await queueJob(
      db,
      'remind-reports',
      {},
      { key: 'remind-reports', runAt: new Date(Date.now() + DAY) },
    );
  },
});
