import * as m from '../../paraglide/messages.js';
import { type Locale, withLocale } from '../../platform/locale/locale.ts';

export interface FreezeLetter {
  organisation: string;
  edition: string;
  project: { number: number; title: string };
  /** In full: the page of whoever has an account, else the public one of the project's kit. */
  address: string;
  hasAccount: boolean;
  /** Why nothing promotes for now; null: nothing is off. */
  pause: string | null;
}

/** « Votre projet porte le numéro 12 ; voici votre kit », in plain text. */
export function writeFreezeLetter(
  { organisation, edition, project, address, hasAccount, pause }: FreezeLetter,
  locale: Locale,
): { subject: string; text: string } {
  return withLocale(locale, () => ({
    subject: m.campaign_letter_subject(project),
    text: [
      m.campaign_letter_number({ ...project, edition }),
      m.campaign_letter_order(),
      pause === null
        ? hasAccount
          ? m.campaign_letter_kit({ address })
          : m.campaign_letter_kit_later({ address })
        : m.campaign_letter_paused({ reason: pause, address }),
      ...(pause === null ? [m.campaign_letter_use()] : []),
      organisation,
    ].join('\n\n'),
  }));
}
