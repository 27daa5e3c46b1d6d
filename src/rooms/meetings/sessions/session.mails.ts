import * as m from '../../../paraglide/messages.js';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import { urls } from '../../../urls.ts';
import type { Meeting } from '../meeting.ts';
import { meetingSegment, timeWords } from '../meeting-words.page.ts';
import type { Session } from './session.ts';
import type { SessionNews } from './session-news.store.ts';

interface Told {
  session: Session;
  meeting: Meeting;
  organisation: { name: string };
  origin: string;
  locale: Locale;
}

type Words = (inputs: { session: string; title: string }) => string;

const subjects: Record<SessionNews['what'], Words> = {
  seated: m.congress_mail_seated_subject,
  changed: m.congress_mail_changed_subject,
  cancelled: m.congress_mail_cancelled_subject,
  'meeting-cancelled': m.congress_mail_meeting_cancelled_subject,
};

const openings: Record<SessionNews['what'], Words> = {
  seated: m.congress_mail_seated,
  changed: m.congress_mail_changed,
  cancelled: m.congress_mail_cancelled,
  'meeting-cancelled': m.congress_mail_meeting_cancelled,
};

/** To somebody who signed up for a session: what became of it, when and where, and the way to their programme. */
export function writeSessionNews(
  { session, meeting, organisation, origin, locale }: Told,
  { what, message }: Pick<SessionNews, 'what' | 'message'>,
  name: string,
): { subject: string; text: string } {
  const said = { session: session.title, title: meeting.title };
  const at = { meeting: meetingSegment(meeting) };
  return withLocale(locale, () => ({
    subject: subjects[what](said)
      .replaceAll(/[\r\n\t ]+/g, ' ')
      .trim(),
    text: [
      m.congress_mail_hello({ name }),
      openings[what](said),
      ...(message ? [message] : []),
      ...(what === 'meeting-cancelled'
        ? []
        : [
            [timeWords(session), session.room].filter((part) => part !== '').join('\n'),
            `${m.congress_mail_programme()}\n${origin}${urls.ownProgramme(at)}`,
          ]),
      organisation.name,
    ].join('\n\n'),
  }));
}
