import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { Tools } from '../../../platform/room.ts';
import { publishAtItsMinute } from './publication.store.ts';

/** Publishes a result at the minute that was chosen; woken again, it finds nothing left to do. */
export function publicationJobs({ db }: Tools): Jobs {
  return {
    'publish-result': (poll: { organisationId: string; pollId: string }) =>
      publishAtItsMinute(db, poll),
  };
}
