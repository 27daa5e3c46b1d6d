/**
 * SHA-256 (FIPS 180-4), written out: a box of 100 000 ballots asks for 300 000 short hashes, and the
 * browser's own function is only to be had asynchronously, and only over https.
 */

const primes = listPrimes(64);
/** The first 32 bits of the fractional parts of roots of the first primes, as the standard derives them. */
const ROUND = Uint32Array.from(primes, (prime) => (Math.cbrt(prime) % 1) * 2 ** 32);
const START = Uint32Array.from(primes.slice(0, 8), (prime) => (Math.sqrt(prime) % 1) * 2 ** 32);
const state = new Uint32Array(8);
const schedule = new Uint32Array(64);
const tail = new Uint8Array(128);
const tailView = new DataView(tail.buffer);

function listPrimes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1)
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
}

export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const message = parts.length === 1 ? parts[0]! : join(parts);
  state.set(START);
  const whole = message.length - (message.length % 64);
  for (let at = 0; at < whole; at += 64) mix(message, at);
  // the rest, a bit set, zeros, and the length in bits
  const rest = message.length - whole;
  const end = rest < 56 ? 64 : 128;
  tail.fill(0);
  tail.set(message.subarray(whole));
  tail[rest] = 0x80;
  tailView.setUint32(end - 8, Math.floor(message.length / 2 ** 29));
  tailView.setUint32(end - 4, (message.length * 8) >>> 0);
  for (let at = 0; at < end; at += 64) mix(tail, at);
  return writeState();
}

function writeState(): Uint8Array {
  const hash = new Uint8Array(32);
  for (let at = 0; at < 32; at += 1) hash[at] = state[at >> 2]! >>> (24 - 8 * (at & 3));
  return hash;
}

function mix(bytes: Uint8Array, from: number): void {
  for (let at = 0; at < 16; at += 1) {
    const byte = from + 4 * at;
    schedule[at] =
      (bytes[byte]! << 24) | (bytes[byte + 1]! << 16) | (bytes[byte + 2]! << 8) | bytes[byte + 3]!;
  }
  for (let at = 16; at < 64; at += 1) {
    const [early, late] = [schedule[at - 15]!, schedule[at - 2]!];
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    schedule[at] = schedule[at - 16]! + low + schedule[at - 7]! + high;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const one =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + ROUND[at]! + schedule[at]!) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => {
    state[at]! += word;
  });
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

const DIGITS = '0123456789abcdef';
const DIGIT_OF = Uint8Array.from({ length: 128 }, (_, code) =>
  DIGITS.indexOf(String.fromCharCode(code)),
);

/** 32 bytes of 64 hexadecimal digits, in lower case; null for anything else. */
export function fromHex(text: string): Uint8Array | null {
  if (!/^[0-9a-f]{64}$/.test(text)) return null;
  const bytes = new Uint8Array(32);
  for (let at = 0; at < 32; at += 1)
    bytes[at] = 16 * DIGIT_OF[text.charCodeAt(2 * at)]! + DIGIT_OF[text.charCodeAt(2 * at + 1)]!;
  return bytes;
}

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}
