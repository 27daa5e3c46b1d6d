import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { Tools } from '../../../platform/room.ts';
import { findPollAt } from '../poll.store.ts';
import { pollState } from '../poll.ts';
import { foldHours } from '../watch/counts.store.ts';
import { countBox } from './box.store.ts';
import { sendConfirmations } from './confirmations.jobs.ts';
import { findLatestHead, publishHead } from './head.store.ts';
import { isHeadDue } from './head.ts';
import { forgetMarks } from './partitions.store.ts';
import { queueRound } from './rounds.store.ts';

interface Payload {
  organisationId: string;
  pollId: string;
}

/** The hourly rounds of each poll; a round queues the next one until there is nothing left to do. */
export function roundJobs({ db, config }: Tools): Jobs {
  return {
    'publish-heads': async ({ organisationId, pollId }: Payload) => {
      await foldHours(db);
      const { poll, now } = await findPollAt(db, organisationId, pollId);
      const state = poll && pollState(poll, now);
      if (state !== 'open' && state !== 'waiting' && state !== 'closed') return;
      await queueRound(db, 'publish-heads', organisationId, pollId);
      const latest = await findLatestHead(db, organisationId, pollId);
      if (isHeadDue(latest, await countBox(db, pollId)))
        await publishHead(db, config, organisationId, pollId);
    },
    'forget-marks': ({ pollId }: Payload) => forgetMarks(db, pollId),
    'confirm-votes': async ({ organisationId, pollId }: Payload) => {
      const { poll, now } = await findPollAt(db, organisationId, pollId);
      if (!poll) return;
      const closed = pollState(poll, now) !== 'open' && pollState(poll, now) !== 'waiting';
      await sendConfirmations(db, config, organisationId, poll, closed);
      if (!closed) await queueRound(db, 'confirm-votes', organisationId, pollId);
    },
  };
}
