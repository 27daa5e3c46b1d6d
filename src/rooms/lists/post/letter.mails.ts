import * as m from '../../../paraglide/messages.js';
import type { Config } from '../../../platform/config.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import type { ListMailing, Mail } from '../../../platform/mail/mail.ts';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import type { DigestedMessage } from '../digest.store.ts';
import { bounceAddress } from '../incoming.ts';
import { type MailingList, mailSubject } from '../list.ts';
import { writeListLink } from '../list-token.crypto.ts';
import { addressOf, droppedWords, sayAuthor } from '../list-words.page.ts';
import type { Message } from '../message.ts';

/** One letter of a list to one of its subscribers. */
export interface ListLetter {
  letterId: string;
  subscriptionId: string;
  to: string;
  locale: 'fr' | 'en';
  list: MailingList;
  title: string;
  organisation: { id: string; name: string };
  origin: string;
  at: { space: string; component: string };
}

type Names = ReadonlyMap<string, string>;

/** A message as its subscribers receive it: from the list, for nobody's own domain vouches for what we send (DMARC). */
export function composeMessage(
  letter: ListLetter,
  config: Config,
  {
    message,
    names,
    answers,
    files,
    shownAddress,
  }: {
    message: Message;
    names: Names;
    answers: readonly string[];
    files: readonly { fileId: string; name: string; segment: string }[];
    /** Of who chose to show it; null: nobody reads it. */
    shownAddress: string | null;
  },
): Mail {
  const { list, title, at, origin, locale } = letter;
  return withLocale(locale, () => {
    const author = sayAuthor(message, names);
    const subject = message.subject || m.lists_no_subject();
    const foot = m.lists_mail_foot({
      list: title,
      organisation: letter.organisation.name,
      thread: origin + urls.listThread({ ...at, thread: message.threadId }),
      stop: stopOf(letter, config),
    });
    const text = [
      message.body,
      message.quoted,
      files.length > 0 &&
        [
          m.lists_mail_files(),
          ...files.map(
            ({ name, segment }) =>
              `- ${name}\n  ${origin}${urls.listFile({ ...at, file: segment })}`,
          ),
        ].join('\n'),
      message.dropped.length > 0 &&
        [
          m.lists_mail_dropped(),
          ...message.dropped.map(({ name, why }) => `- ${name} (${droppedWords[why]()})`),
        ].join('\n'),
      shownAddress && m.lists_mail_address({ author, address: shownAddress }),
    ];
    return {
      to: letter.to,
      locale,
      subject: mailSubject({ subject, isReply: message.parentId !== null }, list.prefix),
      text: `${text.filter(Boolean).join('\n\n').trimEnd()}\n\n-- \n${foot}`,
      unsubscribe: stopOf(letter, config),
      ...replyTo(list, config),
      list: passOn(letter, config, {
        name: m.lists_via({ author, list: title }),
        messageId: message.mailId,
        answers,
        isAutomatic: false,
      }),
    };
  });
}

/** What a day brought, thread by thread. */
export function composeDigest(
  letter: ListLetter,
  config: Config,
  {
    digestId,
    messages,
    names,
  }: { digestId: string; messages: readonly DigestedMessage[]; names: Names },
): Mail {
  const { list, title, at, origin, locale } = letter;
  return withLocale(locale, () => {
    const threads = [...Map.groupBy(messages, ({ threadId }) => threadId)];
    const told = threads.map(([thread, some], index) =>
      [
        `${index + 1}. ${some[0]!.subject || m.lists_no_subject()}`,
        ...some.map(
          (message) =>
            `${sayAuthor(message, names)} · ${formatDateTime(message.publishedAt)}\n${excerptOf(message.body, 280)}`,
        ),
        origin + urls.listThread({ ...at, thread }),
      ].join('\n\n'),
    );
    const foot = m.lists_digest_foot({
      list: title,
      organisation: letter.organisation.name,
      settings: origin + urls.listSubscription(at),
      stop: stopOf(letter, config),
    });
    return {
      to: letter.to,
      locale,
      subject: mailSubject(
        { subject: m.lists_digest_subject({ count: messages.length }), isReply: false },
        list.prefix || title,
      ),
      text: `${[
        m.lists_digest_opening({ list: title, count: messages.length }),
        threads
          .map(([, some], index) => `${index + 1}. ${some[0]!.subject || m.lists_no_subject()}`)
          .join('\n'),
        ...told,
      ].join('\n\n')}\n\n-- \n${foot}`,
      unsubscribe: stopOf(letter, config),
      ...replyTo(list, config),
      list: passOn(letter, config, {
        name: title,
        messageId: `resume-${digestId}@${domainOf(config)}`,
        answers: [],
        isAutomatic: true,
      }),
    };
  });
}

const domainOf = ({ lists, mailFrom }: Config): string =>
  lists.domain ?? /@([A-Za-z0-9.-]+)/.exec(mailFrom)?.[1] ?? 'localhost';

const stopOf = ({ organisation, origin, subscriptionId }: ListLetter, config: Config): string =>
  origin + urls.stopList({ token: writeListLink(config, organisation.id, 'stop', subscriptionId) });

const replyTo = (list: MailingList, config: Config): { replyTo?: string } => {
  const address = addressOf(list, config.lists.domain);
  return address ? { replyTo: address } : {};
};

function passOn(
  { letterId, list, origin, at }: ListLetter,
  config: Config,
  {
    name,
    ...mailing
  }: Pick<ListMailing, 'messageId' | 'answers' | 'isAutomatic'> & { name: string },
): ListMailing {
  const { domain } = config.lists;
  const address = addressOf(list, domain);
  return {
    ...mailing,
    from: { name, address: address ?? addressIn(config.mailFrom) },
    ...(address &&
      domain && {
        to: address,
        returnPath: bounceAddress(list.localPart, letterId, domain),
      }),
    headers: {
      'List-Id': `<${list.localPart}.${domainOf(config)}>`,
      'List-Archive': `<${origin}${urls.spaceList(at)}>`,
      ...(address && { 'List-Post': `<mailto:${address}>` }),
      Precedence: 'list',
      // whatever brings it back to a list of ours is told apart by it
      'X-Loop': address ?? `${list.localPart}@${domainOf(config)}`,
    },
  };
}

const addressIn = (mailFrom: string): string => /<([^<>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;
