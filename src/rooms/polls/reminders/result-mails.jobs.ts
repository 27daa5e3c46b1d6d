import { originOf } from '../../../platform/http/origin.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { RecordedFact } from '../../../platform/journal/journal.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { queueMail } from '../../../platform/mail/mail.ts';
import type { Tools } from '../../../platform/room.ts';
import { listAgreedReaders } from '../../identity/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { findEditionById } from '../../spaces/index.ts';
import { findPoll } from '../poll.store.ts';
import { findPublishedResult } from '../published.store.ts';
import { writeStopToken } from './reminder.crypto.ts';
import { writeResult } from './reminder.mails.ts';
import { advanceWave, findWave } from './reminder.store.ts';
import { BATCH } from './reminder.ts';

interface Payload {
  organisationId: string;
  pollId: string;
}

/** `poll.published`, heard once or more: one mailing. */
export async function announceResult(fact: RecordedFact, { db }: Tools): Promise<void> {
  const { organisationId } = fact;
  const pollId = fact.subject?.id;
  if (!pollId) return;
  const key = `announce-result:${pollId}`;
  await queueJob(db, 'announce-result', { organisationId, pollId }, { key });
}

/** One mail to each who agreed, voters or not: the order is that of the accounts, and says nothing. */
export function resultMailJobs({ db, config }: Tools): Jobs {
  return {
    'announce-result': async ({ organisationId, pollId }: Payload) => {
      const poll = await findPoll(db, organisationId, pollId);
      const organisation = await findOrganisation(db, organisationId);
      if (!poll || poll.imported || !organisation) return;
      const edition = await findEditionById(db, organisationId, poll.editionId);
      const result = await findPublishedResult(db, organisationId, poll.editionId);
      // the vote of a space is told to nobody but its readers, who find it there
      if (!edition || edition.spaceId || !result) return;
      const rollKey = openKeys(config.keysFolder).rollKey();
      const origin = originOf(organisation.host, config);
      const winners = result.winners.map(({ label }) => label);
      const at = { organisationId, pollId };
      const wave = await findWave(db, at, 'result');
      let from = wave?.place ?? null;
      let isLast = wave?.ended ?? false;
      while (!isLast) {
        const readers = await listAgreedReaders(db, organisationId, from, BATCH);
        isLast = readers.length < BATCH;
        const to = isLast ? null : readers.at(-1)!.id;
        const advanced = await db.transaction().execute(async (tx) => {
          if (!(await advanceWave(tx, at, 'result', { from, to }))) return false;
          for (const reader of readers) {
            const stopToken = writeStopToken(rollKey, organisationId, reader.id);
            const about = { reader, organisation, edition, poll, origin, stopToken };
            await queueMail(tx, writeResult(winners, about));
          }
          return true;
        });
        if (!advanced) return;
        from = to;
      }
    },
  };
}
