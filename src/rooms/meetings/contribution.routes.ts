import type { Contribution } from '../../platform/http/contribution.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findMeeting } from './meeting.store.ts';
import { meetingSegment } from './meeting-words.page.ts';

/** A meeting as rooms that attach to it may know it: published, cancelled or not. */
export async function findContribution(
  { db, organisation }: Visit,
  id: string,
): Promise<Contribution | null> {
  const meeting = await findMeeting(db, organisation.id, { id });
  if (!meeting?.publishedAt) return null;
  return {
    kind: 'meeting',
    id,
    title: meeting.title,
    text: meeting.description,
    isHidden: meeting.isHidden,
    href: urls.meeting({ meeting: meeting.isHidden ? meeting.number : meetingSegment(meeting) }),
    // the office's own
    authorId: null,
    spaceId: null,
    lang: organisation.defaultLocale,
    comments: { isOpen: true, aligned: false, depth: 3, rated: true },
  };
}
