import * as m from '../../../paraglide/messages.js';
import type { VisitedOrganisation } from '../../../platform/http/visit.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { WriteAnswer } from './queue.store.ts';
import { reasonWords } from './words.page.ts';

/** Tells the voter what was decided, in their language, and what to do now. */
export function answerOf(about: {
  organisation: VisitedOrganisation;
  edition: Edition;
  /** `https://host[:port]` of the organisation's site. */
  origin: string;
}): WriteAnswer {
  return (reader, decision) =>
    withLocale(reader.locale, () => {
      const words = {
        edition: about.edition.title,
        organisation: about.organisation.name,
        link: about.origin + urls.vote({ edition: about.edition.slug }),
      };
      const accepted = decision.kind === 'accepted';
      return {
        to: reader.email,
        subject: accepted ? m.proofs_mail_accepted_subject() : m.proofs_mail_refused_subject(),
        text: accepted
          ? m.proofs_mail_accepted(words)
          : m.proofs_mail_refused({
              ...words,
              reason: [reasonWords[decision.reason](), decision.words].filter(Boolean).join('\n'),
            }),
        locale: reader.locale,
        replyTo: about.organisation.contactEmail,
      };
    });
}
