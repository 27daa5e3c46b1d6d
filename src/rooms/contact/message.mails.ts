import * as m from '../../paraglide/messages.js';
import type { VisitedOrganisation } from '../../platform/http/visit.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { urls } from '../../urls.ts';
import type { Letter } from '../notifications/index.ts';
import type { ContactMessage } from './message.ts';
import { messageTopicWords } from './message-words.page.ts';

interface About {
  organisation: VisitedOrganisation;
  message: ContactMessage;
  /** `https://host[:port]`, before the addresses. */
  origin: string;
}

const letterOf = ({ organisation, message }: About) =>
  ({
    organisationId: organisation.id,
    topic: 'exchanges',
    personId: null,
    target: { kind: 'message', id: message.id },
    isOwed: true,
  }) as const;

/** What the organisation receives at its contact address: the message, and where it is answered. */
export function writeToOrganisation(about: About): Letter {
  const { organisation, message, origin } = about;
  return withLocale(organisation.defaultLocale, () => ({
    ...letterOf(about),
    address: organisation.contactEmail,
    locale: organisation.defaultLocale,
    subject: m.contact_mail_subject({
      number: message.number,
      topic: messageTopicWords[message.topic](),
    }),
    text: m.contact_mail_body({
      name: message.name || m.contact_nameless(),
      email: message.email,
      message: message.body,
      address: origin + urls.adminMessage({ message: message.id }),
    }),
    onceKey: `contact:${message.id}:organisation`,
  }));
}

/** What the sender receives: that it arrived. Never their own words: a form must not send to others what it is given. */
export function writeConfirmation(about: About): Letter {
  const { organisation, message } = about;
  return withLocale(message.lang, () => ({
    ...letterOf(about),
    address: message.email,
    locale: message.lang,
    subject: m.contact_confirm_subject({ organisation: organisation.name }),
    text: m.contact_confirm_body({ organisation: organisation.name, number: message.number }),
    onceKey: `contact:${message.id}:sender`,
  }));
}

/** What the office answers. */
export function writeReply(about: About, reply: { id: string; body: string }): Letter {
  const { organisation, message } = about;
  return withLocale(message.lang, () => ({
    ...letterOf(about),
    address: message.email,
    locale: message.lang,
    subject: m.contact_reply_subject({ number: message.number, organisation: organisation.name }),
    text: m.contact_reply_body({ reply: reply.body, organisation: organisation.name }),
    onceKey: `contact-reply:${reply.id}`,
  }));
}
