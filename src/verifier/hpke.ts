/**
 * Opens what was sealed by HPKE (RFC 9180, base mode, single shot): DHKEM(P-256, HKDF-SHA256), HKDF-SHA256
 * and AES-GCM. The browser or Node does the curve and the cipher; the rest is here to be read.
 */
import { sha256, utf8 } from './sha256.ts';

interface Suite {
  /** 0x0002: AES-256-GCM; 0x0001: AES-128-GCM, which only the published vectors use. */
  aead: 1 | 2;
}

/** A private key that was found to belong to its public one. */
export interface PrivateKey {
  /** Throws where nothing opens. */
  open(sealed: Sealed, suite?: Suite): Promise<Uint8Array>;
}

interface Sealed {
  /** The encapsulated key, 65 bytes. */
  key: Uint8Array<ArrayBuffer>;
  info: Uint8Array;
  aad: Uint8Array<ArrayBuffer>;
  ciphertext: Uint8Array<ArrayBuffer>;
}

const P256 = { name: 'ECDH', namedCurve: 'P-256' };

/** `point`: 65 bytes, `scalar`: 32. 'another-key': they do not belong together; null: this browser cannot tell. */
export async function openPrivateKey(
  point: Uint8Array<ArrayBuffer>,
  scalar: Uint8Array<ArrayBuffer>,
): Promise<PrivateKey | 'another-key' | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const [x, y, d] = [point.slice(1, 33), point.slice(33), scalar].map(writeBase64Url);
  let secret: CryptoKey;
  try {
    const jwk = { kty: 'EC', crv: 'P-256', x: x!, y: y!, d: d! };
    secret = await subtle.importKey('jwk', jwk, P256, false, ['deriveBits']);
    // not every browser looks whether the halves fit: both must agree with somebody else's key
    const other = (await subtle.generateKey(P256, false, ['deriveBits'])) as CryptoKeyPair;
    const mine = await agree(subtle, secret, other.publicKey);
    const stated = await subtle.importKey('raw', point, P256, false, []);
    const theirs = await agree(subtle, other.privateKey, stated);
    if (mine.some((byte, at) => byte !== theirs[at])) return 'another-key';
  } catch {
    return 'another-key';
  }
  return {
    async open({ key, info, aad, ciphertext }, { aead } = { aead: 2 }) {
      const sender = await subtle.importKey('raw', key, P256, false, []);
      const shared = expand(
        KEM,
        extract(KEM, NONE, 'eae_prk', await agree(subtle, secret, sender)),
        {
          label: 'shared_secret',
          info: join(key, point),
          length: 32,
        },
      );
      const suite = join(utf8('HPKE'), Uint8Array.of(0, 0x10, 0, 1, 0, aead));
      const context = join(
        Uint8Array.of(0),
        extract(suite, NONE, 'psk_id_hash', NONE),
        extract(suite, NONE, 'info_hash', info),
      );
      const schedule = extract(suite, shared, 'secret', NONE);
      const length = aead === 2 ? 32 : 16;
      const opening = expand(suite, schedule, { label: 'key', info: context, length });
      const iv = expand(suite, schedule, { label: 'base_nonce', info: context, length: 12 });
      const cipher = await subtle.importKey('raw', opening, 'AES-GCM', false, ['decrypt']);
      const how = { name: 'AES-GCM', iv, additionalData: aad };
      return new Uint8Array(await subtle.decrypt(how, cipher, ciphertext));
    },
  };
}

async function agree(subtle: SubtleCrypto, secret: CryptoKey, point: CryptoKey) {
  return new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: point }, secret, 256));
}

const NONE = new Uint8Array();
const VERSION = utf8('HPKE-v1');
const KEM = join(utf8('KEM'), Uint8Array.of(0, 0x10));

/** LabeledExtract. */
function extract(suite: Uint8Array, salt: Uint8Array, label: string, secret: Uint8Array) {
  return hmac(salt, VERSION, suite, utf8(label), secret);
}

/** LabeledExpand, of at most 32 bytes: one block of HKDF. */
function expand(
  suite: Uint8Array,
  key: Uint8Array,
  { label, info, length }: { label: string; info: Uint8Array; length: number },
): Uint8Array<ArrayBuffer> {
  const size = Uint8Array.of(0, length);
  return hmac(key, size, VERSION, suite, utf8(label), info, Uint8Array.of(1)).slice(0, length);
}

/** HMAC-SHA-256 with a key of at most 64 bytes. */
function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const pad = (byte: number) => Uint8Array.from({ length: 64 }, (_, at) => (key[at] ?? 0) ^ byte);
  return Uint8Array.from(sha256(pad(0x5c), sha256(pad(0x36), ...parts)));
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function writeBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
