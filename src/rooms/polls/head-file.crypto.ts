/** The heads of each poll in a file beside the database: `var/heads/<poll>.jsonl`, a line a head. */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { writeCanonical } from './box.crypto.ts';
import type { Head } from './head.ts';

/** Appends a head; it is on the disk when this returns. */
export function keepHead(varFolder: string, head: Head): void {
  const folder = join(varFolder, 'heads');
  mkdirSync(folder, { recursive: true });
  const file = openSync(fileOf(varFolder, head.poll), 'a', 0o644);
  try {
    writeSync(file, `${writeCanonical(head)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The last head that was written whole; null when there is none. */
export function readKeptHead(varFolder: string, pollId: string): Head | null {
  let text: string;
  try {
    text = readFileSync(fileOf(varFolder, pollId), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const lines = text.split('\n');
  // what follows the last line end is a line that a power cut left half-written, or nothing
  lines.pop();
  const last = lines.findLast((line) => line !== '');
  return last ? (JSON.parse(last) as Head) : null;
}

function fileOf(varFolder: string, pollId: string): string {
  return join(varFolder, 'heads', `${pollId}.jsonl`);
}
