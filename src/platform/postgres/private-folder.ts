import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import type { Account } from './account.ts';

/** A folder of the account alone. `fresh`: throws EEXIST when it exists, without touching it. */
export function makePrivateFolder(
  folder: string,
  account: Account,
  options: { fresh?: boolean } = {},
): void {
  mkdirSync(folder, { recursive: !options.fresh, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (account.ids) chownSync(folder, account.ids.uid, account.ids.gid);
}

export function isPrivateFolder(folder: string, account: Account): boolean {
  const found = lstatSync(folder);
  const uid = account.ids?.uid ?? process.getuid?.();
  return found.isDirectory() && found.uid === uid && (found.mode & 0o777) === 0o700;
}
