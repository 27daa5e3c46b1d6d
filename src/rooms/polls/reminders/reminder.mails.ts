import * as m from '../../../paraglide/messages.js';
import type { VisitedOrganisation } from '../../../platform/http/visit.ts';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';
import type { ReminderKind } from './reminder.ts';

interface About {
  reader: { email: string; locale: Locale };
  organisation: VisitedOrganisation;
  edition: Edition;
  poll: Poll;
  /** `https://host[:port]` of the organisation's site. */
  origin: string;
  /** Of this reader, for the link that stops such mails. */
  stopToken: string;
}

/** Says until when; never what was chosen, which we do not know. */
export function writeReminder(kind: ReminderKind, about: About): Mail {
  const { edition, poll } = about;
  return write(about, (words) => {
    const asked = {
      ...words,
      date: formatDateTime(poll.closesAt),
      link: about.origin + urls.vote({ edition: edition.slug }),
    };
    return {
      subject: m.reminders_mail_subject({ date: asked.date }),
      text: kind === 'asked' ? m.reminders_mail_asked(asked) : m.reminders_mail_close(asked),
    };
  });
}

/** As many winners as a mail reads well with; the page has them all. */
const NAMED = 20;

/** The same for every reader, whether they voted or not. */
export function writeResult(winners: readonly string[], about: About): Mail {
  return write(about, (words) => {
    const result = {
      ...words,
      link: about.origin + urls.results({ edition: about.edition.slug }),
    };
    const more = winners.length - NAMED;
    const lines = winners.slice(0, NAMED).map((label) => `– ${label}`);
    if (more > 0) lines.push(m.reminders_mail_more({ count: more }));
    return {
      subject: m.reminders_mail_result_subject({ title: about.poll.title.replaceAll(/\s+/g, ' ') }),
      text:
        winners.length === 0
          ? m.reminders_mail_result_none(result)
          : m.reminders_mail_result({
              ...result,
              count: winners.length,
              winners: lines.join('\n'),
            }),
    };
  });
}

/** In the reader's language, with the way out at its foot and in its head (RFC 8058). */
function write(
  about: About,
  words: (shared: { title: string; organisation: string; stop: string }) => {
    subject: string;
    text: string;
  },
): Mail {
  const { reader, organisation, poll } = about;
  const stop = about.origin + urls.stopReminders({ token: about.stopToken });
  return withLocale(reader.locale, () => ({
    to: reader.email,
    ...words({ title: poll.title, organisation: organisation.name, stop }),
    locale: reader.locale,
    replyTo: organisation.contactEmail,
    unsubscribe: stop,
  }));
}
