import * as m from '../../paraglide/messages.js';
import type { Config } from '../../platform/config.ts';
import { originOf } from '../../platform/http/origin.ts';
import type { VisitedOrganisation } from '../../platform/http/visit.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import { urls } from '../../urls.ts';
import type { UnsentLetter } from './letter.ts';
import { writeTopicToken } from './letter-token.crypto.ts';
import { topicWords } from './topic-words.page.ts';

/** A letter with its foot: why one receives it, and the one link that stops the others of its kind. */
export function composeMail(
  letter: UnsentLetter,
  id: string,
  organisation: VisitedOrganisation,
  config: Config,
): Mail {
  const { to, subject, text, locale, personId, topic, isOwed } = letter;
  const mail = {
    to,
    subject,
    locale,
    replyTo: organisation.contactEmail,
    messageId: `letter-${id}`,
  };
  if (personId === null || isOwed) return { ...mail, text };
  const key = openKeys(config.keysFolder).rollKey();
  const token = writeTopicToken(key, organisation.id, personId, topic);
  const stop = originOf(organisation.host, config) + urls.stopLetters({ token });
  const foot = withLocale(locale, () =>
    m.letters_foot({
      organisation: organisation.name,
      topic: topicWords[topic].name().toLocaleLowerCase(locale),
      stop,
    }),
  );
  return { ...mail, text: `${text.trimEnd()}\n\n-- \n${foot}`, unsubscribe: stop };
}
