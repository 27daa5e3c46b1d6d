/**
 * A sealed ballot: HPKE (RFC 9180, base mode, P-256, HKDF-SHA256, AES-256-GCM) of nonce, length, canonical
 * choices and zeros up to the size of the poll. `info` binds the manifest, the additional data the slot: a
 * random token that the server gives with the form, so that a ballot copied into another form does not open.
 */
import { fromHex, HASH_BYTES, type Hash, joinBytes, toHex } from '../box/commitment.ts';
import { LENGTH_BYTES, NONCE_BYTES } from './sealing.ts';

const utf8 = new TextEncoder();
const INFO = utf8.encode('pb-sealed-v1');
const LABEL = utf8.encode('pb-sealed-ballot-v1');
/** An uncompressed point of P-256, and the tag of AES-GCM. */
const POINT_BYTES = 65;
const TAG_BYTES = 16;

/** What HPKE binds to the ciphertext; all in hexadecimal. */
export interface SealedFor {
  /** M: SHA-256 of the manifest. */
  manifestHash: string;
  /** Of the slot, 32 bytes. */
  token: string;
}

export function bindBallot({ manifestHash, token }: SealedFor): {
  info: Uint8Array<ArrayBuffer>;
  aad: Uint8Array<ArrayBuffer>;
} {
  return {
    info: Uint8Array.from(joinBytes([INFO, fromHex(manifestHash)!])),
    aad: Uint8Array.from(fromHex(token)!),
  };
}

/** The plaintext. `written`: canonical choices; `nonce`: 64 hexadecimal digits. */
export function packBallot(written: string, nonce: string, size: number): Uint8Array<ArrayBuffer> {
  const choices = utf8.encode(written);
  if (NONCE_BYTES + LENGTH_BYTES + choices.length > size)
    throw new RangeError('A ballot longer than the poll allows.');
  const bytes = new Uint8Array(size);
  bytes.set(fromHex(nonce)!);
  new DataView(bytes.buffer).setUint32(NONCE_BYTES, choices.length);
  bytes.set(choices, NONCE_BYTES + LENGTH_BYTES);
  return bytes;
}

/** null: not a plaintext of this poll, or one that hides something behind its choices. */
export function unpackBallot(
  bytes: Uint8Array,
  size: number,
): { nonce: string; written: string } | null {
  if (bytes.length !== size) return null;
  const from = NONCE_BYTES + LENGTH_BYTES;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(NONCE_BYTES);
  if (from + length > size || bytes.subarray(from + length).some((byte) => byte !== 0)) return null;
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const written = decoder.decode(bytes.subarray(from, from + length));
    return { nonce: toHex(bytes.subarray(0, NONCE_BYTES)), written };
  } catch {
    return null;
  }
}

/** The encapsulated key and the ciphertext after it, as base64url without padding. */
export function writeSealed(key: Uint8Array, ciphertext: Uint8Array): string {
  const bytes = joinBytes([key, ciphertext]);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export interface ReadSealed {
  bytes: Uint8Array<ArrayBuffer>;
  /** The encapsulated key. */
  key: Uint8Array<ArrayBuffer>;
  ciphertext: Uint8Array<ArrayBuffer>;
}

/** null: malformed, truncated or longer than a ballot of this poll can be (V12). */
export function readSealed(text: string, size: number): ReadSealed | null {
  const length = POINT_BYTES + size + TAG_BYTES;
  if (text.length !== Math.ceil((length * 4) / 3) || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  const key = bytes.slice(0, POINT_BYTES);
  const ciphertext = bytes.slice(POINT_BYTES);
  // one way only to write the same bytes, or a copy would pass for another ballot
  if (key[0] !== 4 || writeSealed(key, ciphertext) !== text) return null;
  return { bytes, key, ciphertext };
}

export type SealedRefusal = 'ballot-not-sealed' | 'sealed-ballot-damaged';

/** All that can be said of a sealed ballot before it is opened: that it is there, and of the one right length. */
export function checkSealed(
  { size }: { size: number },
  text: string,
): { ok: true; sealed: string } | { ok: false; refusal: SealedRefusal } {
  if (text === '') return { ok: false, refusal: 'ballot-not-sealed' };
  if (!readSealed(text, size)) return { ok: false, refusal: 'sealed-ballot-damaged' };
  return { ok: true, sealed: text };
}

/** SHA-256("pb-sealed-ballot-v1" ‖ M ‖ token ‖ ciphertext): who holds the receipt can tell that none was changed. */
export function commitSealed(
  hash: Hash,
  { manifestHash, token }: SealedFor,
  bytes: Uint8Array,
): Uint8Array {
  const [manifest, slot] = [fromHex(manifestHash), fromHex(token)];
  if (manifest?.length !== HASH_BYTES || !slot) throw new RangeError('Not a hash, or not a token.');
  return hash(joinBytes([LABEL, manifest, slot, bytes]));
}
