import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the library's own costs (19 MiB, two passes), which are OWASP's. */
export function hashPassword(password: string): Promise<string> {
  return hash(oneSpelling(password));
}

let decoy: Promise<string> | undefined;

/** Without a hash (no such account, or no password) it still takes the time of a comparison, and says no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('a password that nobody has');
  const same = await verify(stored ?? (await decoy), oneSpelling(password));
  return same && stored !== null;
}

/** « é » is one character on one keyboard and two on another: the same password all the same (W12). */
function oneSpelling(password: string): string {
  return password.normalize('NFKC');
}
