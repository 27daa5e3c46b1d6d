/**
 * A part of the key as a trustee keeps it: sixteen groups of four letters and figures that cannot be taken
 * for one another (Crockford's alphabet), with the mark of its key and a checksum in the last two groups.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;
const LETTERS = 64;
/** Of the mark of the key, of the part itself (32 bytes and its number), of the checksum. */
const MARK_BYTES = 3;
const SHARE_BYTES = 33;
const CHECK_BYTES = 4;
const BYTES = MARK_BYTES + SHARE_BYTES + CHECK_BYTES;

/** How many of its last letters a trustee types to show that the part was kept. */
const CHECKED_LETTERS = 8;

/** Tells the parts of one key from those of another without telling the key. `publicKey`: 65 bytes. */
export function markOfKey(publicKey: Uint8Array): Uint8Array {
  return publicKey.slice(1, 1 + MARK_BYTES);
}

export function writeShare(publicKey: Uint8Array, share: Uint8Array): string {
  if (share.length !== SHARE_BYTES) throw new RangeError('A part is 33 bytes.');
  const bytes = new Uint8Array(BYTES);
  bytes.set(markOfKey(publicKey));
  bytes.set(share, MARK_BYTES);
  new DataView(bytes.buffer).setUint32(
    BYTES - CHECK_BYTES,
    checksum(bytes.subarray(0, -CHECK_BYTES)),
  );
  let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let letters = '';
  for (let at = 0; at < LETTERS; at += 1) {
    letters = ALPHABET[Number(value & 31n)] + letters;
    value >>= 5n;
  }
  return letters.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');
}

/** What a trustee types back of a part: its last letters, however they are grouped. */
export function endsLike(share: string, typed: string): boolean {
  return readLetters(typed) === readLetters(share).slice(-CHECKED_LETTERS);
}

export interface KeptShare {
  mark: Uint8Array;
  share: Uint8Array<ArrayBuffer>;
}

/** Longer than any file that holds a part: what is longer is not looked through. */
export const SHARE_TEXT_LENGTH = 4000;

/** The part out of what a trustee pastes, or the whole file; null: none, or one with a letter changed. */
export function readShare(text: string): KeptShare | null {
  const looked = text.slice(0, SHARE_TEXT_LENGTH).toUpperCase();
  const inFile = /(?:[0-9A-Z]{4}-){15}[0-9A-Z]{4}/.exec(looked)?.[0];
  const letters = readLetters(inFile ?? looked);
  if (letters.length !== LETTERS) return null;
  let value = 0n;
  for (const letter of letters) {
    const digit = ALPHABET.indexOf(letter);
    if (digit < 0) return null;
    value = (value << 5n) | BigInt(digit);
  }
  const bytes = new Uint8Array(BYTES);
  for (let at = BYTES - 1; at >= 0; at -= 1) {
    bytes[at] = Number(value & 255n);
    value >>= 8n;
  }
  const stated = new DataView(bytes.buffer).getUint32(BYTES - CHECK_BYTES);
  if (stated !== checksum(bytes.subarray(0, -CHECK_BYTES))) return null;
  return {
    mark: bytes.slice(0, MARK_BYTES),
    share: bytes.slice(MARK_BYTES, MARK_BYTES + SHARE_BYTES),
  };
}

function readLetters(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** CRC-32 (ISO 3309): finds what a hand or a scan got wrong; it guards no secret. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
