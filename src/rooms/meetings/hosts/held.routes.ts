import { mayInSpace } from '../../../platform/http/route.ts';
import type { SignedInVisit, Visit } from '../../../platform/http/visit.ts';
import { admitWritten } from '../../moderation/index.routes.ts';
import { hostsMeeting, type Meeting } from '../meeting.ts';
import type { AdmitMeeting } from '../meeting-writing.store.ts';

/** Events of new accounts as moderators let them through: the same admission as of every text. */
export const admitMeetingOf =
  (visit: SignedInVisit, spaceId: string): AdmitMeeting =>
  (tx, { id: targetId, title, text }) =>
    admitWritten(visit, tx, { kind: 'meeting', targetId, spaceId, title, text });

/** Whether this visitor may know of what waits: who announced it, and who may judge it. */
export const seesHeld = (
  { visitor }: Pick<Visit, 'visitor'>,
  meeting: Meeting,
  spaceId: string | null,
): boolean =>
  hostsMeeting(visitor, meeting) ||
  (visitor !== null && spaceId !== null && mayInSpace('moderator', visitor, spaceId));
