import * as m from '../../paraglide/messages.js';
import { withLocale } from '../../platform/locale/locale.ts';
import { urls } from '../../urls.ts';
import type { Letter } from '../notifications/index.ts';
import { type Edition, numberedSegment } from '../spaces/index.ts';

/** What a resident receives for an idea that somebody typed for them; owed: they learn of it, and may object. */
export function writePaperReceipt(entered: {
  organisation: { id: string; name: string; defaultLocale: 'fr' | 'en' };
  origin: string;
  edition: Edition;
  idea: { id: string; number: number; title: string };
  name: string;
  email: string;
}): Letter {
  const { organisation, origin, edition, idea, name, email } = entered;
  const address = urls.idea({
    edition: edition.slug,
    idea: numberedSegment(idea.number, idea.title),
  });
  return {
    organisationId: organisation.id,
    topic: 'my-ideas',
    personId: null,
    address: email,
    locale: organisation.defaultLocale,
    ...withLocale(organisation.defaultLocale, () => ({
      subject: m.entry_mail_subject({ title: idea.title }),
      text: m.entry_mail_body({
        name,
        title: idea.title,
        number: idea.number,
        edition: edition.title,
        address: origin + address,
        organisation: organisation.name,
      }),
    })),
    target: { kind: 'idea', id: idea.id },
    isOwed: true,
  };
}
