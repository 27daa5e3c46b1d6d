import * as m from '../../paraglide/messages.js';
import type { Contribution } from '../../platform/http/contribution.ts';
import type { FollowedThing, ProfilePart, Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { seesHeld } from './hosts/held.routes.ts';
import { findPlaced, type Placed, termsOf } from './hosts/placed.routes.ts';
import { findMeeting, listHostedBy } from './meeting.store.ts';
import type { Meeting } from './meeting.ts';
import { meetingSegment } from './meeting-words.page.ts';

/** A meeting as rooms that attach to it may know it: published, cancelled or not, where this visitor may see it. */
export async function findContribution(visit: Visit, id: string): Promise<Contribution | null> {
  const meeting = await findMeeting(visit.db, visit.organisation.id, { id });
  const placed = meeting?.publishedAt || meeting?.held ? await findPlaced(visit, meeting) : null;
  if (!meeting || !placed) return null;
  if (placed === 'office') return asContribution(visit, meeting, null);
  // what nobody has seen yet is there for its host and for who judges it
  return meeting.publishedAt || seesHeld(visit, meeting, placed.space.id)
    ? asContribution(visit, meeting, placed)
    : null;
}

/** A meeting as whoever follows it finds it; what is hidden is not there. */
export async function findFollowedMeeting(visit: Visit, id: string): Promise<FollowedThing | null> {
  const meeting = await findContribution(visit, id);
  return meeting && !meeting.isHidden ? { title: meeting.title, href: meeting.href } : null;
}

/** The same of a meeting that the visitor sees, read already. */
export async function asContribution(
  visit: Visit,
  meeting: Meeting,
  placed: Placed | null,
): Promise<Contribution> {
  return {
    kind: 'meeting',
    id: meeting.id,
    title: meeting.title,
    text: meeting.description,
    isHidden: meeting.isHidden,
    href: urls.meeting({ meeting: meeting.isHidden ? meeting.number : meetingSegment(meeting) }),
    authorId: meeting.hostId,
    spaceId: placed?.space.id ?? null,
    lang: meeting.lang ?? visit.organisation.defaultLocale,
    comments: await termsOf(visit, placed),
  };
}

/** The newest of them, on a profile. */
const MOST_OF_PERSON = 20;

/** What somebody hosts in spaces that everybody reads, for their profile (R135). */
export async function listEventsOfPerson(visit: Visit, personId: string): Promise<ProfilePart[]> {
  const hosted = await listHostedBy(visit.db, visit.organisation.id, personId, MOST_OF_PERSON);
  if (hosted.length === 0) return [];
  const items = hosted.map((meeting) => ({
    title: meeting.title,
    href: urls.meeting({ meeting: meetingSegment(meeting) }),
    ...(meeting.lang !== null && { lang: meeting.lang }),
  }));
  return [{ title: m.profiles_part_events(), items }];
}
