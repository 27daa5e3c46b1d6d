import * as m from '../../../paraglide/messages.js';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { formatSmsCode } from '../phone/phone-code.ts';

/** The mail with a code: from whom, and nothing of what is voted on. */
export function writeMailboxCode(
  from: { name: string; contactEmail: string },
  to: string,
  locale: Locale,
  code: string,
): Mail {
  return withLocale(locale, () => ({
    to,
    subject: m.mailbox_mail_subject({ organisation: from.name }),
    text: m.mailbox_mail({ code: formatSmsCode(code), organisation: from.name }),
    locale,
    replyTo: from.contactEmail,
  }));
}
