import type { Jobs } from '../../platform/jobs/worker.ts';
import type { Tools } from '../../platform/room.ts';
import { findOrganisation } from '../organisations/index.ts';
import { findUnsent, markSent } from './letter.store.ts';

interface Sending {
  organisationId: string;
  letterId: string;
}

export function letterJobs({ db, postman }: Tools): Jobs {
  return {
    'send-letter': async ({ organisationId, letterId }: Sending) => {
      const letter = await findUnsent(db, organisationId, letterId);
      const organisation = await findOrganisation(db, organisationId);
      if (!letter || !organisation) return;
      await postman.send({ ...letter, replyTo: organisation.contactEmail });
      await markSent(db, organisationId, letterId);
    },
  };
}
