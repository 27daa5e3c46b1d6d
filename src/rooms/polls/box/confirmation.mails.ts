import * as m from '../../../paraglide/messages.js';
import type { VisitedOrganisation } from '../../../platform/http/visit.ts';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';

interface Confirmation {
  reader: { email: string; locale: Locale };
  organisation: VisitedOrganisation;
  edition: Edition;
  poll: Poll;
  closed: boolean;
  /** `https://host[:port]` of the organisation's site. */
  origin: string;
}

/** Says that a vote is recorded; neither when, nor what, nor under which code. */
export function writeConfirmation(about: Confirmation): Mail {
  const { reader, organisation, edition, poll } = about;
  return withLocale(reader.locale, () => {
    const at = { edition: edition.slug };
    const path = about.closed ? urls.results(at) : urls.vote(at);
    const words = {
      title: poll.title,
      link: `${about.origin}${path}`,
      organisation: organisation.name,
    };
    return {
      to: reader.email,
      subject: m.polls_mail_subject(),
      text: about.closed
        ? m.polls_mail_body_closed(words)
        : m.polls_mail_body({ ...words, date: formatDateTime(poll.closesAt) }),
      locale: reader.locale,
      replyTo: organisation.contactEmail,
    };
  });
}
