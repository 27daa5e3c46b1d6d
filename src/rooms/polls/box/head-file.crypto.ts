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
    // begins with a line end: whatever a power cut left of the line before stands alone
    writeSync(file, `\n${writeCanonical(head)}\n`);
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
  // what follows the last line end was left half-written, or is nothing
  const lines = text.split('\n').slice(0, -1);
  for (const line of lines.reverse()) {
    const head = line === '' ? null : readHead(line);
    if (head) return head;
  }
  return null;
}

function readHead(line: string): Head | null {
  try {
    return JSON.parse(line) as Head;
  } catch {
    return null;
  }
}

function fileOf(varFolder: string, pollId: string): string {
  return join(varFolder, 'heads', `${pollId}.jsonl`);
}
