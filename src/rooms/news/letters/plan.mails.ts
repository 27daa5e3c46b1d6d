import * as m from '../../../paraglide/messages.js';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import { heldWords } from './newsletter-words.page.ts';
import type { HeldFor } from './plan.ts';

/** To whoever planned it: it did not leave, why, and where that is settled. */
export const writeHeldLetter = (
  told: { organisation: string; subject: string; address: string; heldFor: HeldFor },
  locale: Locale,
): { subject: string; text: string } =>
  withLocale(locale, () => ({
    subject: m.newsletter_held_mail_subject({ subject: told.subject }),
    text: [
      heldWords[told.heldFor](),
      m.newsletter_held_mail_words({ address: told.address }),
      told.organisation,
    ].join('\n\n'),
  }));
