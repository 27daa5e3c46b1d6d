import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/**
 * 256 random bits, in figures and letters only: a link that ends with a hyphen loses it in some mail
 * programs. Only its hash is ever stored.
 */
export function newToken(): string {
  return randomBytes(32).toString('hex');
}

/** Eight digits, for a code that a person copies from a mail. */
export function newCode(): string {
  return randomInt(0, 100_000_000).toString().padStart(8, '0');
}

/** What is stored in place of a secret, or of an address in a limit's key. Parts are kept apart. */
export function hashSecret(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

/** Compares two hashes without telling by its time where they differ. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
