/**
 * The key of a sealed poll (profile P2, integrity 1.5): ballots are encrypted to its public half in the
 * voter's browser; the private half is in three parts, of which two bring it back, and nowhere else.
 */
import { carriesPoints } from '../../tally/index.ts';
import type { Option, Poll } from '../poll.ts';

export interface Sealing {
  /** P-256, the uncompressed point (65 bytes), base64url. */
  publicKey: string;
  /** Who keeps the parts, in their order; told to officers, and not in the manifest. */
  trustees: readonly string[];
  threshold: number;
  /** SHA-256 of each part, hexadecimal, in the order of the trustees. */
  shareHashes: readonly string[];
  /** Bytes that every ballot has before it is encrypted, so that no length tells a choice. */
  size: number;
}

/** What the ceremony brings. */
export type AskedSealing = Pick<Sealing, 'publicKey' | 'trustees' | 'shareHashes'>;

export const TRUSTEES = 3;
export const THRESHOLD = 2;
export const TRUSTEE_LENGTH = 100;
/** Their fields in the opening form. */
export const CEREMONY_TRUSTEES = ['trustee1', 'trustee2', 'trustee3'] as const;

/** Whether the ceremony was held to its end. That the point is on its curve is checked by whoever can. */
export function isSealing({ publicKey, trustees, shareHashes }: AskedSealing): boolean {
  return (
    /^B[A-Za-z0-9_-]{86}$/.test(publicKey) &&
    trustees.length === TRUSTEES &&
    new Set(trustees).size === TRUSTEES &&
    trustees.every((name) => name.trim() !== '' && [...name].length <= TRUSTEE_LENGTH) &&
    shareHashes.length === TRUSTEES &&
    new Set(shareHashes).size === TRUSTEES &&
    shareHashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))
  );
}

/** As the manifest says it for ever: how many keep a part, never who. */
export function describeSealing({ publicKey, trustees, threshold, shareHashes, size }: Sealing) {
  return { publicKey, trustees: trustees.length, threshold, shareHashes, size };
}

export type SealedTerms = Pick<Poll, 'kind' | 'maximumChoices'> & {
  options: readonly Pick<Option, 'key'>[];
};

export const NONCE_BYTES = 32;
export const LENGTH_BYTES = 4;
const ROUND_TO = 64;
/** `["07",999999],`: what stands around a key, points of six digits included. */
const AROUND_KEY = 1;
const AROUND_POINTS = 9;

/** Bytes of the longest ballot that the poll allows, rounded up. */
export function measureBallots({ kind, maximumChoices, options }: SealedTerms): number {
  const around = AROUND_KEY + (carriesPoints(kind) ? AROUND_POINTS : 0);
  const lengths = options
    .map(({ key }) => new TextEncoder().encode(JSON.stringify(key)).length + around)
    .sort((a, b) => b - a);
  const longest = lengths.slice(0, maximumChoices).reduce((sum, length) => sum + length, 2);
  return Math.ceil((NONCE_BYTES + LENGTH_BYTES + longest) / ROUND_TO) * ROUND_TO;
}
