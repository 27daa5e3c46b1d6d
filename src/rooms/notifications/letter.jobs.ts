import { readNow } from '../../platform/database/database.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { Tools } from '../../platform/room.ts';
import { findOrganisation } from '../organisations/index.ts';
import { composeMail } from './letter.mails.ts';
import { findUnsent, markFailed, markSent, queueSending } from './letter.store.ts';
import {
  isPatienceOver,
  isRefusedForGood,
  type SendingFailure,
  secondsToNextTry,
} from './letter-fate.ts';
import { forgetOldHtml } from './letter-html.store.ts';
import { forgetOldBodies } from './letter-list.store.ts';
import { forgetOldNotices } from './notices/notice.store.ts';

interface Sending {
  organisationId: string;
  letterId: string;
}

export function letterJobs({ db, config, postman }: Tools): Jobs {
  return {
    /**
     * Sends one letter. A failure is written beside it and it waits for its next try here, not in the queue's own
     * way: that one grows to hours, and a server that is back must find everything within five minutes (F6).
     * Killed between the server's yes and ours, it is sent again under the same Message-ID: at least once, and
     * told apart by it.
     */
    'send-letter': async ({ organisationId, letterId }: Sending) => {
      const letter = await findUnsent(db, organisationId, letterId);
      const organisation = await findOrganisation(db, organisationId);
      if (!letter || !organisation) return;
      try {
        await postman.send(composeMail(letter, letterId, organisation, config));
      } catch (error) {
        const failure = error as SendingFailure & Error;
        const now = await readNow(db);
        const end = isRefusedForGood(failure)
          ? 'refused'
          : isPatienceOver(letter, now)
            ? 'given-up'
            : null;
        await db.transaction().execute(async (tx) => {
          await markFailed(tx, organisationId, letterId, failure.message, end);
          if (end === null)
            await queueSending(tx, organisationId, letterId, {
              after: secondsToNextTry(letter.tries + 1),
            });
        });
        return;
      }
      await markSent(db, organisationId, letterId);
    },

    /** Words of letters, and notices, are kept a year; that they were sent, longer. */
    'forget-letters': async () => {
      await forgetOldBodies(db);
      await forgetOldHtml(db);
      await forgetOldNotices(db);
      await queueJob(
        db,
        'forget-letters',
        {},
        { key: 'forget-letters', runAt: new Date(Date.now() + 24 * 3_600_000) },
      );
    },
  };
}
