import { mayInSpace } from '../../../platform/http/route.ts';
import type { SignedInVisit, Visit } from '../../../platform/http/visit.ts';
import { admitText } from '../../moderation/index.ts';
import { hostsMeeting, type Meeting } from '../meeting.ts';
import type { AdmitMeeting } from '../meeting-writing.store.ts';

/** Events of new accounts as moderators let them through: the same admission as of every text. */
export const admitMeetingOf =
  (
    { organisation, visitor, withholdContributions }: SignedInVisit,
    spaceId: string,
  ): AdmitMeeting =>
  async (tx, { id, title, text }) => {
    const admitted = await admitText(tx, organisation.id, {
      personId: visitor.id,
      isTrusted: visitor.held.length > 0,
      kind: 'meeting',
      targetId: id,
      spaceId,
      title,
      text,
    });
    if (admitted.state === 'refused') return admitted.refusal;
    // what is being written is taken out of sight by whoever writes it
    await withholdContributions(
      tx,
      admitted.withdrawn.filter(({ targetId }) => targetId !== id),
    );
    return admitted.state;
  };

/** Whether this visitor may know of what waits: who announced it, and who may judge it. */
export const seesHeld = (
  { visitor }: Pick<Visit, 'visitor'>,
  meeting: Meeting,
  spaceId: string | null,
): boolean =>
  hostsMeeting(visitor, meeting) ||
  (visitor !== null && spaceId !== null && mayInSpace('moderator', visitor, spaceId));
