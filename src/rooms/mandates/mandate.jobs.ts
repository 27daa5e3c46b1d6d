import { originOf } from '../../platform/http/origin.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { Tools } from '../../platform/room.ts';
import { findSpaceById } from '../consultations/index.ts';
import { findOrganisation } from '../organisations/index.ts';
import { listEnding, markEndTold } from './ending.store.ts';
import { forgetInvitations } from './invitation.store.ts';
import { tellHolder } from './mandate.mails.ts';

const DAY = 86_400_000;

/** Jobs of mandates: once a day, in database time, holders hear that theirs ends in a month, and that it has ended. */
export const mandateJobs = ({ db, config }: Tools): Jobs => ({
  'tend-mandates': async () => {
    for (const news of ['ending', 'ended'] as const)
      for (const { organisationId, mandate } of await listEnding(db, news)) {
        const [organisation, space] = await Promise.all([
          findOrganisation(db, organisationId),
          findSpaceById(db, organisationId, mandate.spaceId),
        ]);
        if (!organisation || !space) continue;
        const sender = { organisation, origin: originOf(organisation.host, config) };
        await db.transaction().execute(async (tx) => {
          const isFirst = await markEndTold(tx, organisationId, mandate.id, news);
          if (isFirst)
            await tellHolder(tx, sender, space, mandate, news, mandate.endsOn ?? 'unknown');
        });
      }
    await forgetInvitations(db);
    const runAt = new Date(Date.now() + DAY);
    await queueJob(db, 'tend-mandates', {}, { key: 'tend-mandates', runAt });
  },
});
