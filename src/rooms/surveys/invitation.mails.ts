import * as m from '../../paraglide/messages.js';
import { type Locale, withLocale } from '../../platform/locale/locale.ts';
import { formatDateTime } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { say } from './question.ts';
import type { Survey } from './survey.ts';

interface Invited {
  organisation: { name: string };
  edition: { slug: string; title: string };
  survey: Pick<Survey, 'introduction' | 'closesAt'>;
  /** `https://host[:port]`. */
  origin: string;
}

/** One letter, one action: the same address for everybody, so that an answer names nobody. */
export function writeInvitation(
  { organisation, edition, survey, origin }: Invited,
  locale: Locale,
): { subject: string; text: string } {
  return withLocale(locale, () => ({
    subject: m.survey_mail_subject({ edition: edition.title }).replaceAll(/\s+/g, ' '),
    text: [
      m.survey_mail_hello(),
      say(survey.introduction, locale) || m.survey_mail_usual({ edition: edition.title }),
      `${m.survey_mail_link({ until: survey.closesAt ? formatDateTime(survey.closesAt) : '' })}\n${origin}${urls.survey({ edition: edition.slug })}`,
      m.survey_mail_anonymous(),
      organisation.name,
    ].join('\n\n'),
  }));
}
