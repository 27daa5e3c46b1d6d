import { renameSync, writeFileSync } from 'node:fs';

/** Writes beside and renames over: a reader sees the old file or the new one, never a half. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, content);
  renameSync(part, path);
}
