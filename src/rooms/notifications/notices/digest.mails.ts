import * as m from '../../../paraglide/messages.js';
import { withLocale } from '../../../platform/locale/locale.ts';
import { urls } from '../../../urls.ts';
import { topicWords } from '../topic-words.page.ts';
import type { DigestedNotice } from './digest.store.ts';
import { type DigestRhythm, MOST_TOLD } from './digest.ts';

interface About {
  organisation: { name: string };
  origin: string;
  nickname: string;
  locale: 'fr' | 'en';
  rhythm: DigestRhythm;
}

/** What happened since the last one, by topic: a sentence and an address each. */
export function writeDigest(
  { organisation, origin, nickname, locale, rhythm }: About,
  notices: readonly DigestedNotice[],
): { subject: string; text: string } {
  const told = notices.slice(0, MOST_TOLD);
  const left = notices.length - told.length;
  const subjects = { daily: m.notices_digest_daily, weekly: m.notices_digest_weekly };
  return withLocale(locale, () => ({
    subject: subjects[rhythm]({ count: notices.length }),
    text: [
      m.notices_digest_hello({ nickname }),
      m.notices_digest_opening(),
      ...[...Map.groupBy(told, ({ topic }) => topic)].map(([topic, some]) =>
        [
          topicWords[topic].name().toLocaleUpperCase(locale),
          ...some.map(({ words, href }) => `- ${words[locale]}\n  ${origin}${href}`),
        ].join('\n'),
      ),
      ...(left > 0 ? [m.notices_digest_left({ count: left })] : []),
      `${m.notices_digest_all()}\n${origin}${urls.notices()}`,
      organisation.name,
    ].join('\n\n'),
  }));
}
