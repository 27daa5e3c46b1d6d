import type { Tx } from '../../../platform/database/database.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { Tools } from '../../../platform/room.ts';
import { findComponentById, listSpaceReaders } from '../../consultations/index.ts';
import { findContacts } from '../../identity/index.ts';
import { queueLetter } from '../../notifications/index.ts';
import type { Meeting } from '../meeting.ts';
import { atDesk } from '../meeting-desk.jobs.ts';
import { writeSessionNews } from './session.mails.ts';
import { findSession } from './session.store.ts';
import type { SessionNews } from './session-news.store.ts';

export const sessionJobs = (tools: Tools): Jobs => ({
  /** Who signed up hears of a seat, of other hours, of what does not take place: each once for each version. */
  'tell-session': async ({ personIds, ...news }: SessionNews & { personIds: string[] }) => {
    const { organisationId, sessionId, what } = news;
    await atDesk(
      tools,
      organisationId,
      async (tx) => {
        const session = await findSession(tx, organisationId, sessionId);
        return session && { id: session.meetingId, session };
      },
      async ({ tx, meeting, organisation, origin }, { session }) => {
        const readers = await listReaders(tx, organisationId, meeting, personIds);
        const contacts = await findContacts(tx, organisationId, readers);
        for (const [personId, { name, email, locale }] of contacts)
          await queueLetter(tx, {
            organisationId,
            topic: 'meetings',
            personId,
            address: email,
            locale,
            ...writeSessionNews({ session, meeting, organisation, origin, locale }, news, name),
            target: { kind: 'meeting', id: meeting.id },
            isOwed: true,
            onceKey: `session:${sessionId}:${personId}:${what}:${session.version}`,
          });
      },
    );
  },
});

/** Who left a private space, or was taken out of it, hears of it no more. */
async function listReaders(
  tx: Tx,
  organisationId: string,
  { componentId }: Meeting,
  personIds: readonly string[],
): Promise<readonly string[]> {
  if (componentId === null) return personIds;
  const component = await findComponentById(tx, organisationId, componentId);
  return component ? listSpaceReaders(tx, organisationId, component.spaceId, personIds) : [];
}
