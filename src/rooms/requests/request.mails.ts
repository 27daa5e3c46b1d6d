import * as m from '../../paraglide/messages.js';
import type { Tx } from '../../platform/database/database.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { formatDate } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { findComponentById, listSpaceReaders } from '../consultations/index.ts';
import { type Contact, findContacts } from '../identity/index.ts';
import { tellPerson } from '../notifications/index.ts';
import type { Category, HelpRequest } from './request.ts';
import { categoryWords, noonOf, requestSegment } from './request-words.page.ts';
import { listHelpersOf } from './volunteer.store.ts';

/** In whose name a letter is written, and where its links lead. */
export interface Sender {
  organisation: { id: string; name: string };
  origin: string;
}

const helperWords = {
  asked: {
    subject: m.mutual_mail_asked_subject,
    opening: m.mutual_mail_asked,
    notice: m.mutual_told_asked,
  },
  recalled: {
    subject: m.mutual_mail_recalled_subject,
    opening: m.mutual_mail_recalled,
    notice: m.mutual_told_recalled,
  },
} as const;

/** Tells those who help in its category of a request, or that its deadline is near: each once, and never its asker. */
export async function tellHelpers(
  tx: Tx,
  sender: Sender,
  request: HelpRequest,
  what: keyof typeof helperWords,
): Promise<void> {
  const { organisation } = sender;
  const at = { organisationId: organisation.id, componentId: request.componentId };
  const component = await findComponentById(tx, organisation.id, request.componentId);
  const helpers = await listHelpersOf(tx, at, request.category);
  const readers = await listSpaceReaders(tx, organisation.id, component!.spaceId, helpers);
  const contacts = await findContacts(tx, organisation.id, readers);
  const href = urls.helpRequest({ request: requestSegment(request) });
  for (const [personId, contact] of contacts) {
    if (personId === request.askedBy) continue;
    await tellPerson(tx, organisation.id, {
      personId,
      topic: 'exchanges',
      kind: 'exchange',
      target: { kind: 'help-request', id: request.id },
      href,
      words: () => helperWords[what].notice({ title: excerptOf(request.title, 120) }),
      onceKey: `help-${what}:${request.id}`,
      letter: {
        address: contact.email,
        locale: contact.locale,
        onceKey: `help-${what}:${request.id}:${personId}`,
        ...writeToHelper(sender, request, contact, what, href),
      },
    });
  }
}

function writeToHelper(
  { organisation, origin }: Sender,
  request: HelpRequest,
  contact: Contact,
  what: keyof typeof helperWords,
  href: string,
): { subject: string; text: string } {
  return withLocale(contact.locale, () => {
    const title = excerptOf(request.title, 120);
    return {
      subject: helperWords[what].subject({ title }),
      text: [
        m.mutual_mail_hello({ nickname: contact.nickname }),
        helperWords[what].opening({ category: categoryWords[request.category]() }),
        m.mutual_mail_quoted({ title, words: excerptOf(request.question, 400) }),
        ...(request.deadline
          ? [m.mutual_mail_deadline({ date: formatDate(noonOf(request.deadline)) })]
          : []),
        ...(request.sharedAt ? [] : [m.mutual_mail_confidence()]),
        `${m.mutual_mail_answer()}\n${origin}${href}`,
        organisation.name,
      ].join('\n\n'),
    };
  });
}

/** Tells whoever wrote the answer that it helped. */
export async function tellAnswerer(
  tx: Tx,
  { organisation, origin }: Sender,
  request: HelpRequest,
  answer: { id: string; authorId: string },
): Promise<void> {
  if (answer.authorId === request.askedBy) return;
  const contacts = await findContacts(tx, organisation.id, [answer.authorId]);
  const href = urls.helpRequest({ request: requestSegment(request) });
  for (const [personId, contact] of contacts)
    await tellPerson(tx, organisation.id, {
      personId,
      topic: 'comments',
      kind: 'comment',
      target: { kind: 'help-request', id: request.id },
      href,
      words: () => m.mutual_told_accepted({ title: excerptOf(request.title, 120) }),
      onceKey: `help-accepted:${answer.id}`,
      letter: {
        address: contact.email,
        locale: contact.locale,
        onceKey: `help-accepted:${answer.id}`,
        ...withLocale(contact.locale, () => ({
          subject: m.mutual_mail_accepted_subject({ title: excerptOf(request.title, 100) }),
          text: [
            m.mutual_mail_hello({ nickname: contact.nickname }),
            m.mutual_mail_accepted({ title: excerptOf(request.title, 120) }),
            `${m.mutual_mail_read()}\n${origin}${href}`,
            organisation.name,
          ].join('\n\n'),
        })),
      },
    });
}

/** Tells somebody that the team counts on them for a category. */
export async function tellConfirmed(
  tx: Tx,
  { organisation, origin }: Sender,
  personId: string,
  at: { componentId: string; category: Category; href: string; title: string },
): Promise<void> {
  const contact = (await findContacts(tx, organisation.id, [personId])).get(personId);
  if (!contact) return;
  const once = `helper:${at.componentId}:${at.category}`;
  const words = () => m.mutual_told_confirmed({ category: categoryWords[at.category]() });
  await tellPerson(tx, organisation.id, {
    personId,
    topic: 'exchanges',
    kind: 'exchange',
    target: { kind: 'component', id: at.componentId },
    href: at.href,
    words,
    onceKey: once,
    letter: {
      address: contact.email,
      locale: contact.locale,
      onceKey: `${once}:${personId}`,
      ...withLocale(contact.locale, () => ({
        subject: words(),
        text: [
          m.mutual_mail_hello({ nickname: contact.nickname }),
          m.mutual_mail_confirmed({ category: categoryWords[at.category](), title: at.title }),
          `${m.mutual_mail_see()}\n${origin}${at.href}`,
          organisation.name,
        ].join('\n\n'),
      })),
    },
  });
}
