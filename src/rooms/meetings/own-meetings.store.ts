import { type Db, readNow } from '../../platform/database/database.ts';
import { listMeetingsByIds } from './meeting.store.ts';
import type { Meeting } from './meeting.ts';
import { listPresences } from './presence.store.ts';
import { listOwnRegistrations } from './registration.store.ts';

/** A meeting to come, as it concerns one person. */
export interface OwnMeeting {
  meeting: Meeting;
  /** `present`: for the town (R55). */
  as: 'present' | 'seated' | 'waiting';
}

/** What somebody is registered for, or is to be at for the town, in order of time; what is over is left out. */
export async function listOwnMeetings(
  db: Db,
  organisationId: string,
  personId: string,
  /** What was over before is left out; now unless told. */
  since: Date | null = null,
): Promise<OwnMeeting[]> {
  const [now, registrations, presences] = await Promise.all([
    readNow(db),
    listOwnRegistrations(db, organisationId, personId),
    listPresences(db, organisationId, { personId }),
  ]);
  const roles = new Map<string, OwnMeeting['as']>([
    ...registrations.map(
      ({ meetingId, seatedAt }) => [meetingId, seatedAt ? 'seated' : 'waiting'] as const,
    ),
    ...presences.map(({ meetingId }) => [meetingId, 'present'] as const),
  ]);
  const meetings = await listMeetingsByIds(db, organisationId, [...roles.keys()]);
  return meetings
    .filter(({ publishedAt, endsAt }) => publishedAt !== null && endsAt > (since ?? now))
    .map((meeting) => ({ meeting, as: roles.get(meeting.id)! }));
}
