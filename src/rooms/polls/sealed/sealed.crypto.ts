/** The hands of a sealed poll on the server: commitments, tokens, the key out of its parts, opening. */
import { createECDH, createHash, createHmac, createPublicKey, timingSafeEqual } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { combine } from 'shamir-secret-sharing';
import { openKeys } from '../../../platform/keys/keys.ts';
import { sha256 } from '../box/box.crypto.ts';
import { toHex } from '../box/commitment.ts';
import { bindBallot, commitSealed, readSealed, type SealedFor } from './sealed-ballot.ts';
import type { Sealing } from './sealing.ts';
import { markOfKey, readShare } from './share.ts';

/** A ballot as the voter's browser sealed it, with the token of its slot. */
export interface SealedPaper {
  /** base64url. */
  sealed: string;
  /** 64 hexadecimal digits. */
  token: string;
}

/**
 * The token of a form, given with it and reckoned again when it comes back: each form has its own, its key
 * is taken once in a poll, and without the link key, which is destroyed at sealing, nobody finds it again.
 */
export function makeToken(linkKey: Uint8Array, pollId: string, idempotencyKey: string): string {
  return createHmac('sha256', linkKey)
    .update(`pb-sealed-slot-v1\n${pollId}\n${idempotencyKey}`)
    .digest('hex');
}

/** The token of a form for its page; '' where the box is out of reach, and no ballot would be taken. */
export function tokenOf(keysFolder: string, pollId: string, idempotencyKey: string): string {
  const linkKey = openKeys(keysFolder).readLinkKey(pollId);
  if (!linkKey) return '';
  const token = makeToken(linkKey, pollId, idempotencyKey);
  linkKey.fill(0);
  return token;
}

/** The commitment of a sealed ballot, hexadecimal. It was checked before that the text can be read. */
export function commitPaper(manifestHash: string, { sealed, token }: SealedPaper): string {
  const bytes = Buffer.from(sealed, 'base64url');
  return toHex(commitSealed(sha256, { manifestHash, token }, bytes));
}

/** Whether a point is one of P-256. */
export function isPublicKey(publicKey: string): boolean {
  const point = Buffer.from(publicKey, 'base64url');
  if (point.length !== 65 || point[0] !== 4) return false;
  const half = (from: number) => point.subarray(from, from + 32).toString('base64url');
  try {
    createPublicKey({
      key: { kty: 'EC', crv: 'P-256', x: half(1), y: half(33) },
      format: 'jwk',
    });
    return true;
  } catch {
    return false;
  }
}

export type ShareRefusal =
  | 'too-few-shares'
  | 'share-unreadable'
  | 'share-of-another-poll'
  | 'share-unknown'
  | 'same-share-twice'
  | 'shares-do-not-fit';

/**
 * The private key (32 bytes) out of parts as trustees bring them, each held against the hash that the
 * manifest froze. A refusal says which part, from 0, and nothing of what it holds.
 */
export async function rebuildKey(
  sealing: Sealing,
  texts: readonly string[],
): Promise<
  { ok: true; privateKey: Buffer } | { ok: false; refusal: ShareRefusal; which: number | null }
> {
  const refuse = (refusal: ShareRefusal, which: number | null = null) =>
    ({ ok: false, refusal, which }) as const;
  const publicKey = Buffer.from(sealing.publicKey, 'base64url');
  const shares = new Map<string, Uint8Array>();
  for (const [which, text] of texts.entries()) {
    if (text.trim() === '') continue;
    const kept = readShare(text);
    if (!kept) return refuse('share-unreadable', which);
    if (!timingSafeEqual(kept.mark, markOfKey(publicKey)))
      return refuse('share-of-another-poll', which);
    const hash = hashShare(kept.share);
    if (!sealing.shareHashes.includes(hash)) return refuse('share-unknown', which);
    if (shares.has(hash)) return refuse('same-share-twice', which);
    shares.set(hash, kept.share);
  }
  if (shares.size < sealing.threshold) return refuse('too-few-shares');
  // parts that a ceremony of somebody's own made may not even be points of one line
  const combined = await combine([...shares.values()]).catch(() => null);
  if (!combined) return refuse('shares-do-not-fit');
  const privateKey = Buffer.from(combined);
  combined.fill(0);
  for (const share of shares.values()) share.fill(0);
  if (isKeyOf(publicKey, privateKey)) return { ok: true, privateKey };
  privateKey.fill(0);
  return refuse('shares-do-not-fit');
}

/** SHA-256("pb-share-v1" ‖ part), hexadecimal. */
function hashShare(share: Uint8Array): string {
  return createHash('sha256').update('pb-share-v1').update(share).digest('hex');
}

function isKeyOf(publicKey: Buffer, privateKey: Buffer): boolean {
  const pair = createECDH('prime256v1');
  try {
    pair.setPrivateKey(privateKey);
  } catch {
    return false;
  }
  return pair.getPublicKey().equals(publicKey);
}

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Opens ballots one after another; null: this one does not open under the manifest and its slot. */
export async function openWith(
  privateKey: Buffer,
  { publicKey, size }: Sealing,
): Promise<(sealed: string, boundTo: SealedFor) => Promise<Uint8Array | null>> {
  const importKey = (bytes: Buffer, isPublic: boolean) =>
    suite.kem.importKey('raw', Uint8Array.from(bytes).buffer, isPublic);
  const recipientKey = {
    privateKey: await importKey(privateKey, false),
    publicKey: await importKey(Buffer.from(publicKey, 'base64url'), true),
  };
  return async (sealed, boundTo) => {
    const read = readSealed(sealed, size);
    if (!read) return null;
    const { info, aad } = bindBallot(boundTo);
    try {
      const context = { recipientKey, enc: read.key, info };
      return new Uint8Array(await suite.open(context, read.ciphertext, aad));
    } catch {
      return null;
    }
  };
}
