/** Keyed hashes of numbers, addresses and codes, and what the asking browser keeps. The key is the roll key. */
import { createHmac, randomInt } from 'node:crypto';
import { openSealed, sealText } from '../../../platform/secrets/seal.ts';

const hash = (key: Uint8Array, ...parts: readonly string[]): string =>
  createHmac('sha256', key).update(parts.join('\n')).digest('hex');

/** A number or an address in one poll: the same one in another poll looks like another. */
export function hashContact(key: Uint8Array, pollId: string, contact: string): string {
  return hash(key, 'pb-contact-v1', pollId, contact);
}

/** A million codes are tried in a second: a plain hash would not hide one. */
export function hashCode(key: Uint8Array, browserHash: string, code: string): string {
  return hash(key, 'pb-contact-code-v1', browserHash, code);
}

/** A number, a block of numbers or a network in a limit's key. Says nothing of who asked for which poll. */
export function hashLimited(key: Uint8Array, what: string, value: string): string {
  return hash(key, 'pb-contact-limit-v1', what, value);
}

export function newSmsCode(): string {
  return randomInt(0, 1_000_000).toString().padStart(6, '0');
}

/** What the browser that asked keeps in a cookie, sealed: nobody else can make one, nor read its number. */
export interface Asking {
  pollId: string;
  /** Secret of this browser; the database knows its hash. */
  browser: string;
  /** E.164, or an address. */
  contact: string;
}

const PURPOSE = 'pb-contact-asking-v1';

export function sealAsking(key: Uint8Array, { pollId, browser, contact }: Asking): string {
  return sealText(key, PURPOSE, [pollId, browser, contact].join('\n'));
}

/** null: not one of ours, or of another poll. */
export function openAsking(key: Uint8Array, pollId: string, sealed: string): Asking | null {
  const [poll, browser = '', contact = ''] = (openSealed(key, PURPOSE, sealed) ?? '').split('\n');
  return poll === pollId ? { pollId, browser, contact } : null;
}
