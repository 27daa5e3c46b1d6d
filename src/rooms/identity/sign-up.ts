/** What someone gives to have an account: nom, surnom, e-mail, mot de passe and the charter, nothing else (R70, R96). */

import { domainsAbove, type Email, type EmailRefusal, readEmail } from './mailbox.ts';
import {
  checkName,
  checkNickname,
  type NameRefusal,
  type NicknameRefusal,
  nicknameKey,
} from './nickname.ts';
import { checkPassword, type PasswordRefusal } from './password.ts';

export interface SignUpFields {
  name: string;
  nickname: string;
  email: string;
  /** null: no password, this person signs in with codes (enrolment only). */
  password: string | null;
  acceptsCharter: boolean;
}

export interface SignUpRefusals {
  name?: NameRefusal;
  nickname?: NicknameRefusal;
  email?: EmailRefusal;
  password?: PasswordRefusal;
  charter?: 'charter-not-accepted';
}

export interface SignUp {
  name: string;
  nickname: string;
  nicknameKey: string;
  email: string;
  mailbox: string;
}

export interface SignUpContext {
  organisationName: string;
  /** Whether a domain is on the list of throw-away mailboxes (W13). */
  isDisposable(domain: string): boolean;
}

/** Whether nickname and mailbox are free is known by the database alone. */
export function readSignUp(
  fields: SignUpFields,
  context: SignUpContext,
): { ok: true; signUp: SignUp } | { ok: false; refusals: SignUpRefusals } {
  const refusals: SignUpRefusals = {};
  const name = checkName(fields.name);
  if (name) refusals.name = name;
  const nickname = checkNickname(fields.nickname, context.organisationName);
  if (nickname) refusals.nickname = nickname;
  const email = readUsableEmail(fields.email, context.isDisposable);
  if (typeof email === 'string') refusals.email = email;
  if (fields.password !== null) {
    const own = [fields.name, fields.nickname, fields.email];
    const password = checkPassword(fields.password, own);
    if (password) refusals.password = password;
  }
  if (!fields.acceptsCharter) refusals.charter = 'charter-not-accepted';
  if (typeof email === 'string' || Object.keys(refusals).length > 0) return { ok: false, refusals };
  return {
    ok: true,
    signUp: {
      name: fields.name,
      nickname: fields.nickname,
      nicknameKey: nicknameKey(fields.nickname),
      email: email.email,
      mailbox: email.mailbox,
    },
  };
}

/** An address that may belong to an account: readable, and not a throw-away one. */
export function readUsableEmail(
  text: string,
  isDisposable: SignUpContext['isDisposable'],
): Email | EmailRefusal {
  const email = readEmail(text);
  if (typeof email === 'string') return email;
  return domainsAbove(email.domain).some(isDisposable) ? 'email-disposable' : email;
}
