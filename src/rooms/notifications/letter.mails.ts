import * as m from '../../paraglide/messages.js';
import type { Config } from '../../platform/config.ts';
import { originOf } from '../../platform/http/origin.ts';
import type { VisitedOrganisation } from '../../platform/http/visit.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import { urls } from '../../urls.ts';
import type { UnsentLetter } from './letter.ts';
import { writeMailDocument } from './letter-document.page.ts';
import { writeTopicToken } from './letter-token.crypto.ts';
import { topicWords } from './topic-words.page.ts';

/** A letter with its foot: why one receives it, and the one link that stops the others of its kind. */
export function composeMail(
  letter: UnsentLetter,
  id: string,
  organisation: VisitedOrganisation,
  config: Config,
): Mail {
  const { to, subject, text, locale, topic } = letter;
  const mail = {
    to,
    subject,
    locale,
    replyTo: organisation.contactEmail,
    messageId: `letter-${id}`,
  };
  const stop = stopOf(letter, organisation, config);
  const inputs = stop !== null && {
    organisation: organisation.name,
    topic: withLocale(locale, () => topicWords[topic].name().toLocaleLowerCase(locale)),
    stop,
  };
  const html = letter.html
    ? { html: writeMailDocument({ locale, subject, content: letter.html, foot: inputs || null }) }
    : {};
  if (!inputs) return { ...mail, text, ...html };
  const foot = withLocale(locale, () => m.letters_foot(inputs));
  return { ...mail, text: `${text.trimEnd()}\n\n-- \n${foot}`, ...html, unsubscribe: inputs.stop };
}

/** The address that stops such letters for this reader; null: it is owed, or there is nothing to stop. */
function stopOf(
  { personId, isOwed, topic, stopPath }: UnsentLetter,
  organisation: VisitedOrganisation,
  config: Config,
): string | null {
  const origin = originOf(organisation.host, config);
  if (stopPath) return origin + stopPath;
  if (personId === null || isOwed) return null;
  const key = openKeys(config.keysFolder).rollKey();
  return (
    origin + urls.stopLetters({ token: writeTopicToken(key, organisation.id, personId, topic) })
  );
}
