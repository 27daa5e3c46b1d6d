/**
 * A commitment as voters keep it: 52 letters and figures of Crockford's alphabet, five bits each, the
 * first bits first; the last four bits are zero. Spaces and case say nothing; O is 0, I and L are 1.
 */
import { toHex } from './sha256.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The commitment in hexadecimal; null when what was typed is no tracking code. */
export function readTrackingCode(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (letters.length !== 52) return null;
  let number = 0n;
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    number = number * 32n + BigInt(value);
  }
  if (number % 16n !== 0n) return null;
  const hex = (number / 16n).toString(16).padStart(64, '0');
  return hex;
}

/** How a reader knows the ballot: its tracking code, in groups of four. */
export function writeTrackingCode(commitment: Uint8Array): string {
  let number = BigInt(`0x${toHex(commitment)}`) * 16n;
  let code = '';
  for (let letter = 0; letter < 52; letter += 1) {
    code = ALPHABET[Number(number % 32n)] + code;
    number /= 32n;
  }
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
