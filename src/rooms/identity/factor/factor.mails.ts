import * as m from '../../../paraglide/messages.js';
import type { Mail } from '../../../platform/mail/mail.ts';
import { urls } from '../../../urls.ts';
import { type Reader, type Sender, writeLetter } from '../identity.mails.ts';

/** What was added or removed: the application, or a passkey by its name. */
export type ChangedFactor = { kind: 'app' } | { kind: 'passkey'; name: string };

export function factorAddedMail(from: Sender, to: Reader, factor: ChangedFactor): Mail {
  const ways = wayOut(from);
  return factor.kind === 'app'
    ? writeLetter(from, to, m.factor_mail_added_app_subject, () => m.factor_mail_added_app(ways))
    : writeLetter(from, to, m.factor_mail_added_passkey_subject, () =>
        m.factor_mail_added_passkey({ ...ways, name: factor.name }),
      );
}

export function factorRemovedMail(from: Sender, to: Reader, factor: ChangedFactor): Mail {
  const ways = wayOut(from);
  return writeLetter(from, to, m.factor_mail_removed_subject, () =>
    factor.kind === 'app'
      ? m.factor_mail_removed_app(ways)
      : m.factor_mail_removed_passkey({ ...ways, name: factor.name }),
  );
}

export function factorsResetMail(from: Sender, to: Reader): Mail {
  const link = from.origin + urls.signIn({ vers: urls.accountFactors() });
  return writeLetter(from, to, m.factor_mail_reset_subject, () =>
    m.factor_mail_reset({ link, contact: from.contact }),
  );
}

/** For somebody whom the mail surprises. */
const wayOut = (from: Sender) => ({
  link: from.origin + urls.forgottenPassword(),
  contact: from.contact,
});
