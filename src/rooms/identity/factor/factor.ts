/** A second factor: what a person holds besides their password, proven before any power of a role. */

/** The application and the passkeys that a person has, and how many recovery codes are left. */
export interface Factors {
  /** The day it was added, `YYYY-MM-DD`; null: none. */
  appAddedOn: string | null;
  passkeys: readonly Passkey[];
  recoveryCodes: number;
}

export interface Passkey {
  id: string;
  /** Given by its owner: « Clé du bureau ». */
  name: string;
  /** `YYYY-MM-DD`. */
  addedOn: string;
  /** Opens the account without a password too. */
  signsIn: boolean;
}

export type FactorKind = 'app' | 'passkey';

export type FactorRefusal =
  | 'code-missing'
  | 'code-refused'
  | 'passkey-refused'
  | 'passkey-known'
  | 'passkey-name-missing'
  | 'passkey-name-too-long'
  | 'current-password-refused';

export function countFactors({ appAddedOn, passkeys }: Factors): number {
  return passkeys.length + (appAddedOn === null ? 0 : 1);
}

/** How many recovery codes a person receives, once. */
export const RECOVERY_CODES = 10;

/** Without those that are mistaken for one another when copied by hand: i l o u, and no 0 or 1. 30 signs. */
export const RECOVERY_SIGNS = 'abcdefghjkmnpqrstvwxyz23456789';
/** Ten signs of thirty: 49 bits. */
export const RECOVERY_LENGTH = 10;

const PASSKEY_NAME_LENGTH = 60;

export type TypedCode = { kind: 'app' | 'recovery'; code: string };

/** What was typed or pasted, spaces and hyphens and all: six digits of an application, or a recovery code. */
export function readFactorCode(typed: string): TypedCode | 'code-missing' | 'code-refused' {
  const code = typed
    .slice(0, 100)
    .replaceAll(/[\s\u00a0\u202f.-]/gu, '')
    .toLowerCase();
  if (code === '') return 'code-missing';
  if (/^[0-9]{6}$/.test(code)) return { kind: 'app', code };
  const isRecovery =
    code.length === RECOVERY_LENGTH && [...code].every((sign) => RECOVERY_SIGNS.includes(sign));
  return isRecovery ? { kind: 'recovery', code } : 'code-refused';
}

/** As it is printed and read aloud: two groups of five. */
export function formatRecoveryCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** The key of an application as it is typed by hand: groups of four. */
export function formatSecret(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** One line, whatever was pasted: it stands in mails (W13). */
export function readPasskeyName(
  typed: string,
): { ok: true; name: string } | { ok: false; refusal: FactorRefusal } {
  const name = typed.replaceAll(/\s+/gu, ' ').trim();
  if (name === '') return { ok: false, refusal: 'passkey-name-missing' };
  return [...name].length > PASSKEY_NAME_LENGTH
    ? { ok: false, refusal: 'passkey-name-too-long' }
    : { ok: true, name };
}
