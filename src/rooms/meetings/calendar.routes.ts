import type { Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { CALENDAR_TYPE, type CalendarEntry, writeCalendar } from './ical.ts';
import type { Meeting } from './meeting.ts';
import { meetingSegment, placeWords } from './meeting-words.page.ts';

/** A meeting as agenda programs read it. */
export const entryOf = ({ organisation, origin }: Visit, meeting: Meeting): CalendarEntry => ({
  uid: `meeting-${meeting.id}@${organisation.host}`,
  sequence: meeting.version,
  changedAt: meeting.cancelledAt ?? meeting.publishedAt ?? meeting.startsAt,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  title: meeting.title,
  description: [meeting.cancelMessage, meeting.description, meeting.access]
    .filter((part) => part !== '')
    .join('\n\n'),
  place: [placeWords(meeting), meeting.videoLink ?? ''].filter((part) => part !== '').join(' – '),
  point: meeting.point,
  url: origin + urls.meeting({ meeting: meetingSegment(meeting) }),
  isCancelled: meeting.cancelledAt !== null,
});

export const answerCalendar = (name: string, entries: readonly CalendarEntry[]): Response =>
  new Response(writeCalendar(name, entries), {
    headers: {
      'content-type': CALENDAR_TYPE,
      'content-disposition': 'inline; filename="agenda.ics"',
    },
  });
