/** A personal code: ten characters of Crockford's base 32 (50 bits), and one that tells a typing error. */

/** Without I, L, O and U, which are read for others. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Characters that are drawn; the check character comes after. */
export const CODE_LENGTH = 10;

/** Why a typed code is not taken. `code-refused` is said of an unknown, revoked and foreign one alike. */
export type CodeRefusal =
  | 'code-missing'
  | 'code-unreadable'
  | 'code-refused'
  | 'code-too-often'
  /** Somebody has voted with it: said by whoever holds the roll. */
  | 'code-used';

/** Name of the field, and of the fragment that the letter's QR code carries. */
export const CODE_FIELD = 'code-personnel';

type Reading =
  | { ok: true; code: string }
  | { ok: false; refusal: 'code-missing' | 'code-unreadable' };

/** Longer than any code with spaces: the rest is not looked at. */
const TYPED_LENGTH = 100;

/** The ten characters of what was typed or pasted, in any case, with any spaces and hyphens; O is 0, I and L are 1. */
export function readCode(typed: string): Reading {
  const signs = typed
    .slice(0, TYPED_LENGTH)
    .toUpperCase()
    .replaceAll(/[\s\u00a0\u202f_.\-–—‑]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (signs === '') return { ok: false, refusal: 'code-missing' };
  const code = signs.slice(0, CODE_LENGTH);
  const known = [...signs].every((sign) => LETTERS.includes(sign));
  if (!known || signs.length !== CODE_LENGTH + 1 || checkCharacter(code) !== signs.at(-1))
    return { ok: false, refusal: 'code-unreadable' };
  return { ok: true, code };
}

/** As it is printed: `ABCDE-FGHJK-C`. */
export function formatCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}-${checkCharacter(code)}`;
}

/** The first 50 bits of at least seven bytes, as ten characters: each of the 32 as likely as any other. */
export function spellCode(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, 7)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 6n;
  let code = '';
  for (let at = 0; at < CODE_LENGTH; at += 1) {
    code = LETTERS[Number(bits & 31n)] + code;
    bits >>= 5n;
  }
  return code;
}

/**
 * A weighted sum in the field of 32 elements (x⁵ + x² + 1), each place with its own weight: any one wrong
 * character and any two exchanged ones are told.
 */
export function checkCharacter(code: string): string {
  let sum = 0;
  // Horner: the place before weighs α times as much
  for (const sign of code) sum = double(sum ^ LETTERS.indexOf(sign));
  return LETTERS[sum]!;
}

/** Times α: shifted, and folded back by the polynomial where it leaves five bits. */
function double(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}
