import * as m from '../../paraglide/messages.js';
import type { Locale } from '../../platform/locale/locale.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import { urls } from '../../urls.ts';
import { formatCode } from './proof.ts';

/** The organisation that writes; also travels in the payload of jobs. */
export type Sender = {
  name: string;
  contact: string;
  /** `https://host[:port]`, before every link. */
  origin: string;
};

export interface Reader {
  nickname: string;
  email: string;
  locale: Locale;
}

/** `next`: the address of ours where the person was going, or undefined. */
export function confirmationMail(
  from: Sender,
  to: Reader,
  secrets: { token: string; code: string },
  next: string | undefined,
): Mail {
  const link = from.origin + urls.confirmAddress({ token: secrets.token }, { vers: next });
  return writeLetter(from, to, m.identity_mail_confirm_subject, () =>
    m.identity_mail_confirm({ link, code: formatCode(secrets.code) }),
  );
}

/** To someone who signs up again: the page said nothing, the mail does. */
export function alreadyKnownMail(from: Sender, to: Reader): Mail {
  const link = from.origin + urls.signIn();
  return writeLetter(from, to, m.identity_mail_known_subject, () =>
    m.identity_mail_known({ link }),
  );
}

export function signInCodeMail(from: Sender, to: Reader, code: string): Mail {
  return writeLetter(from, to, m.identity_mail_code_subject, () =>
    m.identity_mail_code({ code: formatCode(code) }),
  );
}

export function passwordLinkMail(from: Sender, to: Reader, token: string): Mail {
  const link = from.origin + urls.newPassword({ token });
  return writeLetter(from, to, m.identity_mail_reset_subject, () =>
    m.identity_mail_reset({ link }),
  );
}

export function passwordChangedMail(from: Sender, to: Reader): Mail {
  const link = from.origin + urls.forgottenPassword();
  return writeLetter(from, to, m.identity_mail_password_subject, () =>
    m.identity_mail_password({ link }),
  );
}

/** To the new address, which must be proven. */
export function newAddressMail(from: Sender, to: Reader, token: string): Mail {
  const link = from.origin + urls.confirmEmail({ token });
  return writeLetter(from, to, m.identity_mail_change_subject, () =>
    m.identity_mail_change({ link }),
  );
}

/** To the owner of an address that somebody else asked to use. */
export function addressAskedForMail(from: Sender, to: Reader): Mail {
  return writeLetter(from, to, m.identity_mail_change_known_subject, m.identity_mail_change_known);
}

/** To the old address: `email` is the new one. */
export function addressChangedMail(from: Sender, to: Reader, email: string): Mail {
  return writeLetter(from, to, m.identity_mail_changed_subject, () =>
    m.identity_mail_changed({ email, contact: from.contact }),
  );
}

/** To the owner of an account that can be entered by another way from now on. */
export function identityLinkedMail(from: Sender, to: Reader, provider: string): Mail {
  const inputs = { name: provider, link: from.origin + urls.linkedAccounts() };
  return writeLetter(from, to, m.providers_mail_linked_subject, () =>
    m.providers_mail_linked(inputs),
  );
}

export function identityUnlinkedMail(from: Sender, to: Reader, provider: string): Mail {
  const inputs = { name: provider, link: from.origin + urls.signIn() };
  return writeLetter(from, to, m.providers_mail_unlinked_subject, () =>
    m.providers_mail_unlinked(inputs),
  );
}

/** A code for one's own data: to take them away, or to erase them. */
export function ownDataCodeMail(from: Sender, to: Reader, code: string): Mail {
  return writeLetter(from, to, m.personal_mail_code_subject, () =>
    m.personal_mail_code({ code: formatCode(code), contact: from.contact }),
  );
}

/** The last one: the account is no more. */
export function accountErasedMail(from: Sender, to: Reader): Mail {
  return writeLetter(from, to, m.personal_mail_erased_subject, () =>
    m.personal_mail_erased({ contact: from.contact }),
  );
}

export function writeLetter(
  from: Sender,
  to: Reader,
  subject: () => string,
  text: () => string,
): Mail {
  return withLocale(to.locale, () => ({
    to: to.email,
    subject: `${subject()} · ${from.name}`,
    text: [
      m.identity_mail_hello({ nickname: to.nickname }),
      text(),
      m.identity_mail_sign({ organisation: from.name, origin: from.origin }),
    ].join('\n\n'),
    locale: to.locale,
    replyTo: from.contact,
  }));
}
