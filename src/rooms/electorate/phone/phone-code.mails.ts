import * as m from '../../../paraglide/messages.js';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import { formatSmsCode } from './phone-code.ts';

/** Longer names would make it two messages. */
const NAME_LENGTH = 40;

/**
 * The message with a code: it says from whom, and nothing of any vote. Its last line binds the code to the site's
 * host, so that telephones fill it in there and nowhere else (« origin-bound one-time codes », WICG).
 */
export function writePhoneCode(
  from: { name: string; host: string },
  locale: Locale,
  code: string,
): string {
  const organisation = from.name.replaceAll(/\s+/g, ' ').slice(0, NAME_LENGTH);
  const words = withLocale(locale, () => m.phone_sms({ organisation, code: formatSmsCode(code) }));
  return `${plain(words)}\n\n@${from.host} #${code}`;
}

/** Spaces and apostrophes of print are not in the alphabet of SMS (GSM 03.38): with them a message costs two. */
function plain(words: string): string {
  return words.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'");
}
