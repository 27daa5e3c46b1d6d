/**
 * A commitment as people keep it: 52 letters and figures that cannot be taken for one another
 * (Crockford's alphabet, without I, L, O and U), read back whatever the spaces and the case.
 */
import { fromHex, HASH_BYTES } from '../box/commitment.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;
const LENGTH = Math.ceil((HASH_BYTES * 8) / BITS);

/** 32 bytes as 52 letters and figures. */
export function writeTrackingCode(commitment: Uint8Array): string {
  let code = '';
  let held = 0;
  let bits = 0;
  for (const byte of commitment) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= BITS) {
      bits -= BITS;
      code += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? code + ALPHABET[(held << (BITS - bits)) & 31] : code;
}

/** The commitment of a code as typed; null when it is none. */
export function readTrackingCode(typed: string): Uint8Array | null {
  const code = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (code.length !== LENGTH) return null;
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of code) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    held = (held << BITS) | value;
    bits += BITS;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
      held &= (1 << bits) - 1;
    }
  }
  // The last letter carries a few bits beyond the 32nd byte: they say nothing and must be zero.
  return held === 0 && bytes.length === HASH_BYTES ? Uint8Array.from(bytes) : null;
}

/** What somebody kept of their receipt. `poll`: the one it was signed for, where the paper says it. */
export interface Kept {
  commitment: Uint8Array;
  poll: string | null;
}

/** Longer than any receipt: what is longer is not looked through. */
export const KEPT_LENGTH = 1000;

/** A tracking code, or the signed line that a QR code holds; null when it is neither. */
export function readKept(typed: string): Kept | null {
  // copied from a document, a line comes in pieces; none of what it holds has a space
  const text = typed.slice(0, KEPT_LENGTH).replaceAll(/\s/g, '');
  if (!text.startsWith('{')) {
    const commitment = readTrackingCode(text);
    return commitment && { commitment, poll: null };
  }
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof line !== 'object' || line === null) return null;
  if (!('commitment' in line) || !('poll' in line)) return null;
  if (typeof line.commitment !== 'string' || typeof line.poll !== 'string') return null;
  const commitment = fromHex(line.commitment);
  return commitment && { commitment, poll: line.poll };
}
