/** Links and codes sent by mail: each serves one purpose, once, for a short time (W4, W10). */

export type Purpose =
  | 'confirm-address'
  | 'sign-in'
  | 'reset-password'
  | 'change-address'
  | 'own-data';

/** How long a link lives, in minutes. `sign-in` and `own-data` have a code and no link. */
export const LINK_MINUTES: Readonly<Record<Purpose, number>> = {
  'confirm-address': 24 * 60,
  'sign-in': 0,
  'reset-password': 60,
  'change-address': 24 * 60,
  'own-data': 0,
};

export const CODE_MINUTES = 15;
export const CODE_TRIES = 5;

/** The longest that a proof of this purpose is of any use: it is deleted afterwards. */
export function lifetimeMinutes(purpose: Purpose): number {
  return Math.max(LINK_MINUTES[purpose], CODE_MINUTES);
}

/** The eight digits of a code, however they were pasted: `1234 5678`, `1234-5678`. '' when it is none. */
export function readCode(text: string): string {
  const digits = text.slice(0, 100).replaceAll(/[\s\u00a0\u202f.-]/gu, '');
  return /^[0-9]{8}$/.test(digits) ? digits : '';
}

/** As it is shown in a mail and read aloud: two groups of four. */
export function formatCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
