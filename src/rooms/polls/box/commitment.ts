/**
 * What binds a ballot to its poll without telling it:
 * commitment = SHA-256("pb-ballot-v1" ‖ M ‖ canonical choices ‖ nonce), where M is the manifest's hash
 * and the nonce 32 random bytes. All parts but the choices have a fixed length, so no two ballots
 * are written with the same bytes.
 */

/** SHA-256, given by whoever calls: rules reach for no library. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

const LABEL = new TextEncoder().encode('pb-ballot-v1');
export const HASH_BYTES = 32;

/** `manifestHash` and `nonce` are 32 bytes, `choices` the canonical JSON of the ballot. */
export function commit(
  hash: Hash,
  manifestHash: Uint8Array,
  choices: string,
  nonce: Uint8Array,
): Uint8Array {
  if (manifestHash.length !== HASH_BYTES || nonce.length !== HASH_BYTES)
    throw new RangeError('A manifest hash and a nonce are 32 bytes each.');
  return hash(joinBytes([LABEL, manifestHash, new TextEncoder().encode(choices), nonce]));
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes of a string of 64 hexadecimal digits; null for anything else. */
export function fromHex(text: string): Uint8Array | null {
  if (!/^[0-9a-f]{64}$/.test(text)) return null;
  return Uint8Array.from({ length: HASH_BYTES }, (_, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
}
