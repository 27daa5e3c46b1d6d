import type { Contribution } from '../../platform/http/contribution.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findMeeting } from './meeting.store.ts';
import type { Meeting } from './meeting.ts';
import { meetingSegment } from './meeting-words.page.ts';

/** A meeting as rooms that attach to it may know it: published, cancelled or not. */
export async function findContribution(
  { db, organisation }: Visit,
  id: string,
): Promise<Contribution | null> {
  const meeting = await findMeeting(db, organisation.id, { id });
  return meeting?.publishedAt ? asContribution(meeting, organisation.defaultLocale) : null;
}

/** The same of a meeting that everybody may see, read already. */
export function asContribution(meeting: Meeting, lang: string): Contribution {
  return {
    kind: 'meeting',
    id: meeting.id,
    title: meeting.title,
    text: meeting.description,
    isHidden: meeting.isHidden,
    href: urls.meeting({ meeting: meeting.isHidden ? meeting.number : meetingSegment(meeting) }),
    // the office's own
    authorId: null,
    spaceId: null,
    lang,
    comments: { isOpen: true, aligned: false, depth: 3, rated: true },
  };
}
