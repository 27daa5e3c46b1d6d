import { queueJob } from '../../platform/jobs/queue.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import type { Tools } from '../../platform/room.ts';
import { formatDate } from '../../ui/format.ts';
import { findOrganisation } from '../organisations/index.ts';
import { reviewGroup } from './certification.store.ts';
import { tellLeaders } from './group.mails.ts';
import { listCertifiedEverywhere } from './group.store.ts';
import { forgetGroupInvitations } from './invitation.store.ts';

const DAY = 86_400_000;

/** Jobs of the groups: certified ones are looked at once a day, in database time; invitations that ended are forgotten. */
export const groupJobs = ({ db, config }: Tools): Jobs => ({
  'review-certifications': async () => {
    for (const { organisationId, groupId } of await listCertifiedEverywhere(db)) {
      const organisation = await findOrganisation(db, organisationId);
      if (organisation)
        await db.transaction().execute(async (tx) => {
          const done = await reviewGroup(tx, organisationId, groupId);
          if (!done) return;
          const { group, kind, assessed } = done;
          const { losesAt } = group;
          await tellLeaders(tx, { organisation, config }, group, kind, {
            unmet: assessed.filter(({ isMet }) => !isMet),
            ...(kind === 'warned' &&
              losesAt && { until: (locale) => withLocale(locale, () => formatDate(losesAt)) }),
          });
        });
    }
    await forgetGroupInvitations(db);
    await queueJob(
      db,
      'review-certifications',
      {},
      { key: 'review-certifications', runAt: new Date(Date.now() + DAY) },
    );
  },
});
