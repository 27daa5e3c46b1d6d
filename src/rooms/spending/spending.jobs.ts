import { openStorage, removeBytes } from '../../platform/files/index.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { Tools } from '../../platform/room.ts';
import { findOrganisation } from '../organisations/index.ts';
import { purgeBankDetails } from './bank-purge.store.ts';
import { writeAboutBudget, writeAboutRequest } from './spending.mails.ts';

const DAY = 86_400_000;

interface About {
  organisationId: string;
  of: 'budget' | 'request';
  actId: string;
}

/** Letters about what was done, and what is kept of bank accounts, looked at once a day. */
export const spendingJobs = ({ db, config }: Tools): Jobs => ({
  'write-about-spending': async ({ organisationId, of, actId }: About) => {
    const organisation = await findOrganisation(db, organisationId);
    if (!organisation) return;
    const sender = { organisation, config };
    await db
      .transaction()
      .execute((tx) =>
        of === 'budget'
          ? writeAboutBudget(tx, sender, actId)
          : writeAboutRequest(tx, sender, actId),
      );
  },
  'purge-bank-details': async () => {
    const storage = openStorage(config);
    for (const key of await purgeBankDetails(db)) await removeBytes(storage, key);
    const runAt = new Date(Date.now() + DAY);
    await queueJob(db, 'purge-bank-details', {}, { key: 'purge-bank-details', runAt });
  },
});
