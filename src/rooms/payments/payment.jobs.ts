import type { Jobs } from '../../platform/jobs/worker.ts';
import type { Tools } from '../../platform/room.ts';
import { findOrganisation } from '../organisations/index.ts';
import { writeAboutRejection } from './payment.mails.ts';

/** Letters about transfers. */
export const paymentJobs = ({ db, config }: Tools): Jobs => ({
  'write-about-rejection': async ({
    organisationId,
    paymentId,
  }: {
    organisationId: string;
    paymentId: string;
  }) => {
    const organisation = await findOrganisation(db, organisationId);
    if (!organisation) return;
    await db
      .transaction()
      .execute((tx) => writeAboutRejection(tx, { organisation, config }, paymentId));
  },
});
