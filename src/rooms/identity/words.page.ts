import * as m from '../../paraglide/messages.js';
import type { Problems } from '../../ui/form.tsx';
import type { BirthRefusal, ResidenceRefusal } from './declared-identity.ts';
import type { EmailRefusal } from './mailbox.ts';
import { ERASED_NICKNAME, type NameRefusal, type NicknameRefusal } from './nickname.ts';
import type { PasswordRefusal } from './password.ts';

/** Refusals that several pages of this room share. */
export type Refusal =
  | NameRefusal
  | NicknameRefusal
  | EmailRefusal
  | PasswordRefusal
  | BirthRefusal
  | ResidenceRefusal
  | 'charter-not-accepted'
  | 'email-taken'
  | 'email-same'
  | 'code-missing'
  | 'code-refused'
  | 'credentials-refused'
  | 'current-password-refused'
  | 'link-password-refused'
  | 'trapped';

const words: Record<Refusal, (place: { place: string }) => string> = {
  'name-missing': m.identity_refused_name_missing,
  'name-too-long': m.identity_refused_name_too_long,
  'name-unreadable': m.identity_refused_name_unreadable,
  'nickname-missing': m.identity_refused_nickname_missing,
  'nickname-too-short': m.identity_refused_nickname_too_short,
  'nickname-too-long': m.identity_refused_nickname_too_long,
  'nickname-unreadable': m.identity_refused_nickname_unreadable,
  'nickname-reserved': m.identity_refused_nickname_reserved,
  'nickname-taken': m.identity_refused_nickname_taken,
  'email-missing': m.identity_refused_email_missing,
  'email-unreadable': m.identity_refused_email_unreadable,
  'email-disposable': m.identity_refused_email_disposable,
  'email-taken': m.identity_refused_email_taken,
  'email-same': m.identity_refused_email_same,
  'password-missing': m.identity_refused_password_missing,
  'password-too-short': m.identity_refused_password_too_short,
  'password-too-long': m.identity_refused_password_too_long,
  'password-common': m.identity_refused_password_common,
  'password-personal': m.identity_refused_password_personal,
  'birth-missing': m.identity_refused_birth_missing,
  'birth-not-a-date': m.identity_refused_birth_not_a_date,
  'birth-in-the-future': m.identity_refused_birth_in_the_future,
  'birth-too-long-ago': m.identity_refused_birth_too_long_ago,
  'residence-missing': m.identity_refused_residence_missing,
  'residence-too-long': m.identity_refused_residence_too_long,
  'charter-not-accepted': m.identity_refused_charter,
  'code-missing': m.identity_refused_code_missing,
  'code-refused': m.identity_refused_code,
  'credentials-refused': m.identity_refused_credentials,
  'current-password-refused': m.identity_refused_current_password,
  'link-password-refused': m.identity_refused_link_password,
  trapped: m.contact_refused_trap,
};

/** `place`: the organisation's town, where words name it. */
export function wordsFor(refusal: Refusal, place = { place: '' }): string {
  return words[refusal](place);
}

/** Name of each field of the forms, by what it holds. */
export const FIELDS = {
  name: 'nom',
  nickname: 'surnom',
  email: 'courriel',
  password: 'mot-de-passe',
  currentPassword: 'mot-de-passe-actuel',
  charter: 'charte',
  code: 'code',
  birth: 'naissance',
  residence: 'residence',
  work: 'travail',
  /** What concerns the form as a whole. */
  form: 'form',
} as const;

export type Refusals = { [field in keyof typeof FIELDS]?: Refusal | undefined };

/** Words beside each field, in the order of the form. */
export function wordsOf(refusals: Refusals, place = { place: '' }): Problems {
  return Object.fromEntries(
    Object.entries(refusals)
      .filter(([, refusal]) => refusal)
      .map(([field, refusal]) => [FIELDS[field as keyof typeof FIELDS], wordsFor(refusal!, place)]),
  );
}

/** A nickname as a store gives it: of an erased account, what such accounts are called. */
export const sayNickname = (nickname: string): string =>
  nickname === ERASED_NICKNAME ? m.personal_erased_name() : nickname;
