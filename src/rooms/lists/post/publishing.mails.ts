import { toInstant, toLocalTime } from '../../../platform/clock/paris.ts';
import { readNow, type Tx } from '../../../platform/database/database.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { findComponentById, noteParticipation } from '../../consultations/index.ts';
import { DIGEST_TIME, digestDay } from '../../notifications/index.ts';
import { queueListLetters } from '../letter.store.ts';
import type { MailingList } from '../list.ts';
import { markPublished } from '../message.store.ts';
import type { Message } from '../message.ts';

/**
 * Puts a kept message into the archive, and its letters and the next digest on their way, in one transaction: whoever kills the server
 * in the middle loses all of it or nothing. The same by mail, by web, and for what waited.
 */
export async function publishMessage(
  tx: Tx,
  list: Pick<MailingList, 'id' | 'organisationId' | 'componentId'>,
  messageId: string,
  acceptedBy: string | null,
): Promise<Message> {
  const { organisationId } = list;
  const message = await markPublished(tx, organisationId, messageId, acceptedBy);
  await queueListLetters(tx, organisationId, list.id, { messageId });
  await queueDigest(tx, list);
  if (message.authorId) {
    const component = await findComponentById(tx, organisationId, list.componentId);
    if (component) await noteParticipation(tx, organisationId, component.spaceId, message.authorId);
  }
  return message;
}

/** The next digest of a list, at the hour of digests; one waits at most. */
async function queueDigest(
  tx: Tx,
  { organisationId, id }: Pick<MailingList, 'id' | 'organisationId'>,
): Promise<void> {
  const now = await readNow(tx);
  const due = toInstant({ day: digestDay('daily', toLocalTime(now)), time: DIGEST_TIME })!;
  await queueJob(
    tx,
    'write-list-digest',
    { organisationId, listId: id },
    {
      key: `list-digest:${id}:${due.toISOString()}`,
      keepsTime: true,
      priority: 10,
      runAt: new Date(Date.now() + due.getTime() - now.getTime()),
    },
  );
}
