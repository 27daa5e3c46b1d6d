/** The key of a sealed poll, made in an officer's browser: its public half, and the parts of the other. */
import { split } from 'shamir-secret-sharing';
import { THRESHOLD, TRUSTEES } from '../../rooms/polls/sealed/sealing.ts';
import { writeShare } from '../../rooms/polls/sealed/share.ts';
import { suite } from './sealing.ts';

export interface MadeKey {
  /** The point, base64url. */
  publicKey: string;
  /** As trustees keep them. */
  shares: string[];
  /** SHA-256 of each, hexadecimal. */
  shareHashes: string[];
}

export async function makeKey(): Promise<MadeKey> {
  const pair = await suite.kem.generateKeyPair();
  const point = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
  const secret = new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey));
  const parts = await split(secret, TRUSTEES, THRESHOLD);
  secret.fill(0);
  const made = {
    publicKey: writeBase64Url(point),
    shares: parts.map((part) => writeShare(point, part)),
    shareHashes: await Promise.all(parts.map(hashShare)),
  };
  for (const part of parts) part.fill(0);
  return made;
}

const LABEL = new TextEncoder().encode('pb-share-v1');

async function hashShare(share: Uint8Array): Promise<string> {
  const labelled = new Uint8Array(LABEL.length + share.length);
  labelled.set(LABEL);
  labelled.set(share, LABEL.length);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', labelled));
  labelled.fill(0);
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function writeBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
