/** The hands of the ballot box: hashes, keyed hashes, nonces, signatures and canonical JSON. */
import {
  createHash,
  createHmac,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Choices } from '../ballot/ballot.ts';
import { commit, fromHex, type Hash, toHex } from './commitment.ts';

export const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest();

export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** RFC 8785: one way only to write a value, so that its hash means something. */
export function writeCanonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Not a value that JSON can hold.');
  return text;
}

/** The slot of an elector. Without the link key, which is destroyed at sealing, nobody finds it. */
export function hashSlot(linkKey: Uint8Array, electorId: string): string {
  return createHmac('sha256', linkKey).update(electorId).digest('hex');
}

/** A network address in a limit's key: without the roll key it cannot be guessed back. */
export function hashAsker(rollKey: Uint8Array, address: string): string {
  return createHmac('sha256', rollKey).update(`pb-asker-v1\n${address}`).digest('hex');
}

/** Tells one key from another without telling the key. */
export function markKey(key: Uint8Array, pollId: string): string {
  return createHmac('sha256', key).update(`pb-key-mark-v1\n${pollId}`).digest('hex');
}

export function isKeyMark(mark: string, key: Uint8Array, pollId: string): boolean {
  return timingSafeEqual(
    Buffer.from(markKey(key, pollId)),
    Buffer.from(mark.padEnd(64).slice(0, 64)),
  );
}

export function makeNonce(): string {
  return randomBytes(32).toString('hex');
}

/** The commitment of a ballot, hexadecimal. `manifestHash` and `nonce` are 64 hexadecimal digits. */
export function commitBallot(manifestHash: string, choices: Choices, nonce: string): string {
  return toHex(commit(sha256, fromHex(manifestHash)!, writeCanonical(choices), fromHex(nonce)!));
}

/** What is signed begins with what it is, so that a receipt never passes for a head. */
type Signed =
  | 'pb-manifest-v1'
  | 'pb-head-v1'
  | 'pb-receipt-v1'
  | 'pb-bundle-v1'
  | 'pb-batch-v1'
  | 'pb-totals-v1';

export function signText(key: KeyObject, what: Signed, text: string): string {
  return sign(null, Buffer.from(`${what}\n${text}`), key).toString('base64url');
}

export function isSigned(
  verifyKey: string,
  what: Signed,
  text: string,
  signature: string,
): boolean {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: verifyKey },
    format: 'jwk',
  });
  return verify(null, Buffer.from(`${what}\n${text}`), key, Buffer.from(signature, 'base64url'));
}

export interface Receipt {
  poll: string;
  /** M: SHA-256 of the manifest. */
  manifest: string;
  commitment: string;
  /** Who drew the nonce: the voter's browser, or the server when no script ran. */
  nonceBy: 'browser' | 'server';
}

/** One line of canonical JSON with its signature inside: the same receipt is always the same bytes. */
export function signReceipt(key: KeyObject, receipt: Receipt): string {
  const signature = signText(key, 'pb-receipt-v1', writeCanonical(receipt));
  return writeCanonical({ ...receipt, signature });
}

export function readReceipt(text: string): Receipt & { signature: string } {
  return JSON.parse(text) as Receipt & { signature: string };
}
